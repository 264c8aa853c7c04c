import { NONE } from '../charts/drawn-chart.js';
import { legible } from '../compose/plain-blocks.js';
import { statedUnit } from '../table/stated-unit.js';
import { ems } from '../theme/ems.js';
import type { CellChange, CellRow, ComparedValue } from './comparison.js';
import { wrappable } from './wrappable.js';

/** What is no figure is broken into lines of so many characters. */
const LINE = 7;

const isFigure = (text: string): boolean => /^[-+]?[\d.]+(?:%|（[^（）]{1,4}）)?$/u.test(text);

/** How wide a column must be for a text: a figure stands on one line. */
export const widthFor = (text: string): number => (isFigure(text) ? ems(text) + 1 : Math.min(ems(text), LINE) + 1);

const ZERO = /^-?0(?:\.0*)?$/u;

/** Whether any report has something other than zero in a cell, so that people want to see it. */
export const isListed = ({ values }: CellRow): boolean =>
  values.some((value) => value !== null && !ZERO.test(value.value ?? ''));

/** A figure with its unit, unless the heads of its cell state that one. */
const withUnit = (value: string, unit: string, label: string): string =>
  unit === '' || statedUnit(label.split(' · ')) === unit ? value : `${value}（${unit}）`;

/** What a report has in a cell, as it is printed. */
export function valueText(value: ComparedValue | null | undefined, label: string): string {
  if (value === null || value === undefined) return NONE;
  if (value.value === null) return '空白';
  const note = value.note === '' ? '' : `（${value.note}）`;
  const lines = (withUnit(value.value, value.unit, label) + note).split('\n');
  const text = lines.map((line) => legible(line)).join('\n');
  return isFigure(text) ? text : wrappable(text, 8);
}

const signed = (value: string): string => (value.startsWith('-') || value === '0' ? value : `+${value}`);

/** More than this says nothing that the difference does not. */
const LARGEST_SHARE = 1_000_000;

const shareText = (share: string): string => (Number(share) > LARGEST_SHARE ? '逾百万%' : `${signed(share)}%`);

/** The difference and the share of a change, as they are printed. */
export function changeTexts(change: CellChange | undefined, label: string): readonly [string, string] {
  if (change === undefined || change.status === 'incomparable') return ['不可比', ''];
  const { status, difference, share } = change;
  if (difference === undefined) return [status === 'same' ? '相同' : '不同', ''];
  const percent = share === undefined || status === 'same' ? '' : shareText(share);
  return [withUnit(signed(difference.value), difference.unit ?? '', label), percent];
}
