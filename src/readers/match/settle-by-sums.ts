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

/** More fields than this too few or too many are tried in no way: too many would fit. */
const MOST = 3;

/** All ways to choose some of the places from 0 on. */
function choices(places: readonly number[], count: number): readonly (readonly number[])[] {
  if (count === 0) return [[]];
  return places.flatMap((place, i) => choices(places.slice(i + 1), count - 1).map((others) => [place, ...others]));
}

/**
 * All ways in which fields stand in columns in their order: some columns without a field, one field in no column, or some blank ones in
 * none.
 */
function waysOf(figures: readonly SourceField[], count: number): readonly Fields[] {
  const lacking = count - figures.length;
  if (Math.abs(lacking) > MOST) return [];
  if (lacking >= 0) {
    const columns = Array.from({ length: count }, (_, j) => j);
    return choices(columns, lacking).map((gaps) => {
      const fields = figures.values();
      return columns.map((j) => (gaps.includes(j) ? undefined : fields.next().value));
    });
  }
  const spare = figures.flatMap(({ text }, k) => (lacking === -1 || text.trim() === '' ? [k] : []));
  return choices(spare, -lacking).map((gone) => figures.filter((_, k) => !gone.includes(k)));
}

/**
 * The columns in which the fields of a row stand, if neither their number nor the heads over them tell, and its sums do: of all ways, the
 * only one with which they hold.
 *
 * @returns undefined if the row has no sums, or they hold in no way or in several
 */
export function settledBySums(
  figures: readonly SourceField[],
  cells: readonly DataCell[],
  spec: TableSpec,
): Fields | undefined {
  const sums = sumsWithin(cells, spec);
  if (sums.length === 0) return undefined;
  const right = waysOf(figures, cells.length).filter((way) => holds(way, cells, sums));
  // Among zeros it does not matter where one is lacking.
  const figuresIn = (way: Fields) => way.map((field) => field?.text.trim() || '0').join(' ');
  return new Set(right.map(figuresIn)).size === 1 ? right[0] : undefined;
}
