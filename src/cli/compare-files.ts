import { extname } from 'node:path';
import { type AuditInput, readReports } from '../batch/index.js';
import { summaryLines } from '../comparison/comparison-summary.js';
import { proveThere } from '../host/files.js';
import { readInputFile } from '../host/input-file.js';
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
import { exitCodeFor } from './exit-codes.js';
import { fileLabels } from './file-labels.js';
import { flagFiles } from './flag-files.js';
import { displayName, expandFiles, tellLosses } from './inputs.js';
import { jsonText } from './json-text.js';
import { toFontFiles } from './look-flags.js';
import { misuse } from './misuse.js';
import { claim, writeOutputs } from './outputs.js';
import { type PoolFlags, toPoolOptions } from './pool-flags.js';
import { readWithBar } from './read-with-bar.js';
import { type TextFlags, toReadingOptions } from './text-options.js';
import { give, giveLine } from './voice.js';

/** The options of `nianbao compare` as they are typed. */
export interface CompareFlags extends PoolFlags, TextFlags {
  readonly output?: readonly string[];
  readonly json?: boolean;
  readonly renamed?: boolean;
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
  throw misuse({ cause: 'compare-extension', file: path, known: kinds.map((one) => `.${one}`) });
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

/** What the files have: their reports, and what is wrong with those that cannot be read. */
interface Found {
  readonly reports: readonly Named[];
  readonly problems: readonly Diagnostic[];
}

/** A file for a thread to read. One that was typed and is not there is told before anything begins. */
function inputOf(file: string, options: TextOptions): AuditInput {
  const name = displayName(file);
  if (file === '-') return { id: name, bytes: readInputFile(file, options), name };
  proveThere(file);
  return { id: name, file };
}

/** Reads all files on threads, so that one that hangs costs nothing but itself; they stay in their order. */
async function readAll(files: readonly string[], texts: TextOptions, flags: CompareFlags): Promise<Found> {
  const options = { ...texts, ...toPoolOptions(flags), most: files.length };
  const read = await readWithBar(
    readReports,
    files.map((file) => inputOf(file, texts)),
    files.length,
    options,
  );
  const places = new Map(files.map((file, i) => [displayName(file), i]));
  const placeOf = ({ file = '' }: { readonly file?: string }) => places.get(file) ?? 0;
  const reports: Named[] = [];
  const problems: Diagnostic[] = [];
  for (const one of read.toSorted((a, b) => placeOf(a) - placeOf(b))) {
    if ('problems' in one) problems.push(...one.problems);
    else {
      tellLosses({ losses: one.losses ?? [] });
      reports.push({ report: one.report, name: one.file ?? '' });
    }
  }
  // What is left of two or more may be too little: then what is wrong with the others is the answer.
  if (problems.length > 0 && reports.length < 2) throw new ReportError(problems);
  return { reports, problems };
}

/** `nianbao compare`: what is different between reports, as files by their names, and in a few lines on the screen. */
export async function compareFiles(args: readonly string[], flags: CompareFlags): Promise<number> {
  const { output = [], json = false, renamed = false } = flags;
  const kinds = output.map(kindOf);
  const fonts = flags.font && toFontFiles(flags.font);
  const files = expandFiles(args);
  const options = await toReadingOptions(flags);
  const places = await claim(output, { inputs: [...files, ...flagFiles(flags)], force: flags.force });
  const { reports: read, problems } = await readAll(files, options, flags);
  tellLosses({ losses: problems });
  // Whoever compares years wants to know what came of the earlier one; agencies and versions stay as they were given.
  const given = read.toSorted((a, b) => a.report.year - b.report.year);
  const comparison = await compareReports(
    given.map(({ report }) => report),
    { ...options, names: fileLabels(given.map(({ name }) => name)), isOneAgency: renamed },
  );
  const outputs = [];
  for (const [i, place] of places.entries()) {
    outputs.push({ place, bytes: await bytesOf(comparison, kinds[i] ?? 'json', fonts) });
  }
  writeOutputs(outputs);
  if (json) give(asJson(comparison));
  else summaryLines(comparison).forEach(giveLine);
  return exitCodeFor(problems);
}
