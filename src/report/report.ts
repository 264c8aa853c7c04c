import type { EditionId, editions } from '../editions/editions.js';
import type { FactsOf } from '../form/fact.js';
import type { Form } from '../form/form.js';
import type { TableData, TableInput } from '../table/data.js';
import type { FurtherTable } from '../table/further.js';
import type * as z from '../table/zod.js';
import type { agencySchema, signoffSchema, waiversSchema } from './common-schema.js';

/** What a report of any form holds besides what its form defines. */
interface Common {
  readonly year: number;
  readonly agency: z.infer<ReturnType<typeof agencySchema>>;
  /** A list is printed line by line. */
  readonly title?: string | readonly string[] | undefined;
  readonly addressee?: string | undefined;
  readonly signoff?: z.infer<ReturnType<typeof signoffSchema>>;
  readonly waivers?: z.infer<ReturnType<typeof waiversSchema>>;
}

/** A text as one piece, or as a list of paragraphs. */
export type NarrativeText = string | readonly string[];

/** The texts of a section with a statutory table: before the table, and after it. */
export interface TextsAround {
  readonly before?: NarrativeText | undefined;
  readonly after?: NarrativeText | undefined;
}

/** A report of any form, as far as one can tell without knowing the form: its tables lie under the keys of their sections. */
export interface AnyReport extends Common {
  readonly edition: string;
  readonly headings?: { readonly [section: string]: string | undefined } | undefined;
  readonly narrative?: { readonly [part: string]: NarrativeText | TextsAround | undefined } | undefined;
  /** The notes below the statutory tables. */
  readonly notes?: { readonly [section: string]: NarrativeText | undefined } | undefined;
  /** The sections that the report does not have, and why. */
  readonly absent?: { readonly [section: string]: string | undefined } | undefined;
  readonly facts?: { readonly [fact: string]: unknown } | undefined;
  readonly tables?: { readonly [section: string]: readonly FurtherTable[] | undefined } | undefined;
  readonly previous?: AnyReport | undefined;
}

type SectionKey<F extends Form> = F['sections'][number]['key'];

/** The text of a part. A section with a table may have one after the table as well. */
type TextOf<F extends Form, K> = K extends keyof F['tables'] ? NarrativeText | TextsAround : NarrativeText;

/** What a report holds under the keys of its form's sections and texts. */
interface Parts<F extends Form> {
  readonly edition: F['id'];
  readonly headings?: { readonly [K in SectionKey<F>]?: string | undefined } | undefined;
  readonly narrative?: { readonly [K in keyof F['texts'] | keyof F['tables']]?: TextOf<F, K> | undefined } | undefined;
  readonly notes?: { readonly [K in keyof F['tables']]?: NarrativeText | undefined } | undefined;
  readonly absent?: { readonly [K in SectionKey<F>]?: string | undefined } | undefined;
  readonly facts?: FactsOf<F['facts']> | undefined;
  readonly tables?: { readonly [K in SectionKey<F>]?: readonly FurtherTable[] | undefined } | undefined;
}

/** A parsed report of a form, or of one of several: every cell of its tables is there, except those of sections that it declares absent. */
export type ReportOf<F extends Form> = F extends Form
  ? Common &
      Parts<F> & { readonly previous?: AnyReport | undefined } & {
        readonly [T in keyof F['tables']]?: TableData<F['tables'][T]> | undefined;
      }
  : never;

/** The tables of a report as it may be written: all, unless sections are declared absent. */
type TablesInput<F extends Form> =
  | { readonly [T in keyof F['tables']]: TableInput<F['tables'][T]> }
  | ({ readonly [T in keyof F['tables']]?: TableInput<F['tables'][T]> | undefined } & {
      readonly absent: NonNullable<Parts<F>['absent']>;
    });

/** A report of a form, or of one of several, as it may be written: cells that `fill` or `totals` provide may be absent. */
export type ReportInputOf<F extends Form> = F extends Form
  ? Common & Parts<F> & { readonly previous?: unknown } & TablesInput<F>
  : never;

/** A parsed report of an edition of the statutory form. */
export type Report = { [K in EditionId]: ReportOf<(typeof editions)[K]> }[EditionId];

/** A report of an edition as it may be written. */
export type ReportInput = { [K in EditionId]: ReportInputOf<(typeof editions)[K]> }[EditionId];
