import { drawChart } from '../charts/draw-chart.js';
import { shown } from '../charts/drawn-chart.js';
import { legible } from '../compose/plain-blocks.js';
import type { Table } from '../model/document.js';
import { type FurtherTable, furtherTable } from '../table/further.js';
import type { ComparedChart, Comparison } from './comparison.js';
import { wrappable } from './wrappable.js';

/** More reports than this stand below each other in the table, not beside each other. */
const MOST_BESIDE = 6;

function figuresOf({ bars }: ComparedChart, labels: readonly string[], isBeside: boolean): FurtherTable {
  if (isBeside) {
    return {
      stubhead: '项目',
      columns: labels.map((label) => ({ label, width: 6 })),
      rows: bars.map(({ name, values }) => ({ label: name, values: values.map(shown) })),
    };
  }
  return {
    stubhead: '报告',
    columns: bars.map(({ name }) => ({ label: name, width: 4 })),
    rows: labels.map((label, i) => ({ label, values: bars.map(({ values }) => shown(values[i])) })),
  };
}

/** The figures of a chart as a table, with the pictures that show them. */
export function chartTable(chart: ComparedChart, { kind, reports }: Comparison): Table {
  const labels = reports.map(({ label }) => legible(label));
  const shownLabels = labels.map((label) => wrappable(label, 16));
  const isOverTime = kind === 'years';
  const pictures = drawChart({ unit: chart.unit, labels, isOverTime, things: chart.bars });
  const table = furtherTable(figuresOf(chart, shownLabels, isOverTime && labels.length <= MOST_BESIDE), []);
  return {
    ...table,
    description: `${chart.title}（${chart.unit}）`,
    ...(pictures.length > 0 && { pictures }),
  };
}
