import Big from 'big.js';
import type { Figure } from '../model/figure.js';
import { inUnit } from './unit-sum.js';

/** What lies between two figures: the difference in the unit of the second, and as a share of the first. */
export interface FigureChange {
  readonly difference: Figure;
  /** In percent, rounded to a tenth; undefined if the first is not above zero. */
  readonly share: string | undefined;
}

/** The difference of two figures, exactly; undefined if their units cannot be turned into each other. */
export function figureChange(before: Figure, after: Figure): FigureChange | undefined {
  const old = inUnit({ value: before.value, unit: before.unit ?? '' }, after.unit ?? '', '');
  if (old === undefined) return undefined;
  const difference = new Big(after.value).minus(old);
  return {
    difference: { value: difference.eq(0) ? '0' : difference.toFixed(), unit: after.unit },
    share: old.gt(0) ? difference.div(old).times(100).toFixed(1) : undefined,
  };
}
