import type { Picture } from '../model/drawing.js';
import { drawBars } from './draw-bars.js';
import { columnsFit, drawColumns } from './draw-columns.js';
import { type DrawnChart, greatest } from './drawn-chart.js';

/** A chart as pictures that stand beside each other; none if there is nothing to be seen in it. */
export function drawChart(chart: DrawnChart): readonly Picture[] {
  if (greatest(chart) === 0) return [];
  return chart.isOverTime && columnsFit(chart) ? drawColumns(chart) : drawBars(chart);
}
