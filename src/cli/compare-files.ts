import { extname } from 'node:path';
import { summaryLines } from '../comparison/comparison-summary.js';
import { inLine } from '../diagnostics/problem-text.js';
import { loadForms } from '../host/load-forms.js';
import {
  type AnyReport,
  type Comparison,
  compareReports,
  composeComparison,
  type Diagnostic,
  type FontFiles,
  type FormatId,
  formats,
  ReportError,
  renderDocument,
  type TextOptions,
} from '../index.js';
import { EXIT } from './exit-codes.js';
import { flagFiles } from './flag-files.js';
import { displayName, expandFiles, readFrom, tellLosses } from './inputs.js';
import { jsonText } from './json-text.js';
import { toFontFiles } from './look-flags.js';
import { misuse } from './misuse.js';
import { claim, writeOutputs } from './outputs.js';

/** The options of `nianbao compare` as they are typed. */
export interface CompareFlags {
  readonly output?: readonly string[];
  readonly json?: boolean;
  readonly renamed?: boolean;
  readonly form?: readonly string[];
  readonly templates?: string;
  readonly font?: readonly string[];
  readonly force?: boolean;
}

/** What a comparison is written as. */
type Kind = FormatId | 'json';

function kindOf(path: string): Kind {
  const extension = extname(path).toLowerCase().slice(1);
  const kinds: readonly Kind[] = [...Object.values(formats).map((format) => format.extension), 'json'];
  const kind = kinds.find((one) => one === extension);
  if (kind) return kind;
  const names = kinds.map((one) => `.${one}`).join('、');
  throw misuse('-o 的文件名要说明写成什么格式', path, `以 ${names} 结尾的文件名`, '如 -o 比较.html');
}

const asJson = (comparison: Comparison): string => `${jsonText(comparison, 2)}\n`;

async function bytesOf(comparison: Comparison, kind: Kind, fonts: FontFiles | undefined): Promise<Uint8Array> {
  if (kind === 'json') return Buffer.from(asJson(comparison));
  return renderDocument(await composeComparison(comparison), { format: kind, ...(fonts && { fonts }) });
}

/** A report and the name of its file. */
interface Named {
  readonly report: AnyReport;
  readonly name: string;
}

/** The reports of all files. @throws ReportError with the problems of all that cannot be read */
async function reportsIn(files: readonly string[], options: TextOptions): Promise<readonly Named[]> {
  const reports: Named[] = [];
  const problems: Diagnostic[] = [];
  for (const file of files) {
    try {
      const read = await readFrom(file, options);
      tellLosses(read);
      reports.push({ report: read.report, name: displayName(file) });
    } catch (error) {
      if (!(error instanceof ReportError)) throw error;
      problems.push(...error.diagnostics);
    }
  }
  if (problems.length > 0) throw new ReportError(problems);
  return reports;
}

/** `nianbao compare`: what is different between reports, as files by their names, and in a few lines on the screen. */
export async function compareFiles(args: readonly string[], flags: CompareFlags): Promise<number> {
  const { output = [], json = false, renamed = false, form, templates } = flags;
  const kinds = output.map(kindOf);
  const fonts = flags.font && toFontFiles(flags.font);
  const files = expandFiles(args);
  const options: TextOptions = { forms: await loadForms(form), ...(templates !== undefined && { templates }) };
  const places = await claim(output, { inputs: [...files, ...flagFiles(flags)], force: flags.force });
  const read = await reportsIn(files, options);
  // Files that were typed one by one stay as they were typed; those of a folder are in no order of anybody's.
  const given = files.length > args.length ? read.toSorted((a, b) => a.report.year - b.report.year) : read;
  const comparison = await compareReports(
    given.map(({ report }) => report),
    { ...options, names: given.map(({ name }) => name), isOneAgency: renamed },
  );
  const outputs = [];
  for (const [i, place] of places.entries()) {
    outputs.push({ place, bytes: await bytesOf(comparison, kinds[i] ?? 'json', fonts) });
  }
  writeOutputs(outputs);
  process.stdout.write(
    json
      ? asJson(comparison)
      : summaryLines(comparison)
          .map((line) => `${inLine(line)}\n`)
          .join(''),
  );
  return EXIT.done;
}
