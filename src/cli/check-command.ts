import { extname } from 'node:path';
import {
  assessReport,
  type Code,
  composeFindings,
  type Diagnostic,
  type Document,
  type FormatId,
  formats,
  ReportError,
  renderDocument,
  stops,
} from '../index.js';
import { exitCodeFor } from './exit-codes.js';
import { asJson } from './findings/as-json.js';
import { asJunit } from './findings/as-junit.js';
import { asSarif } from './findings/as-sarif.js';
import { textPrinter } from './findings/as-text.js';
import { atEnd, type Checked, type Printer, ruleCounts } from './findings/checked.js';
import { type Input, readInput, toInputs } from './inputs.js';
import { misuse } from './misuse.js';
import { writeWhole } from './write.js';

/** The options of `nianbao check` as they are typed. */
export interface CheckFlags {
  readonly templates?: string;
  readonly format: string;
  readonly previous?: string;
  readonly strict?: boolean;
  readonly report?: string;
}

const PRINTERS: { readonly [format: string]: () => Printer } = {
  text: () => textPrinter(process.stdout.isTTY === true),
  json: () => atEnd(asJson),
  sarif: () => atEnd(asSarif),
  junit: () => atEnd(asJunit),
};

function printerOf(format: string): Printer {
  const printer = Object.hasOwn(PRINTERS, format) ? PRINTERS[format] : undefined;
  if (printer) return printer();
  throw misuse(`没有 ${format} 这种格式`, format, Object.keys(PRINTERS).join('、'), '如 --format json');
}

/** What was found of an input, and the document of it if that is wanted. */
function checkOne(input: Input, flags: CheckFlags): { readonly checked: Checked; readonly document?: Document } {
  try {
    const read = readInput(input);
    const previous = flags.previous === undefined ? undefined : readInput({ file: flags.previous, name: '' }).report;
    const report = previous ? { ...read.report, previous } : read.report;
    const assessment = assessReport(report, flags.templates === undefined ? {} : { templates: flags.templates });
    const problems = read.locate(assessment.findings);
    const checked = { file: input.file, problems, rules: ruleCounts(assessment) };
    if (flags.report === undefined) return { checked };
    return { checked, document: composeFindings(report, { ...assessment, findings: problems }) };
  } catch (error) {
    if (error instanceof ReportError) return { checked: { file: input.file, problems: error.diagnostics } };
    throw error;
  }
}

/** The format in which the findings are to be written; one report at a time. */
function reportFormat(path: string, files: readonly string[]): FormatId {
  const format = Object.values(formats).find(({ extension }) => extname(path) === `.${extension}`);
  if (format && files.length === 1) return format.extension;
  throw misuse('--report 只用于一份报告，文件名以 .pdf 或 .docx 结尾', path, 'xx.pdf 或 xx.docx', '一次检查一份报告');
}

const promoted = (problem: Diagnostic): Diagnostic =>
  problem.severity === 'warning' ? { ...problem, severity: 'error' } : problem;

/** `nianbao check`: says everything that is questionable about each report. The gravest problem decides the exit code. */
export async function check(files: readonly string[], flags: CheckFlags): Promise<number> {
  const printer = printerOf(flags.format);
  const format = flags.report === undefined ? undefined : reportFormat(flags.report, files);
  const stopping = new Map<Code, Diagnostic>();
  for (const input of toInputs(files)) {
    const { checked, document } = checkOne(input, flags);
    if (document && format && flags.report !== undefined) {
      writeWhole([{ path: flags.report, bytes: await renderDocument(document, { format }) }]);
    }
    process.stdout.write(printer.file(checked));
    const counted = flags.strict ? checked.problems.map(promoted) : checked.problems;
    for (const problem of counted.filter(stops)) stopping.set(problem.code, problem);
  }
  process.stdout.write(printer.end());
  return exitCodeFor([...stopping.values()]);
}
