import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { severityWord } from '../diagnostics/problem-text.js';
import { type Form, headingOf } from '../form/form.js';
import { harmless } from '../report/csv-line.js';
import type { WrittenSheet } from '../workbook/engine.js';
import { draftSheet, type SheetDraft } from '../workbook/sheet-draft.js';
import { disputedBy } from './add-up.js';
import type { Child } from './choose-reports.js';
import type { RollUp } from './roll-up.js';

const WIDTHS = [34, 18, 60];

function rowsOf(draft: SheetDraft, from: number, rows: readonly (readonly string[])[]): number {
  for (const [i, texts] of rows.entries())
    for (const [column, text] of texts.entries()) draft.put({ row: from + i, column }, harmless(text), 'fixed');
  return from + rows.length;
}

function heads(draft: SheetDraft, row: number, texts: readonly string[]): number {
  for (const [column, text] of texts.entries()) draft.put({ row, column }, text, 'head');
  return row + 1;
}

function stateOf({ reports }: Child, isDisputed: boolean): string {
  if (reports.length === 0) return '没有报告';
  if (isDisputed) return `${reports.length} 份，数字不同`;
  return reports.length > 1 ? `计入（${reports.length} 份相同）` : '计入';
}

const filesOf = ({ reports }: Child): string => reports.flatMap(({ file }) => file ?? []).join('、');

/** Where a finding is: a cell, or a table by the heading of its section. */
const placeOf = ({ label, path }: Diagnostic, form: Form): string =>
  label ?? (path.length === 0 ? '' : headingOf(form, String(path[0])));

const findingRow = (one: Diagnostic, form: Form): readonly string[] => [
  placeOf(one, form),
  severityWord(one),
  [one.message, one.found ?? '', one.hint].filter((text) => text !== '').join('\n'),
];

/** The first sheet: who counts, who is missing, and all that is to be told. */
export function childrenSheet(
  name: string,
  { report, form, children, cells, findings, isComplete }: RollUp,
): WrittenSheet {
  const draft = draftSheet(name, WIDTHS);
  const title = `${report.agency.name}${report.year}年${form.name}：下级机关的合计`;
  draft.put({ row: 0, column: 0 }, harmless(title), 'title', {
    columns: 3,
  });
  const counted = children.filter(({ versions }) => versions.length > 0).length;
  const whole = isComplete ? '合计完整。' : '合计不全：空着的格见各表。';
  draft.put({ row: 1, column: 0 }, `应报 ${children.length} 个机关，计入 ${counted} 个。${whole}`, 'hint', {
    columns: 3,
  });
  const after = rowsOf(
    draft,
    heads(draft, 2, ['机关', '状态', '文件']),
    children.map((child, i) => [child.agency, stateOf(child, disputedBy(cells, i).length > 0), filesOf(child)]),
  );
  // What differs from the published total stands in the sheets of the tables.
  const told = findings.filter(({ code }) => code !== 'rollup/differs');
  if (told.length > 0)
    rowsOf(
      draft,
      heads(draft, after + 1, ['位置', '类别', '说明']),
      told.map((one) => findingRow(one, form)),
    );
  return draft.finish({ freeze: { rows: 3, columns: 0 }, tab: 'A9D08E' });
}
