import { scaleLinear } from 'd3-scale';
import type { Mark, Picture } from '../model/drawing.js';
import {
  type DrawnChart,
  type DrawnThing,
  describe,
  digitsWide,
  greatest,
  lengthOf,
  shown,
  TEXT,
  titleMark,
  titleOf,
} from './drawn-chart.js';

const WIDTH = 280;

/** The title of a picture, and below it for each report a line with its name, and a bar. */
const TOP = 24;
const BAR = 12;
const PITCH = TEXT.line + BAR + 6;

/** More bars are drawn in several pictures, so that none is higher than a screen or a page. */
const MOST = 12;

/** How many characters of a name have room; of a longer one the end is shown, because the names of a place begin alike. */
const LONGEST = Math.floor((WIDTH - 5) / TEXT.size);

function named(label: string): string {
  const characters = [...label];
  return characters.length <= LONGEST ? label : `…${characters.slice(1 - LONGEST).join('')}`;
}

/** A part of a chart: the bars of one picture. */
interface Part {
  readonly values: DrawnThing['values'];
  readonly labels: readonly string[];
  /** The place of its first bar among all. */
  readonly from: number;
}

function partsOf({ values }: DrawnThing, labels: readonly string[]): readonly Part[] {
  return Array.from({ length: Math.ceil(labels.length / MOST) }, (_, i) => {
    const from = i * MOST;
    return { from, values: values.slice(from, from + MOST), labels: labels.slice(from, from + MOST) };
  });
}

function barMarks(
  { values, labels, from }: Part,
  { isOverTime, ...chart }: DrawnChart,
  long: (value: number) => number,
): readonly Mark[] {
  const last = chart.labels.length - 1;
  return values.flatMap((value, i): readonly Mark[] => {
    const y = TOP + i * PITCH + TEXT.line;
    const width = long(lengthOf(value));
    const fill = !isOverTime || from + i === last ? 'full' : 'hatched';
    return [
      { kind: 'label', x: 5, y: y - 4, anchor: 'start', text: named(labels[i] ?? ''), isSoft: true },
      ...(width > 0 ? [{ kind: 'bar', x: 0, y, width, height: BAR, fill } as const] : []),
      { kind: 'label', x: width + 5, y: y + BAR - 1, anchor: 'start', text: shown(value), isSoft: false },
    ];
  });
}

/** Pictures of each thing, with a bar for each report, all to one scale. */
export function drawBars(chart: DrawnChart): readonly Picture[] {
  const { unit, things, labels } = chart;
  const room = Math.max(...things.flatMap(({ values }) => values.map((value) => digitsWide(shown(value))))) + 8;
  const long = scaleLinear([0, Math.max(1, greatest(chart))], [0, WIDTH - room]);
  return things.flatMap((thing) => {
    const parts = partsOf(thing, labels);
    return parts.map((part, i): Picture => {
      const title = titleOf(thing, unit) + (parts.length > 1 ? `（${i + 1}／${parts.length}）` : '');
      const height = TOP + part.labels.length * PITCH;
      const base: Mark = { kind: 'rule', x1: 0, y1: TOP, x2: 0, y2: height, isFaint: false };
      const description = describe(part.values, part.labels, unit);
      return {
        title,
        description,
        width: WIDTH,
        height,
        marks: [titleMark(title), ...barMarks(part, chart, long), base],
      };
    });
  });
}
