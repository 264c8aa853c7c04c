import Big from 'big.js';
import { bareAmount, type ExactSum, exactSum, type Sign } from './exact-sum.js';

/** Units of money as powers of ten of a yuan. */
const POWERS: { readonly [unit: string]: number } = {
  分: -2,
  角: -1,
  元: 0,
  百元: 2,
  千元: 3,
  万元: 4,
  十万元: 5,
  百万元: 6,
  千万元: 7,
  亿元: 8,
};

const powerOf = (unit: string): number | undefined => (Object.hasOwn(POWERS, unit) ? POWERS[unit] : undefined);

const bareUnit = (unit: string): string => unit.replace(/\s|^人民币/gu, '');

interface InUnit {
  readonly value: Big;
  readonly unit: string;
}

const added = (values: readonly Big[]): Big => values.reduce<Big>((sum, value) => sum.plus(value), new Big(0));

/** The sum of amounts that all state a unit. */
function inOneUnit(amounts: readonly InUnit[], columnUnit: string): ExactSum | undefined {
  const [first] = amounts;
  const shown = (unit: string) => (unit === columnUnit ? '' : unit);
  if (first === undefined || amounts.every(({ unit }) => unit === first.unit)) {
    return { sum: added(amounts.map(({ value }) => value)), unit: shown(first?.unit ?? '') };
  }
  const powers = amounts.flatMap(({ unit }) => powerOf(unit) ?? []);
  if (powers.length < amounts.length) return undefined;
  const target = powerOf(columnUnit) ?? Math.max(...powers);
  const turned = amounts.map(({ value }, i) => value.times(new Big(`1e${(powers[i] ?? 0) - target}`)));
  const unit = amounts.find(({ unit: one }) => powerOf(one) === target)?.unit ?? '';
  return { sum: added(turned), unit: powerOf(columnUnit) === target ? '' : unit };
}

/**
 * The sum of figures that may state different units of money: exact, because one is a power of ten of the other. Where all state one
 * unit, or none, it is the sum's; where they differ, the sum is in that of the column, and states none, or else in the greatest.
 *
 * @param columnUnit what figures without a unit are in, by the heads of their column; empty if these state none
 * @returns undefined if a figure is blank, or if units cannot be turned into each other
 */
export function unitSum(
  values: readonly unknown[],
  columnUnit: string,
  signs: readonly Sign[] = [],
): ExactSum | undefined {
  const plain = exactSum(values, signs);
  if (plain !== undefined) return plain;
  const amounts = values.flatMap((value, i) => {
    const amount = bareAmount(value);
    return amount === undefined ? [] : [{ ...amount, value: new Big(amount.value).times(signs[i] ?? 1) }];
  });
  if (amounts.length < values.length) return undefined;
  // Nothing is nothing in any unit.
  const some = amounts.filter(({ value, unit }) => unit !== '' || !value.eq(0));
  return inOneUnit(
    some.map(({ value, unit }) => ({ value, unit: bareUnit(unit === '' ? columnUnit : unit) })),
    bareUnit(columnUnit),
  );
}

/**
 * A figure as one text for all ways to write it: `1万元` and `10000元` are the same, and so is nothing in whatever unit.
 *
 * @param columnUnit what figures without a unit are in
 */
export function figureKey(value: unknown, columnUnit: string): string {
  const amount = bareAmount(value);
  if (amount === undefined) return JSON.stringify(value ?? null);
  const own = new Big(amount.value);
  if (own.eq(0)) return '0';
  const unit = bareUnit(amount.unit === '' ? columnUnit : amount.unit);
  const power = powerOf(unit);
  return power === undefined ? `${own.toFixed()} ${unit}` : `${own.times(new Big(`1e${power}`)).toFixed()} 元`;
}

/**
 * A figure in another unit; undefined if it cannot be turned into it.
 *
 * @param unit empty for that of the column
 */
export function inUnit(value: unknown, unit: string, columnUnit: string): Big | undefined {
  const amount = bareAmount(value);
  const [own, other] = [amount?.unit ?? '', unit].map((one) => bareUnit(one === '' ? columnUnit : one));
  const [from, to] = [powerOf(own ?? ''), powerOf(other ?? '')];
  if (amount === undefined) return undefined;
  if (own === other) return new Big(amount.value);
  return from === undefined || to === undefined ? undefined : new Big(amount.value).times(new Big(`1e${from - to}`));
}
