import { scaleBand, scaleLinear } from 'd3-scale';
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

const WIDTH = 240;
const HEIGHT = 176;

/** Where the columns stand: below the title and their figures, above the names of the years. */
const TOP = 46;
const BOTTOM = HEIGHT - 22;

/** How many lines to read by are wanted. */
const LINES = 3;

/** The scales that the pictures of a chart have in common. */
interface Axes {
  readonly left: number;
  readonly ticks: readonly number[];
  readonly height: (value: number) => number;
  readonly place: (index: number) => number;
  readonly breadth: number;
}

function axesOf(chart: DrawnChart): Axes {
  const most = greatest(chart);
  const scale = scaleLinear([0, Math.max(1, most)], [0, BOTTOM - TOP]).nice(LINES);
  const ticks = scale.ticks(LINES).filter(Number.isInteger);
  const left = Math.max(...ticks.map((tick) => digitsWide(String(tick)))) + 6;
  const band = scaleBand(
    chart.labels.map((_, i) => i),
    [left, WIDTH],
  ).padding(0.25);
  return { left, ticks, height: scale, place: (i) => band(i) ?? left, breadth: band.bandwidth() };
}

const lines = ({ ticks, height, left }: Axes): readonly Mark[] =>
  ticks.flatMap((tick): readonly Mark[] => {
    const y = BOTTOM - height(tick);
    return [
      { kind: 'rule', x1: left, y1: y, x2: WIDTH, y2: y, isFaint: tick > 0 },
      { kind: 'label', x: left - 5, y: y + 4, anchor: 'end', text: String(tick), isSoft: true },
    ];
  });

function columns({ values }: DrawnThing, labels: readonly string[], { place, breadth, height }: Axes): readonly Mark[] {
  return values.flatMap((value, i): readonly Mark[] => {
    const tall = height(lengthOf(value));
    const x = place(i);
    const middle = x + breadth / 2;
    const fill = i === values.length - 1 ? 'full' : 'hatched';
    const column: Mark = { kind: 'bar', x, y: BOTTOM - tall, width: breadth, height: tall, fill };
    return [
      ...(tall > 0 ? [column] : []),
      { kind: 'label', x: middle, y: BOTTOM - tall - 5, anchor: 'middle', text: shown(value), isSoft: false },
      { kind: 'label', x: middle, y: HEIGHT - 6, anchor: 'middle', text: labels[i] ?? '', isSoft: true },
    ];
  });
}

/** Whether all figures and names have room beside each other. */
export function columnsFit(chart: DrawnChart): boolean {
  const texts = chart.things.flatMap(({ values }) => values.map(shown));
  const widest = Math.max(...texts.map(digitsWide), ...chart.labels.map((label) => digitsWide(label) + TEXT.digit));
  return (WIDTH - axesOf(chart).left) / chart.labels.length >= widest;
}

/** A picture for each thing, with a column for each report, all to one scale. */
export function drawColumns(chart: DrawnChart): readonly Picture[] {
  const axes = axesOf(chart);
  const { labels, unit, things } = chart;
  return things.map((thing) => {
    const title = titleOf(thing, unit);
    return {
      title,
      description: describe(thing.values, labels, unit),
      width: WIDTH,
      height: HEIGHT,
      marks: [titleMark(title), ...lines(axes), ...columns(thing, labels, axes)],
    };
  });
}
