import type { FurtherTable } from '../table/further.js';
import type { ReportCommon } from './report-common.js';

/** A text as one piece, or as a list of paragraphs. */
export type NarrativeText = string | readonly string[];

/** The texts of a section with a statutory table: before the table, and after it. */
export interface TextsAround {
  /** 表前的文字: printed before the table. */
  readonly before?: NarrativeText | undefined;
  /** 表后的文字: printed after the table and its note. */
  readonly after?: NarrativeText | undefined;
}

/** A report of any form, as far as one can tell without knowing the form: its tables lie under the keys of their sections. */
export interface AnyReport extends ReportCommon {
  /** The id of the form: `2021`, `2019`, or that of a form of the caller's own. */
  readonly edition: string;
  /** Headings that differ from the form's, by section. */
  readonly headings?: { readonly [section: string]: string | undefined } | undefined;
  /** Texts that the agency has written itself, by section; templates write the others. */
  readonly narrative?: { readonly [part: string]: NarrativeText | TextsAround | undefined } | undefined;
  /** The notes below the statutory tables. */
  readonly notes?: { readonly [section: string]: NarrativeText | undefined } | undefined;
  /** The sections that the report does not have, and why. */
  readonly absent?: { readonly [section: string]: string | undefined } | undefined;
  /** What templates tell beyond the tables, by the keys of the form's facts. */
  readonly facts?: { readonly [fact: string]: unknown } | undefined;
  /** Further tables of the agency's own, by section. */
  readonly tables?: { readonly [section: string]: readonly FurtherTable[] | undefined } | undefined;
  /** The agency's report of the year before. */
  readonly previous?: AnyReport | undefined;
}
