import type { EditionId, editions } from '../editions/editions.js';
import type { FactsOf } from '../form/fact.js';
import type { Form } from '../form/form.js';
import type { TableData, TableInput, WrittenTable } from '../table/data.js';
import type { FurtherTable } from '../table/further.js';
import type { AnyReport, NarrativeText, TextsAround } from './any-report.js';
import type { Report2019 } from './report-2019.js';
import type { Report2021 } from './report-2021.js';
import type { ReportCommon } from './report-common.js';

export type { AnyReport, NarrativeText, TextsAround } from './any-report.js';

/** A section of a form, by its key. */
export type SectionKeyOf<F extends Form> = F['sections'][number]['key'];

/** A section of the statutory form, by its key. */
export type SectionKey = SectionKeyOf<(typeof editions)[EditionId]>;

/** The text of a part. A section with a table may have one after the table as well. */
type TextOf<F extends Form, K> = K extends keyof F['tables'] ? NarrativeText | TextsAround : NarrativeText;

/** What a report holds under the keys of its form's sections and texts. */
interface Parts<F extends Form> {
  readonly edition: F['id'];
  readonly headings?: { readonly [K in SectionKeyOf<F>]?: string | undefined } | undefined;
  readonly narrative?: { readonly [K in keyof F['texts'] | keyof F['tables']]?: TextOf<F, K> | undefined } | undefined;
  readonly notes?: { readonly [K in keyof F['tables']]?: NarrativeText | undefined } | undefined;
  readonly absent?: { readonly [K in SectionKeyOf<F>]?: string | undefined } | undefined;
  readonly facts?: FactsOf<F['facts']> | undefined;
  readonly tables?: { readonly [K in SectionKeyOf<F>]?: readonly FurtherTable[] | undefined } | undefined;
}

/** A parsed report of a form, or of one of several: every cell of its tables is there, except those of sections that it declares absent. */
export type ReportOf<F extends Form> = F extends Form
  ? ReportCommon &
      Parts<F> & {
        /** The agency's report of the year before. */
        readonly previous?: AnyReport | undefined;
      } & {
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
  ? ReportCommon &
      Parts<F> & {
        /** The agency's report of the year before, written as this one. */
        readonly previous?: unknown;
      } & TablesInput<F>
  : never;

/** What each edition of the statutory form declares; printed from its definition, so that every field has the form's words. */
interface Editions {
  readonly '2019': Report2019;
  readonly '2021': Report2021;
}

/** A parsed report of an edition of the statutory form. */
export type Report = Editions[EditionId];

/** The tables of an edition. */
type TableKey<R> = keyof (typeof editions)[EditionId]['tables'] & keyof R;

type WrittenTables<R, T extends keyof R> = { readonly [K in keyof Pick<R, T>]: WrittenTable<NonNullable<R[K]>> };

/** A report as it may be written: all its tables, or some and why the others are absent. Fields keep their words by `Pick`. */
type Written<R extends Report, T extends keyof R = TableKey<R>> = Omit<R, T | 'facts' | 'previous'> & {
  readonly [K in keyof Pick<R, 'facts'>]: R[K] | null;
} & { readonly [K in keyof Pick<R, 'previous'>]: unknown } & {
  /** 这份报告的 JSON Schema 的地址，编辑器据以补全和检查 */
  readonly $schema?: string | undefined;
} & (Required<WrittenTables<R, T>> | (WrittenTables<R, T> & { readonly absent: NonNullable<R['absent']> }));

/** A report of an edition as it may be written: cells that `fill` or `totals` provide may be absent. */
export type ReportInput = { [K in EditionId]: Written<Editions[K]> }[EditionId];
