import { spaceless } from '../../characters/spaceless.js';
import { memoOf } from '../../memo/memo.js';
import type { DataCell } from '../../table/cells.js';
import type { TableSpec } from '../../table/spec.js';
import type { SourceTable } from '../neutral/reading.js';
import {
  headLikeness,
  headRowsAbove,
  headsOver,
  likesUnder,
  matchColumns,
  type Usual,
  usualOf,
} from './match-columns.js';
import { matchRows, type RowMatch } from './match-rows.js';
import { settledBySums } from './settle-by-sums.js';
import type { SourceField, SourceRow } from './source-rows.js';
import { specColumns, specRows } from './spec-rows.js';

/** A cell of the form and what stands in it in the source. */
export interface PlacedCell {
  readonly cell: DataCell;
  /** Undefined if the source has no such cell. */
  readonly field: SourceField | undefined;
}

/** A row of the form as it was found. */
export interface PlacedRow {
  readonly match: RowMatch;
  readonly cells: readonly PlacedCell[];
  readonly how: 'order' | 'heads' | 'sums';
  /** Fields of the row that stand in no column of the form. */
  readonly left: readonly SourceField[];
}

/** A table of the form as it was found in rows of the source. */
export interface PlacedTable {
  readonly spec: TableSpec;
  readonly rows: readonly PlacedRow[];
  /** Rows whose columns could not be settled. */
  readonly unsettled: readonly RowMatch[];
  /** How much of the form was found: for each row its likeness. */
  readonly likeness: number;
  /** How alike the heads of its columns are to the form's, 0 to 1; undefined if there are none. */
  readonly heads: number | undefined;
}

/** The heads over each field of a row, from the outermost. */
type Heads = readonly (readonly string[])[];

/** The rows of each table of a source, by table. */
export type RowsOf = (row: SourceRow) => readonly SourceRow[];

const knownHeads = memoOf<SourceTable, Heads>(500);

/** The heads over each field of a row; none if its columns cannot be relied on. Rows below the same heads share them. */
function headsOf(source: SourceRow, rowsOf: RowsOf): Heads {
  const { table, figures } = source;
  if (table.isTorn) return [];
  const rows = headRowsAbove(source, rowsOf(source));
  const key = `${rows[0]?.row} ${rows.length} ${figures.map(({ from, to }) => `${from}-${to}`).join(' ')}`;
  return knownHeads(table)(key, () => figures.map((field) => headsOver(field, rows)));
}

/** The mean likeness of the heads over the fields of rows to those of their columns. */
function likenessOfHeads(rows: readonly PlacedRow[], spec: TableSpec, rowsOf: RowsOf): number | undefined {
  const all = rows.flatMap(({ match, cells }) => {
    const columns = specColumns(spec)[match.spec.group] ?? [];
    const heads = headsOf(match.source, rowsOf);
    const likes = likesUnder(heads, columns);
    return cells.flatMap(({ field }, j) => {
      const k = field ? match.source.figures.indexOf(field) : -1;
      return (heads[k] ?? []).length === 0 ? [] : [likes[k]?.[j] ?? 0];
    });
  });
  return all.length === 0 ? undefined : all.reduce((sum, one) => sum + one, 0) / all.length;
}

/** A row whose columns neither their number nor their heads tell: as its sums say, or not at all. */
function bySums(match: RowMatch, spec: TableSpec): PlacedRow | undefined {
  const fields = settledBySums(match.source.figures, match.spec.cells, spec);
  return fields && withFields(match, fields, 'sums');
}

function withFields(match: RowMatch, fields: readonly (SourceField | undefined)[], how: PlacedRow['how']): PlacedRow {
  const cells = match.spec.cells.map((cell, j) => ({ cell, field: fields[j] }));
  const used = new Set(fields);
  const left = match.source.figures.filter((field) => !used.has(field) && field.text.trim() !== '');
  return { match, cells, how, left };
}

