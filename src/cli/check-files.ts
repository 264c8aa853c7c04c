import { extname } from 'node:path';
import type { Destination } from '../host/destination.js';
import {
  assessReport,
  type Code,
  composeFindings,
  type Diagnostic,
  type Document,
  type Fix,
  type FormatId,
  formats,
  type Read,
  ReportError,
  renderDocument,
  stops,
  type TextOptions,
} from '../index.js';
import { exitCodeFor } from './exit-codes.js';
import { asJson } from './findings/as-json.js';
import { asJunit } from './findings/as-junit.js';
import { asSarif } from './findings/as-sarif.js';
import { textPrinter } from './findings/as-text.js';
import { atEnd, type Checked, type Printer, ruleCounts } from './findings/checked.js';
import type { FixFlags } from './fix-file.js';
import { flagFiles } from './flag-files.js';
import { expandFiles, readFrom, tellLosses } from './inputs.js';
import { toFontFiles } from './look-flags.js';
import { misuse } from './misuse.js';
import { claim, writeOutputs } from './outputs.js';
import { type TextFlags, toCheckingOptions } from './text-options.js';
import { give, givePainted, isColoured, isQuiet, tellLines } from './voice.js';

/** The options of `nianbao check` as they are typed. */
export interface CheckFlags extends FixFlags, TextFlags {
  readonly font?: readonly string[];
  readonly format: string;
  readonly previous?: string;
  readonly strict?: boolean;
  readonly places?: boolean;
  readonly report?: string;
  readonly annotate?: string;
  readonly force?: boolean;
}

const PRINTERS: { readonly [format: string]: (flags: CheckFlags) => Printer } = {
  text: ({ places = false }) => textPrinter({ colour: isColoured(process.stdout), places, isQuiet: isQuiet() }),
  json: () => atEnd(asJson),
  sarif: () => atEnd(asSarif),
  junit: () => atEnd(asJunit),
};

function printerFor(flags: CheckFlags): Printer {
  const { format } = flags;
  const printer = Object.hasOwn(PRINTERS, format) ? PRINTERS[format] : undefined;
  if (printer) return printer(flags);
  throw misuse({ cause: 'unknown-check-format', given: format, known: Object.keys(PRINTERS) });
}

/** What the check of a file gave, and the findings as a document if that is wanted. */
interface Result {
  readonly checked: Checked;
  /** What was lost in reading, told on standard error and in the remarks of a copy. */
  readonly losses?: readonly Diagnostic[];
  readonly document?: Document;
}

/** Adds places to problems of a report, and of last year's, which is in a file of its own. */
function locateInBoth(read: Read, previous: Read): Read['locate'] {
  return (problems) =>
    problems.flatMap((problem) => {
      const [first, ...path] = problem.path;
      if (first !== 'previous') return read.locate([problem]);
      return previous.locate([{ ...problem, path }]).map((one) => ({ ...one, path: problem.path }));
    });
}

/** Last year's report, read once for all files, if there is one. */
type LastYear = () => Promise<Read | undefined>;

function lastYearOf({ previous }: CheckFlags, options: TextOptions): LastYear {
  let reading: Promise<Read> | undefined;
  return async () => {
    if (previous === undefined) return undefined;
    reading ??= readFrom(previous, options).then((read) => {
      tellLosses(read);
      return read;
    });
    return reading;
  };
}

/** What the files of a call are checked with. */
interface Means {
  readonly flags: CheckFlags;
  readonly options: TextOptions;
  readonly lastYear: LastYear;
  /** The corrections to be made; none if files are only checked. */
  readonly kinds: ReadonlySet<Fix['kind']>;
}

/** The corrections that are wanted; what makes them is loaded only then. */
async function wantedKinds(flags: CheckFlags): Promise<ReadonlySet<Fix['kind']>> {
  if (!(flags.fix || flags.fixEnumerators || flags.dryRun)) return new Set();
  return (await import('./fix-file.js')).fixKinds(flags);
}

