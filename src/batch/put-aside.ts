import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { AnyReport } from '../index.js';
import type { TextInput } from './task.js';

/** Where a report came from, as far as findings need it: the places of a document or a filled workbook, or the text that it was. */
export type Trace =
  | { readonly places: readonly (readonly [path: string, place: string])[]; readonly isFilled: boolean }
  | (Omit<TextInput, 'id'> & { readonly kind?: 'json' | 'yaml' })
  | undefined;

/** A report that has been read and is to be checked once it is known what it is compared with. */
export interface AsideReport {
  readonly report: AnyReport;
  /** What messages call its file. */
  readonly name: string;
  /** What was lost in reading it, and what is questionable about its text. */
  readonly findings: readonly Diagnostic[];
  readonly trace: Trace;
}
