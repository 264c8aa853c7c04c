import {
  checkReport,
  type Diagnostic,
  type FontFiles,
  parseReport,
  ReportError,
  stops,
  toDocx,
  toPdf,
} from '../../src/index.js';
import { openDocx } from '../readers/docx-package.mjs';
import { docxTexts } from '../readers/docx-text.mjs';
import { textsWithoutNumbers } from '../readers/parity.mjs';
import { readPdf } from '../readers/pdf-content.mjs';
import { minimal } from '../rules/minimal.js';

/** Every field of a report that takes a text which is printed. */
export const FIELDS = [
  'title',
  'agency.name',
  'headings.other',
  'narrative.overview',
  'signoff.agency',
  'caption',
  'stubhead',
  'column',
  'label',
  'value',
  'unit',
] as const;
export type Field = (typeof FIELDS)[number];

/** A report with texts in some of its fields. */
export function reportWith(texts: { readonly [F in Field]?: string }): object {
  const { caption = '表', stubhead = '项', column = '列', label = '行', value = '值', unit, ...others } = texts;
  return minimal({
    'narrative.preamble': '本报告由{{agency.name}}编制。',
    signoff: { date: '2026-01-20' },
    tables: { other: [{ caption, stubhead, columns: [column], rows: [{ label, values: [value] }] }] },
    ...(unit !== undefined && { 'disclosure.fees': { amount: { value: '1', unit } } }),
    ...others,
  });
}

/** What parsing and checking find that stops a report. */
export function refusals(raw: object, fonts?: FontFiles): readonly Diagnostic[] {
  return everything(raw, fonts).filter(stops);
}

/** All that parsing and checking find. */
export function everything(raw: object, fonts?: FontFiles): readonly Diagnostic[] {
  try {
    return checkReport(parseReport(raw), { limits: { findings: 1_000_000 }, ...(fonts && { fonts }) });
  } catch (error) {
    if (error instanceof ReportError) return error.diagnostics;
    throw error;
  }
}

/** What a reader gets out of the files made of a report: all of its text, on one line. */
export async function readBack(
  raw: object,
  fonts?: FontFiles,
): Promise<{ readonly pdf: string; readonly docx: string }> {
  const report = parseReport(raw);
  const look = fonts ? { fonts } : {};
  const [pdf, docx] = await Promise.all([toPdf(report, look), toDocx(report, look)]);
  return {
    pdf: textsWithoutNumbers(readPdf(pdf).pages).join(''),
    docx: docxTexts(openDocx(docx)).join('').replaceAll('\n', ''),
  };
}
