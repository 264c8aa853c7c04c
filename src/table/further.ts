import { type Diagnostic, diagnostic, type Path } from '../diagnostics/diagnostic.js';
import type { Table } from '../model/document.js';
import { type Labelled, placeGrid } from './grid.js';
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
  readonly path: Path;
  readonly texts: readonly string[];
  readonly children?: readonly RowNode[];
}

function columnNode(column: FurtherColumn): ColumnNode {
  if (typeof column === 'string') return { label: column };
  const { label, width, columns } = column;
  return { label, width, ...(columns && { children: columns.map(columnNode) }) };
}

function rowNode(row: FurtherRow, path: Path): RowNode {
  const texts = (row.values ?? []).map((value) => (value === null ? '' : String(value)));
  const children = row.rows?.map((inner, i) => rowNode(inner, [...path, 'rows', i]));
  return { label: row.label ?? '', path, texts, ...(children && { children }) };
}

/** Full-width characters, roughly: what a column of these texts wants. */
function breadth(texts: readonly string[]): number {
  const widest = Math.max(0, ...texts.map((text) => [...text].reduce((sum, c) => sum + (c > '\u2E7F' ? 1 : 0.55), 0)));
  return Math.min(14, Math.max(4, widest)) + 1;
}

/** Rows whose values do not match the columns. */
export function checkFurtherTable(table: FurtherTable, path: Path): readonly Diagnostic[] {
  const columns = leaves(table.columns.map(columnNode)).length;
  const rows = leaves(table.rows.map((row, i) => rowNode(row, [...path, 'rows', i]))).map(leafOf);
  return rows
    .filter((row) => row.texts.length !== columns)
    .map((row) =>
      diagnostic('cell/missing', {
        message: `${row.label || '这一行'}的数值个数与列数不符`,
        path: row.path,
        found: `${row.texts.length} 个`,
        expected: `${columns} 个`,
        hint: '每一列给一个值；空白的写 null',
      }),
    );
}

/** A further table of the document. Its rows must have passed `checkFurtherTable`. */
export function furtherTable({ caption, stubhead, columns, rows }: FurtherTable, source: string): Table {
  const columnNodes = columns.map(columnNode);
  const rowNodes = rows.map((row) => rowNode(row, []));
  const rowWays = leaves(rowNodes);
  const isLabelled = rowWays.some((way) => way.some((node) => node.label !== ''));
  const stubs = isLabelled ? depth(rowNodes) : 0;
  const texts = rowWays.map((way) => leafOf(way).texts);
  const columnLeaves = leaves(columnNodes).map(leafOf);
  const widths = [
    ...Array.from({ length: stubs }, (_, level) => breadth(rowWays.map((way) => way[level]?.label ?? ''))),
    ...columnLeaves.map((leaf, j) => leaf.width ?? breadth([leaf.label, ...texts.map((row) => row[j] ?? '')])),
  ];
  const block = { columns: columnNodes, rows: isLabelled ? rowNodes : [], texts };
  const grid = placeGrid([block], { stubs, columns: widths.length, data: 'text', stubhead: { label: stubhead ?? '' } });
  return {
    kind: 'table',
    source,
    ...(caption !== undefined && { caption }),
    description: caption ?? columnNodes.map((node) => node.label).join('、'),
    widths,
    headRows: depth(columnNodes),
    ...grid,
  };
}
