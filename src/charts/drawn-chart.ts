import type { Mark } from '../model/drawing.js';

/** What is drawn: the figures of one thing, in each of some reports. */
export interface DrawnThing {
  readonly name: string;
  /** Plain decimals; `null` where there is none. */
  readonly values: readonly (string | null)[];
}

/** Things that are drawn to one scale, so that they can be compared. */
export interface DrawnChart {
  readonly unit: string;
  /** What the reports are called. */
  readonly labels: readonly string[];
  /** Whether the reports follow each other in time: then the last of them is the one in question. */
  readonly isOverTime: boolean;
  readonly things: readonly DrawnThing[];
}

/** The sizes of text that the style sheet of a page sets, and about how wide a digit and a Chinese character of it are, in pixels. */
export const TEXT = { size: 13, digit: 8.2, line: 18 } as const;

/** What stands in the place of a figure that is not there. */
export const NONE = '—';

export const shown = (value: string | null | undefined): string => value ?? NONE;

export const lengthOf = (value: string | null | undefined): number => (value == null ? 0 : Math.max(0, Number(value)));

/** The greatest of all figures: the end of the scale. */
export const greatest = ({ things }: DrawnChart): number =>
  things.flatMap(({ values }) => values).reduce((most, value) => Math.max(most, lengthOf(value)), 0);

/** About how wide a text of digits is. */
export const digitsWide = (text: string): number => text.length * TEXT.digit;

export const titleOf = ({ name }: DrawnThing, unit: string): string => `${name}（${unit}）`;

/** The title at the head of a picture. */
export const titleMark = (text: string): Mark => ({ kind: 'label', x: 0, y: 15, anchor: 'start', text, isSoft: false });

/** The figures of a thing in words. */
export function describe(values: readonly (string | null)[], labels: readonly string[], unit: string): string {
  const figures = values.map((value, i) => `${labels[i]}：${value === null ? '没有数字' : `${value}${unit}`}`);
  return `${figures.join('；')}。`;
}
