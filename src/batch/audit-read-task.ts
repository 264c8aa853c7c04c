import type { ReportFacts, SectionPrints } from '../audit/report-facts.js';
import { commonPrints, ownPrints, sectionTexts } from '../audit/section-texts.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { formOf } from '../editions/editions.js';
import type { Form } from '../form/form.js';
import { readInputFile } from '../host/input-file.js';
import type { AsidePlace } from '../host/scratch.js';
import { templatesIn } from '../host/templates.js';
import type { AnyReport, LookOptions } from '../index.js';
import { memoOf } from '../memo/memo.js';
import { decodeText } from '../readers/decode-text.js';
import { dataKind } from '../readers/source-kinds.js';
import { type AuditInput, nameOf } from './audit-input.js';
import { findingsOf } from './error-findings.js';
import { putReportAside, type Trace } from './put-aside.js';
import { readBytesWith } from './read-bytes.js';
import { readInput } from './read-input.js';
import { digestOf } from './store.js';
import type { Failed } from './task.js';

/** A report to be read. */
export interface ReadTask {
  readonly input: AuditInput;
  /** The folder in which it is put aside. */
  readonly folder: string;
}

/** What is known of a report that has been read, or why it could not be. */
export type ReadResult = Failed | { readonly ok: true; readonly facts: ReportFacts; readonly aside: AsidePlace };

const known = memoOf<Form, ReadonlySet<number>>(8);

/** What everybody's reports have in common, by the shipped templates and those of the caller. */
function commonOf(form: Form, { templates }: LookOptions): ReadonlySet<number> {
  return known(form)(templates ?? '', () =>
    commonPrints(form, [...new Set([templatesIn(undefined), templatesIn(templates)])]),
  );
}

function sectionsOf(report: AnyReport, look: LookOptions): readonly SectionPrints[] {
  const form = formOf(report, look);
  const common = commonOf(form, look);
  return sectionTexts(report, form).map((section) => ({
    part: section.part,
    size: section.compared.length,
    prints: Uint32Array.from(new Set(ownPrints(section, common).map(({ print }) => print))).sort(),
  }));
}

interface ReadAside {
  readonly report: AnyReport;
  readonly findings: readonly Diagnostic[];
  readonly trace: Trace;
}

async function readBinary(bytes: Uint8Array, name: string, look: LookOptions): Promise<ReadAside> {
  const { report, losses, findings, places, isFilled = false } = await readBytesWith(bytes, name, look);
  const kind = places ? undefined : dataKind(bytes, name);
  const trace = places ? { places, isFilled } : { text: decodeText(bytes, name), name, ...(kind && { kind }) };
  return { report, findings: [...losses, ...findings], trace };
}

async function readAside(input: AuditInput, look: LookOptions): Promise<ReadAside> {
  if ('file' in input) return readBinary(readInputFile(input.file, look, { inThread: true }), nameOf(input), look);
  if ('bytes' in input) return readBinary(input.bytes, nameOf(input), look);
  const { report, findings } = readInput(input, look);
  return { report, findings, trace: 'text' in input ? input : undefined };
}

/** Whose report it is. Files without a name are not of one agency because none of them has one. */
function agencyIn({ report, findings }: ReadAside, id: string): string {
  const isNameless = findings.some(({ code, path }) => code === 'read/missing' && path.join('.') === 'agency.name');
  return isNameless ? `${report.agency.name}${id}` : report.agency.name;
}

/** Reads a report in the current thread, and puts it aside. All problems are returned as findings. */
export async function readTask({ input, folder }: ReadTask, look: LookOptions): Promise<ReadResult> {
  try {
    const done = await readAside(input, look);
    const { report } = done;
    const text = JSON.stringify(report);
    const { findings, trace } = done;
    const aside = putReportAside(folder, text, { name: nameOf(input), findings, trace });
    const { year, edition } = report;
    const content = digestOf(Buffer.from(text)).sha256;
    return {
      ok: true,
      aside,
      facts: { agency: agencyIn(done, input.id), year, edition, content, sections: sectionsOf(report, look) },
    };
  } catch (error) {
    return { ok: false, findings: findingsOf(error) };
  }
}
