import type { Path } from '../diagnostics/diagnostic.js';
import type { CellKind } from '../table/spec.js';
import type { Area } from './references.js';

/**
 * What a place of a workbook holds of the report. The map of a workbook lists its fields; whoever reads one goes by that list alone, so
 * that workbooks of other versions are read as well.
 *
 * - a figure of a statutory table (`count`, `signed`, `amount`), or a total of one that a formula works out (`total`)
 * - `text`; `lines`, a text or the list of its lines; `day`; `year`; `integer`
 * - `value`: what a further table has in a cell: a text, a number, or nothing
 * - `prose`: a text, one paragraph a row; `texts`: a list of texts, one a row; `records`: a list of records, one a row; `counts`: numbers
 *   by names of one's own, one a row; `nested`: a list within a record
 * - `blanks`: whether blank cells of a table are 0
 * - `table`: the room for one more further table
 * - `hidden`: what no cell shows, such as the width of a column
 */
export type FieldKind =
  | CellKind
  | 'text'
  | 'lines'
  | 'day'
  | 'year'
  | 'integer'
  | 'value'
  | 'prose'
  | 'texts'
  | 'nested'
  | 'records'
  | 'counts'
  | 'blanks'
  | 'table'
  | 'hidden';

/**
 * How the report had it, where a cell does not tell: an amount given as a text (`string`), with a unit (`unit`), a note behind a figure
 * (`note`), with brackets of its own (`bracketed`); a list of one (`list`); a text with a line feed (`text`); a text before a table that is given as `before` (`around`); a total
 * that a formula works out (`total`); a list that is there although it is empty (`given`); one text over several cells (`continued`).
 */
export type Shape =
  | 'string'
  | 'unit'
  | 'note'
  | 'list'
  | 'text'
  | 'around'
  | 'total'
  | 'given'
  | 'bracketed'
  | 'continued';

export interface Field {
  readonly path: Path;
  readonly kind: FieldKind;
  readonly shapes: readonly Shape[];
  /** None for what is hidden. */
  readonly area?: Area;
  /** The columns of records; the value of what is hidden; the choices of what has some. */
  readonly more?: unknown;
}

/** A column of a list of records. */
export interface RecordColumn {
  readonly path: readonly string[];
  readonly kind: FieldKind;
}

/** What a table's choice says where blank cells are 0. */
export const BLANKS_ARE_ZERO = '空格都是 0';
/** What it says where they are not. */
export const BLANKS_ARE_BLANK = '逐格填写';

/** The hidden sheet, the mark in its first cell, and the version of what follows. */
export const MAP_SHEET = 'nianbao';
export const MAP_MARK = 'nianbao-workbook';
export const MAP_VERSION = 1;
/** The line of the hidden sheet that has what each sheet says in its first cell, as JSON by the names of the sheets. */
export const MAP_SHEETS = 'sheets';
/** The rows of the hidden sheet before its list. */
export const MAP_HEAD = 6;
/** The kind of the lines of the hidden sheet that have the labels of a sheet. */
export const MAP_LABELS = 'labels';
