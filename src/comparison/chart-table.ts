import { drawChart } from '../charts/draw-chart.js';
import { shown } from '../charts/drawn-chart.js';
import { legible } from '../compose/plain-blocks.js';
import type { Table } from '../model/document.js';
import { type FurtherTable, furtherTable } from '../table/further.js';
import { widthFor } from './cell-texts.js';
import type { ComparedChart, Comparison } from './comparison.js';
import { inGroups } from './in-groups.js';
import { wrappable } from './wrappable.js';

/** More reports than this stand below each other in the table, not beside each other. */
const MOST_BESIDE = 6;

/** Widths in characters: of all columns of figures in a table, and of the least one of them. */
const ROOM = 45;
const LEAST = 4;

/** A column: its head, and its figures from top to bottom. */
interface FigureColumn {
  readonly label: string;
  readonly values: readonly string[];
}

/** The figures of a chart as columns, and what its rows are called. */
interface Figures {
  readonly stubhead: string;
  readonly rows: readonly string[];
  readonly columns: readonly FigureColumn[];
}

function figuresOf({ bars }: ComparedChart, labels: readonly string[], isBeside: boolean): Figures {
  if (isBeside) {
    const columns = labels.map((label, i) => ({ label, values: bars.map(({ values }) => shown(values[i])) }));
    return { stubhead: '项目', rows: bars.map(({ name }) => name), columns };
  }
  const columns = bars.map(({ name, values }) => ({ label: name, values: labels.map((_, i) => shown(values[i])) }));
  return { stubhead: '报告', rows: labels, columns };
}

/** As many columns as have room beside each other, in tables that follow each other. */
function tablesOf({ stubhead, rows, columns }: Figures): readonly FurtherTable[] {
  const width = Math.max(LEAST, ...columns.flatMap(({ values }) => values.map(widthFor)));
  return inGroups(columns, Math.max(1, Math.floor(ROOM / width))).map((group) => ({
    stubhead,
    columns: group.map(({ label }) => ({ label, width })),
    rows: rows.map((label, i) => ({ label, values: group.map(({ values }) => values[i] ?? '') })),
  }));
}

/** The figures of a chart as tables, the first of them with the pictures that show them. */
export function chartTables(chart: ComparedChart, { kind, reports }: Comparison): readonly Table[] {
  const labels = reports.map(({ label }) => legible(label));
  const isOverTime = kind === 'years';
  const pictures = drawChart({ unit: chart.unit, labels, isOverTime, things: chart.bars });
  const isBeside = isOverTime && labels.length <= MOST_BESIDE;
  const figures = figuresOf(
    chart,
    labels.map((label) => wrappable(label, 16)),
    isBeside,
  );
  return tablesOf(figures).map((table, i, all) => ({
    ...furtherTable(table, []),
    description: `${chart.title}（${chart.unit}）${all.length > 1 ? `（${i + 1}／${all.length}）` : ''}`,
    ...(i === 0 && pictures.length > 0 && { pictures }),
  }));
}
