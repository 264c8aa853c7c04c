import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type AsidePlace, putAside, takeAside } from '../host/scratch.js';
import type { AnyReport } from '../index.js';
import type { TextInput } from './task.js';

/** The text that a report was. */
type TextTrace = Omit<TextInput, 'id'> & { readonly kind?: 'json' | 'yaml' };

/** Where a report came from, as far as findings need it: the places of a document or a filled workbook, or the text that it was. */
export type Trace =
  | { readonly places: ReadonlyMap<string, string>; readonly isFilled: boolean }
  | TextTrace
  | undefined;

/** What is known of a report that has been read and is to be checked once it is known what it is compared with. */
export interface Origin {
  /** What messages call its file. */
  readonly name: string;
  /** What was lost in reading it, and what is questionable about its text. */
  readonly findings: readonly Diagnostic[];
  readonly trace: Trace;
}

/** Places as two texts, which take a fraction of the time of hundreds of strings. No reader has the mark between them in a place. */
interface PlaceLists {
  readonly paths: string;
  readonly places: string;
  readonly isFilled: boolean;
}

const MARK = '\0';

/** A report as it is put aside: texts, which are taken apart when somebody asks for them. Of others' reports nobody wants places. */
interface AsideTexts {
  /** JSON. */
  readonly report: string;
  readonly origin: Omit<Origin, 'trace'>;
  readonly trace: PlaceLists | TextTrace | undefined;
}

/** A report that was put aside. */
export interface AsideReport {
  readonly report: AnyReport;
  readonly origin: Omit<Origin, 'trace'>;
  readonly trace: () => Trace;
}

function listed(trace: Trace): AsideTexts['trace'] {
  if (trace === undefined || !('places' in trace)) return trace;
  const { places, isFilled } = trace;
  return { paths: [...places.keys()].join(MARK), places: [...places.values()].join(MARK), isFilled };
}

function traceOf(trace: AsideTexts['trace']): Trace {
  if (trace === undefined || !('places' in trace)) return trace;
  const places = trace.places.split(MARK);
  return {
    places: new Map(trace.paths.split(MARK).map((path, i) => [path, places[i] ?? ''])),
    isFilled: trace.isFilled,
  };
}

/**
 * Puts a report aside, given as its JSON.
 *
 * @throws ReportError `file/unwritable`, `file/no-space`
 */
export function putReportAside(folder: string, report: string, { trace, ...origin }: Origin): AsidePlace {
  const texts: AsideTexts = { report, origin, trace: listed(trace) };
  return putAside(folder, texts);
}

/** A report that was put aside, by whichever thread. */
export function takeReportAside(place: AsidePlace): AsideReport {
  const { report, origin, trace } = takeAside<AsideTexts>(place);
  return { report: JSON.parse(report), origin, trace: () => traceOf(trace) };
}
