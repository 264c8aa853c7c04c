import type * as z from 'zod';
import type { EditionId, editions } from '../editions/editions.js';
import type { FactsOf } from '../form/fact.js';
import type { Form } from '../form/form.js';
import type { TableData, TableInput } from '../table/data.js';
import type { FurtherTable } from '../table/further.js';
import type { agencySchema, signoffSchema, waiversSchema } from './common-schema.js';

/** What a report of any form holds besides what its form defines. */
interface Common {
  readonly year: number;
  readonly agency: z.infer<ReturnType<typeof agencySchema>>;
  readonly title?: string | undefined;
  readonly signoff?: z.infer<ReturnType<typeof signoffSchema>>;
  readonly waivers?: z.infer<ReturnType<typeof waiversSchema>>;
}

/** A text as one piece, or as a list of paragraphs. */
export type NarrativeText = string | readonly string[];

/** A report of any form, as far as one can tell without knowing the form: its tables lie under the keys of their sections. */
export interface AnyReport extends Common {
  readonly edition: string;
  readonly headings?: { readonly [section: string]: string | undefined } | undefined;
  readonly narrative?: { readonly [part: string]: NarrativeText | undefined } | undefined;
  readonly facts?: { readonly [fact: string]: unknown } | undefined;
  readonly tables?: { readonly [section: string]: readonly FurtherTable[] | undefined } | undefined;
  readonly previous?: AnyReport | undefined;
}

/** What a report holds under the keys of its form's sections and texts. */
interface Parts<F extends Form> {
  readonly edition: F['id'];
  readonly headings?: { readonly [K in F['sections'][number]['key']]?: string | undefined } | undefined;
  readonly narrative?: { readonly [K in keyof F['texts']]?: NarrativeText | undefined } | undefined;
  readonly facts?: FactsOf<F['facts']> | undefined;
  readonly tables?: { readonly [K in F['sections'][number]['key']]?: readonly FurtherTable[] | undefined } | undefined;
}

/** A parsed report of a form, or of one of several: every cell of its tables is there. */
export type ReportOf<F extends Form> = F extends Form
  ? Common &
      Parts<F> & { readonly previous?: AnyReport | undefined } & {
        readonly [T in keyof F['tables']]: TableData<F['tables'][T]>;
      }
  : never;

/** A report of a form, or of one of several, as it may be written: cells that `fill` or `totals` provide may be absent. */
export type ReportInputOf<F extends Form> = F extends Form
  ? Common &
      Parts<F> & { readonly previous?: unknown } & {
        readonly [T in keyof F['tables']]: TableInput<F['tables'][T]>;
      }
  : never;

/** A parsed report of an edition of the statutory form. */
export type Report = { [K in EditionId]: ReportOf<(typeof editions)[K]> }[EditionId];

/** A report of an edition as it may be written. */
export type ReportInput = { [K in EditionId]: ReportInputOf<(typeof editions)[K]> }[EditionId];
