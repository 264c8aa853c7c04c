import type { CellValue } from '../table/data.js';
import { sumValue } from '../table/exact-sum.js';
import { unitSum } from '../table/unit-sum.js';
import type { Chosen } from './choose-reports.js';
import { type Contribution, contributions } from './contributions.js';
import { type WholeCell, wholeCells } from './whole-cells.js';

/** A cell of the whole with all that it is made of. */
export interface RolledCell extends WholeCell {
  /** The sum; null while a contribution is missing, or if it cannot be told in one figure. */
  readonly value: CellValue;
  /** One for each agency directly below the whole, in the order of `children`. */
  readonly contributions: readonly Contribution[];
  /** Those by which there is no sum. */
  readonly gaps: readonly Contribution[];
  /** Why there is none although all are there: their units cannot be turned into each other, or it is too great for a count. */
  readonly why?: 'units' | 'too-great';
}

type Sum = Pick<RolledCell, 'value' | 'why'>;

function sumOf(all: readonly Contribution[], { kind, unit }: WholeCell): Sum {
  const sum = unitSum(
    all.map(({ values }) => values[0]),
    unit,
  );
  if (sum === undefined) return { value: null, why: 'units' };
  const isSafe = sum.sum.abs().lte(Number.MAX_SAFE_INTEGER);
  if (kind === 'amount') return { value: sumValue(sum) };
  return isSafe ? { value: Number(sum.sum.toFixed()) } : { value: null, why: 'too-great' };
}

function rolled(cell: WholeCell, all: readonly Contribution[], blankAsZero: boolean): RolledCell {
  const counts = ({ state }: Contribution) => state === 'given' || (blankAsZero && state === 'blank');
  const gaps = all.filter((one) => !counts(one));
  const isWhole = gaps.length === 0 && all.length > 0;
  return { ...cell, contributions: all, gaps, ...(isWhole ? sumOf(all, cell) : { value: null }) };
}

/** The cells for which a child, by its number, handed in figures that differ. */
export const disputedBy = (cells: readonly RolledCell[], child: number): readonly RolledCell[] =>
  cells.filter(({ contributions: all }) => all[child]?.state === 'disputed');

/** Every cell of the whole: the exact sum of what its children have there, or nothing. */
export function addUp(chosen: Chosen, blankAsZero: boolean): readonly RolledCell[] {
  const contributionsTo = contributions(chosen, blankAsZero);
  return wholeCells(chosen.form).map((cell) => rolled(cell, contributionsTo(cell), blankAsZero));
}