function placeRow(match: RowMatch, spec: TableSpec, rowsOf: RowsOf, usual: Usual): PlacedRow | undefined {
  const columns = specColumns(spec)[match.spec.group] ?? [];
  const byHeads = matchColumns(match.source.figures, columns, headsOf(match.source, rowsOf), usual);
  const isSettled = byHeads !== undefined && byHeads.how !== 'doubt';
  return isSettled ? withFields(match, byHeads.fields, byHeads.how) : bySums(match, spec);
}

/** The share of the labels over a table of one row that stand somewhere above a row of the source. */
function labelsAbove(source: SourceRow, spec: TableSpec, rowsOf: RowsOf): number {
  const heads = headRowsAbove(source, rowsOf(source));
  const texts = heads.flatMap(({ fields }) => fields.map(({ text }) => spaceless(text)));
  const wanted = new Set(specColumns(spec).flat(2));
  const found = [...wanted].filter((label) => texts.some((text) => headLikeness([text], [label]) >= 0.6));
  return wanted.size === 0 ? 0 : found.length / wanted.size;
}

/** The rows of a table of the form among those of the source, before their columns are looked at. */
export interface TableRows {
  readonly spec: TableSpec;
  readonly matches: readonly RowMatch[];
  readonly likeness: number;
  /** Only the number of its figures says what it is. */
  readonly isGuess: boolean;
}

const tableRows = (spec: TableSpec, matches: readonly RowMatch[], isGuess = false): TableRows => ({
  spec,
  matches,
  likeness: matches.reduce((sum, { likeness }) => sum + likeness, 0),
  isGuess,
});

/** A table of one row without a label is known by its heads. */
function findSingle(rows: readonly SourceRow[], spec: TableSpec, rowsOf: RowsOf): TableRows | undefined {
  const [row] = specRows(spec);
  const count = specColumns(spec)[0]?.length ?? 0;
  const candidates = rows
    .filter(({ figures }) => figures.length >= count * 0.6)
    .map((source) => ({ source, likeness: labelsAbove(source, spec, rowsOf) }))
    .toSorted((a, b) => b.likeness - a.likeness);
  const [best] = candidates;
  if (row === undefined || best === undefined) return undefined;
  if (best.likeness >= 0.5) return tableRows(spec, [{ source: best.source, spec: row, likeness: best.likeness }]);
  // The row may have lost its heads; so many figures in a row are of no other table, but that is a guess.
  const alone = rows.filter(({ figures, labels }) => labels.length === 0 && figures.length === count);
  const [only] = alone;
  if (only === undefined || alone.length > 1 || count < MANY) return undefined;
  return tableRows(spec, [{ source: only, spec: row, likeness: 0.5 }], true);
}

/** More figures than rows of other tables have. */
const MANY = 10;

/**
 * Finds the rows of a table of the form among rows of the source; undefined if too little of it is there.
 *
 * @param least how much is enough, in rows that are alike; two of them, or half of a small table, if not given
 */
export function findTable(
  rows: readonly SourceRow[],
  spec: TableSpec,
  rowsOf: RowsOf,
  least?: number,
): TableRows | undefined {
  const prescribed = specRows(spec).filter(({ stands }) => stands === undefined);
  if (prescribed.every(({ labels }) => labels.length === 0)) return findSingle(rows, spec, rowsOf);
  const found = tableRows(spec, matchRows(rows, spec));
  const enough = least ?? Math.min(2, prescribed.length * 0.5);
  return found.likeness >= enough ? found : undefined;
}

/** Puts the figures of the rows that were found into the columns of the form. */
export function placeTable({ spec, matches, likeness, isGuess }: TableRows, rowsOf: RowsOf): PlacedTable {
  const usual = specColumns(spec).map((columns, group) =>
    usualOf(
      matches.filter((match) => match.spec.group === group).map(({ source }) => source),
      columns.length,
    ),
  );
  const all = matches.map((match) => ({
    match,
    row: isGuess
      ? bySums(match, spec)
      : placeRow(match, spec, rowsOf, usual[match.spec.group] ?? { count: undefined, start: undefined }),
  }));
  const rows = all.flatMap(({ row }) => row ?? []);
  return {
    spec,
    rows,
    unsettled: all.flatMap(({ match, row }) => (row ? [] : [match])),
    likeness,
    heads: likenessOfHeads(rows, spec, rowsOf),
  };
}
