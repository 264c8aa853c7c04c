import Big from 'big.js';
import type { Figure } from '../model/figure.js';

/** What lies between two figures: the difference in the unit of the second, and as a share of the first. */
export interface FigureChange {
  readonly difference: Figure;
  /** In percent, rounded to a tenth; undefined if the first is not above zero. */
  readonly share: string | undefined;
}

/** How many places each multiple moves the point: 万元 are ten thousand 元. */
const MULTIPLES: { readonly [word: string]: number } = {
  '': 0,
  十: 1,
  百: 2,
  千: 3,
  万: 4,
  十万: 5,
  百万: 6,
  千万: 7,
  亿: 8,
  十亿: 9,
  百亿: 10,
  千亿: 11,
  万亿: 12,
};

/** A unit as a multiple of what it counts. */
function scaleOf(unit: string): { readonly places: number; readonly counted: string } {
  const [, multiple = '', counted = unit] = /^((?:[十百千]?[万亿]|万亿|[十百千])?)(.*)$/u.exec(unit) ?? [];
  return counted === '' ? { places: 0, counted: unit } : { places: MULTIPLES[multiple] ?? 0, counted };
}

/** A figure in another unit of the same thing, exactly; undefined if that counts something else. */
function inUnit({ value, unit = '' }: Figure, wanted: string): Big | undefined {
  if (unit === wanted) return new Big(value);
  const [from, to] = [scaleOf(unit), scaleOf(wanted)];
  return from.counted === to.counted ? new Big(value).times(new Big(10).pow(from.places - to.places)) : undefined;
}

/** The difference of two figures, exactly; undefined if their units count different things. */
export function figureChange(before: Figure, after: Figure): FigureChange | undefined {
  const old = inUnit(before, after.unit ?? '');
  if (old === undefined) return undefined;
  const difference = new Big(after.value).minus(old);
  return {
    difference: { value: difference.eq(0) ? '0' : difference.toFixed(), unit: after.unit },
    share: old.gt(0) ? difference.div(old).times(100).toFixed(1) : undefined,
  };
}
