import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type AsidePlace, putAside, takeAside } from '../host/scratch.js';
import type { AnyReport } from '../index.js';
import type { TextInput } from './task.js';

/** Where a report came from, as far as findings need it: the places of a document or a filled workbook, or the text that it was. */
export type Trace =
  | { readonly places: readonly (readonly [path: string, place: string])[]; readonly isFilled: boolean }
  | (Omit<TextInput, 'id'> & { readonly kind?: 'json' | 'yaml' })
  | undefined;

/** What is known of a report that has been read and is to be checked once it is known what it is compared with. */
export interface Origin {
  /** What messages call its file. */
  readonly name: string;
  /** What was lost in reading it, and what is questionable about its text. */
  readonly findings: readonly Diagnostic[];
  readonly trace: Trace;
}

/** A report as it is put aside. Each part is a text until somebody asks for it: of others' reports nobody wants places. */
interface AsideTexts {
  /** JSON, in UTF-8. */
  readonly report: Uint8Array;
  readonly origin: Omit<Origin, 'trace'>;
  readonly trace: Uint8Array | undefined;
}

/** A report that was put aside. */
export interface AsideReport {
  readonly report: AnyReport;
  readonly origin: Omit<Origin, 'trace'>;
  readonly trace: () => Trace;
}

const bytesOf = (value: object): Uint8Array => Buffer.from(JSON.stringify(value));

const valueIn = (bytes: Uint8Array) => JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString());

/**
 * Puts a report aside, given as its JSON.
 *
 * @throws ReportError `file/unwritable`, `file/no-space`
 */
export function putReportAside(folder: string, report: Uint8Array, { trace, ...origin }: Origin): AsidePlace {
  const texts: AsideTexts = { report, origin, trace: trace && bytesOf(trace) };
  return putAside(folder, texts);
}

/** A report that was put aside, by whichever thread. */
export function takeReportAside(place: AsidePlace): AsideReport {
  const { report, origin, trace } = takeAside<AsideTexts>(place);
  return { report: valueIn(report), origin, trace: () => trace && valueIn(trace) };
}
