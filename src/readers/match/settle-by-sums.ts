import { type DataCell, valueAt } from '../../table/cells.js';
import { nest } from '../../table/complete.js';
import { exactSum, exactText } from '../../table/exact-sum.js';
import type { TableSpec } from '../../table/spec.js';
import { type Sum, sumsOf } from '../../table/sums.js';
import { readFigure } from './figure-text.js';
import type { SourceField } from './source-rows.js';

type Fields = readonly (SourceField | undefined)[];

/** The sums that hold within a row. */
function sumsWithin(cells: readonly DataCell[], spec: TableSpec): readonly Sum[] {
  const own = new Set(cells);
  return sumsOf(spec).filter(({ at, left }) => own.has(at) && left.every((cell) => own.has(cell)));
}

/** Whether all sums of a row hold if its fields stand so; blank cells, and those without a field, count as 0. */
function holds(fields: Fields, cells: readonly DataCell[], sums: readonly Sum[]): boolean {
  const values = new Map(cells.map((cell, j) => [cell, readFigure(fields[j]?.text ?? '', cell.kind).value]));
  const data = nest(cells, (cell) => values.get(cell) ?? 0);
  return sums.every(({ at, left }) => {
    const [whole, parts] = [[at], left].map((side) => exactSum(side.map(({ path }) => valueAt(data, path))));
    return whole !== undefined && parts !== undefined && exactText(whole) === exactText(parts);
  });
}

/** The ways in which the fields of a row that has one too few, or one too many, may stand in its cells. */
function waysToFit(figures: readonly SourceField[], count: number): readonly Fields[] {
  const places = Array.from({ length: Math.max(figures.length, count) }, (_, i) => i);
  if (figures.length === count - 1)
    return places.map((gap) => [...figures.slice(0, gap), undefined, ...figures.slice(gap)]);
  return figures.length === count + 1 ? places.map((one) => figures.toSpliced(one, 1)) : [];
}

/**
 * Where the cell of a row is that the source lacks, or which of its fields is none, if the sums of the row tell: of all ways, the only
 * one with which they hold.
 *
 * @returns undefined if the row has no sums, or they hold with none or several
 */
export function settledBySums(
  figures: readonly SourceField[],
  cells: readonly DataCell[],
  spec: TableSpec,
): Fields | undefined {
  const sums = sumsWithin(cells, spec);
  if (sums.length === 0) return undefined;
  const right = waysToFit(figures, cells.length).filter((way) => holds(way, cells, sums));
  // Among zeros it does not matter where one is lacking.
  const figuresIn = (way: Fields) => way.map((field) => (field ? field.text.trim() : '0')).join(' ');
  return new Set(right.map(figuresIn)).size === 1 ? right[0] : undefined;
}