/** The report of a file after what can be corrected mechanically has been, and the file as it is now. */
async function corrected(file: string, read: Read, { flags, kinds, options }: Means): Promise<Read> {
  if (kinds.size === 0) return read;
  const isDry = flags.dryRun === true;
  const { fixFile } = await import('./fix-file.js');
  const fixed = fixFile(file, read.report, { kinds, isDry, options });
  if (flags.format === 'text') give(fixed.told);
  else tellLines(fixed.told.trimEnd());
  return isDry ? read : readFrom(file, options);
}

async function assess(file: string, read: Read, { flags, options, lastYear }: Means): Promise<Result> {
  const previous = await lastYear();
  const report = previous ? { ...read.report, previous: previous.report } : read.report;
  const assessment = assessReport(report, options);
  const locate = previous ? locateInBoth(read, previous) : read.locate;
  const { form, waivers } = assessment;
  const problems = [...read.findings, ...locate(assessment.findings)];
  const checked = { file, form, problems, rules: ruleCounts(assessment), waivers };
  if (flags.report === undefined) return { checked };
  return { checked, document: composeFindings(report, { ...assessment, findings: problems }) };
}

async function checkFile(file: string, means: Means): Promise<Result> {
  try {
    const read = await readFrom(file, means.options);
    tellLosses(read);
    return { ...(await assess(file, await corrected(file, read, means), means)), losses: read.losses };
  } catch (error) {
    if (error instanceof ReportError) return { checked: { file, problems: error.diagnostics } };
    throw error;
  }
}

/** The format for the findings of a report, by the extension. */
function reportFormat(path: string, files: readonly string[]): FormatId {
  const format = Object.values(formats).find(({ extension }) => extname(path).toLowerCase() === `.${extension}`);
  if (format && files.length === 1) return format.extension;
  throw misuse({ cause: 'findings-file', file: path });
}

/** Where a file with the findings goes, if it may. */
async function claimFor(
  path: string | undefined,
  files: readonly string[],
  flags: CheckFlags,
): Promise<readonly Destination[]> {
  return path === undefined ? [] : claim([path], { inputs: [...files, ...flagFiles(flags)], force: flags.force });
}

const promoted = (problem: Diagnostic): Diagnostic =>
  problem.severity === 'warning' ? { ...problem, severity: 'error' } : problem;

/** `nianbao check`: prints everything questionable about each report. The gravest problem decides the exit code. */
export async function checkFiles(args: readonly string[], flags: CheckFlags): Promise<number> {
  const printer = printerFor(flags);
  const kinds = await wantedKinds(flags);
  const files = expandFiles(args);
  const annotating = flags.annotate === undefined ? undefined : await import('./annotated-workbook.js');
  if (flags.annotate !== undefined) annotating?.refuseNoWorkbook(flags.annotate, files);
  const format = flags.report === undefined ? undefined : reportFormat(flags.report, files);
  const options: TextOptions = {
    ...(await toCheckingOptions(flags)),
    ...(flags.font && { fonts: toFontFiles(flags.font) }),
  };
  const places = await claimFor(flags.report, files, flags);
  const copies = await claimFor(flags.annotate, files, flags);
  const errors = new Map<Code, Diagnostic>();
  const means: Means = { flags, options, lastYear: lastYearOf(flags, options), kinds };
  for (const file of files) {
    const { checked, document, losses = [] } = await checkFile(file, means);
    if (document && format) {
      const bytes = await renderDocument(document, { format });
      writeOutputs(places.map((place) => ({ place, bytes })));
    }
    if (annotating) {
      const bytes = annotating.annotatedWorkbook(file, [...checked.problems, ...losses], options);
      writeOutputs(copies.map((place) => ({ place, bytes })));
    }
    givePainted(printer.file(checked));
    const counted = flags.strict ? checked.problems.map(promoted) : checked.problems;
    for (const problem of counted.filter(stops)) errors.set(problem.code, problem);
  }
  givePainted(printer.end());
  return exitCodeFor([...errors.values()]);
}
