import type { ListedAgency } from '../agencies/listed-agency.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { FormOptions } from '../editions/editions.js';
import { type AllLimits, type LimitOptions, limitsOf } from '../limits/limits-of.js';
import { describe } from '../report/describe.js';
import { plainDataFault } from '../report/plain-data.js';
import type { AnyReport } from '../report/report.js';

/** A report that was handed in; what `read` gives is one. */
export interface HandedReport {
  /** Every cell of its tables is there. */
  readonly report: AnyReport;
  /** What messages call its file. */
  readonly file?: string;
  /** What was lost in reading it: a cell that is blank because it could not be read is no blank. */
  readonly losses?: readonly Diagnostic[];
}

/** A file that could not be read. */
export interface UnreadReport {
  /** Its name, for messages. */
  readonly file: string;
  /** Why it could not be read. */
  readonly problems: readonly Diagnostic[];
}

/** What is rolled up. */
export type RollUpInput = AnyReport | HandedReport | UnreadReport;

/** How reports are rolled up. */
export interface RollUpOptions extends FormOptions {
  /** The agency of the whole. */
  readonly agency: string;
  /** The year of the whole; if not given that of most reports, or a later one of which there are about as many. */
  readonly year?: number;
  /** The id of its form; that of most reports of the year if not given. */
  readonly edition?: string;
  /** Who belongs to whom; if not given, every agency that handed in is directly below the whole. */
  readonly agencies?: readonly ListedAgency[];
  /** Last year's report of the whole: what continues its figures is compared with it. */
  readonly previous?: AnyReport;
  /** Last year's reports of the children: what continues the figures of each is compared with them. They do not count. */
  readonly before?: readonly RollUpInput[];
  /** The total that was published: it is compared cell by cell. */
  readonly against?: AnyReport;
  /** A cell that is blank in a report counts as 0. */
  readonly blankAsZero?: boolean;
}

export const isUnread = (input: RollUpInput): input is UnreadReport => !('agency' in input) && 'problems' in input;

export const asHanded = (input: AnyReport | HandedReport): HandedReport =>
  'agency' in input ? { report: input as AnyReport } : (input as HandedReport);

/** What a report that is at fault is called, as far as it can be told. */
function nameOf(report: AnyReport): string {
  try {
    return String(report.agency.name).slice(0, 40);
  } catch {
    return '';
  }
}

const noReport = (given: unknown, file = ''): UnreadReport => ({
  file,
  problems: [diagnostic('usage/argument', { cause: 'no-report', given: describe(given) })],
});

function proven(input: RollUpInput, limits: AllLimits): RollUpInput {
  try {
    if (typeof input !== 'object' || input === null) return noReport(input);
    if (isUnread(input)) return input;
    const { report, file } = asHanded(input);
    const fault = plainDataFault(report ?? input, limits);
    if (fault !== undefined) return { file: file ?? nameOf(report), problems: [fault] };
    return typeof report === 'object' && report !== null ? input : noReport(report ?? input, file);
  } catch (error) {
    // What does not even say what it is cannot be walked either.
    const fault = plainDataFault(input, limits);
    if (fault === undefined) throw error;
    return { file: '', problems: [fault] };
  }
}

/** The inputs that are reports and can be walked to their ends; others are as files that cannot be read. */
export function provenInputs(inputs: readonly RollUpInput[], options: LimitOptions): readonly RollUpInput[] {
  return inputs.map((input) => proven(input, limitsOf(options)));
}
