import { type Diagnostic, diagnostic, type Path, within } from '../diagnostics/diagnostic.js';
import type { Table } from '../model/document.js';
import { type Datum, type Labelled, placeGrid } from './grid.js';
import { depth, leafOf, leaves, type Tree } from './spec.js';

/** A small table of the agency's own, given as data in the report object. */
export interface FurtherTable {
  readonly caption?: string | undefined;
  readonly stubhead?: string | undefined;
  readonly columns: readonly FurtherColumn[];
  readonly rows: readonly FurtherRow[];
}

/** A head of columns: its label, or a group of heads. `width` is in characters and read on single columns. */
export type FurtherColumn =
  | string
  | {
      readonly label: string;
      readonly width?: number | undefined;
      readonly columns?: readonly FurtherColumn[] | undefined;
    };

/** A row of values, or a group of rows under one label. */
export interface FurtherRow {
  readonly label?: string | undefined;
  readonly rows?: readonly FurtherRow[] | undefined;
  readonly values?: readonly (string | number | null)[] | undefined;
}

interface ColumnNode extends Labelled, Tree<ColumnNode> {
  readonly width?: number | undefined;
  readonly children?: readonly ColumnNode[];
}

interface RowNode extends Labelled, Tree<RowNode> {
  readonly row: Path;
  readonly data: readonly Datum[];
  readonly children?: readonly RowNode[];
}

/** The heads of columns as a tree; `path` is that of what holds them. */
function columnNodes(columns: readonly FurtherColumn[], path: Path): readonly ColumnNode[] {
  return columns.map((column, i): ColumnNode => {
    const here = within(path, 'columns', i);
    if (typeof column === 'string') return { label: column, path: here };
    const { label, width, columns: inner } = column;
    return { label, path: within(here, 'label'), width, ...(inner && { children: columnNodes(inner, here) }) };
  });
}

/** The rows as a tree; `path` is that of what holds them. */
function rowNodes(rows: readonly FurtherRow[], path: Path): readonly RowNode[] {
  return rows.map(({ label = '', values = [], rows: inner }, i): RowNode => {
    const row = within(path, 'rows', i);
    const data = values.map((value, j) => ({
      text: value === null ? '' : String(value),
      path: within(row, 'values', j),
    }));
    return { label, path: within(row, 'label'), row, data, ...(inner && { children: rowNodes(inner, row) }) };
  });
}

/** Full-width characters, roughly: what a column of these texts wants. */
function breadth(texts: readonly string[]): number {
  const widest = Math.max(0, ...texts.map((text) => [...text].reduce((sum, c) => sum + (c > '\u2E7F' ? 1 : 0.55), 0)));
  return Math.min(14, Math.max(4, widest)) + 1;
}

/** The rows that have more or fewer values than there are columns. */
export function checkFurtherTable(table: FurtherTable, path: Path): readonly Diagnostic[] {
  const columns = leaves(columnNodes(table.columns, path)).length;
  const rows = leaves(rowNodes(table.rows, path)).map(leafOf);
  return rows
    .filter(({ data }) => data.length !== columns)
    .map(({ label, row, data }) =>
      diagnostic('cell/missing', {
        message: `${label || '这一行'}的数值个数与列数不符`,
        path: row,
        found: `${data.length} 个`,
        expected: `${columns} 个`,
        hint: '每一列给一个值；空白的写 null',
      }),
    );
}

/**
 * A further table of the document. Its rows must have passed `checkFurtherTable`.
 *
 * @param path where the report has it; empty for a table that no report has
 */
export function furtherTable({ caption, stubhead = '', columns, rows }: FurtherTable, path: Path): Table {
  const heads = columnNodes(columns, path);
  const labels = rowNodes(rows, path);
  const rowWays = leaves(labels);
  const isLabelled = rowWays.some((way) => way.some((node) => node.label !== ''));
  const stubs = isLabelled ? depth(labels) : 0;
  const data = rowWays.map((way) => leafOf(way).data);
  const widths = [
    ...Array.from({ length: stubs }, (_, level) => breadth(rowWays.map((way) => way[level]?.label ?? ''))),
    ...leaves(heads)
      .map(leafOf)
      .map((leaf, j) => leaf.width ?? breadth([leaf.label, ...data.map((row) => row[j]?.text ?? '')])),
  ];
  const grid = placeGrid([{ columns: heads, rows: isLabelled ? labels : [], data }], {
    stubs,
    columns: widths.length,
    role: 'text',
    path,
    stubhead: { label: stubhead, path: within(path, 'stubhead') },
  });
  return {
    kind: 'table',
    path,
    ...(caption !== undefined && { caption }),
    description: caption ?? heads.map((node) => node.label).join('、'),
    widths,
    headRows: depth(heads),
    ...grid,
  };
}
