import { type Diagnostic, diagnostic, type Path, within } from '../diagnostics/diagnostic.js';
import { greatest } from '../limits/extremes.js';
import type { Cell, Table, TableNote } from '../model/document.js';
import { type Datum, type Labelled, placeGrid } from './grid.js';
import { figureOf, printedCell } from './printed-figure.js';
import { depth, leafOf, leaves, type Tree } from './spec.js';

/** A small table of the agency's own, given as data in the report object. */
export interface FurtherTable {
  /** 表题: printed above the table. */
  readonly caption?: string | undefined;
  /** 左上角表头: the text over the labels of the rows. */
  readonly stubhead?: string | undefined;
  /** The heads of the columns of values, from left to right. */
  readonly columns: readonly FurtherColumn[];
  /** From top to bottom. */
  readonly rows: readonly FurtherRow[];
  /** 表注: printed below the table; a template, as the texts of the report. */
  readonly note?: string | readonly string[] | undefined;
}

/** A group of column heads under one label, or a column with a width of its own. */
export interface FurtherColumnGroup {
  /** What is printed in the head. */
  readonly label: string;
  /** In characters; of single columns only. By what stands in the column if not given. */
  readonly width?: number | undefined;
  /** The heads below this one. */
  readonly columns?: readonly FurtherColumn[] | undefined;
}

/** A column head: its label, or a group of heads. */
export type FurtherColumn = string | FurtherColumnGroup;

/** A row of values, or a group of rows under one label. */
export interface FurtherRow {
  /** What is printed before the values; a table none of whose rows has one has no column of labels. */
  readonly label?: string | undefined;
  /** The rows of the group, which then has no values itself. */
  readonly rows?: readonly FurtherRow[] | undefined;
  /** One for each column. */
  readonly values?: readonly FurtherValue[] | undefined;
}

/** A value with a note. */
export interface NotedValue {
  /** A text or a figure. */
  readonly value: string | number;
  /** 格内的注: printed in brackets behind the value. */
  readonly note: string;
}

/** What a further table has in a cell: a text or a figure, perhaps with a note behind it, or nothing. */
export type FurtherValue = string | number | NotedValue | null;

interface ColumnNode extends Labelled, Tree<ColumnNode> {
  readonly width?: number | undefined;
  readonly children?: readonly ColumnNode[];
}

interface RowNode extends Labelled, Tree<RowNode> {
  readonly row: Path;
  readonly data: readonly Datum[];
  readonly children?: readonly RowNode[];
}

/** A text of a cell. A line feed in it ends a line; those at its ends, which YAML leaves there, do not. */
const cellText = (text: string): string => text.replaceAll('\r\n', '\n').replace(/^\n+|(?<!\n)\n+$/g, '');

/** The same on one line, for messages and descriptions. */
const onOneLine = (text: string): string => text.replaceAll('\n', '');

/** Column heads as a tree. `path` leads to the object that holds them. */
function columnNodes(columns: readonly FurtherColumn[], path: Path): readonly ColumnNode[] {
  return columns.map((column, i): ColumnNode => {
    const here = within(path, 'columns', i);
    if (typeof column === 'string') return { label: cellText(column), path: here };
    const { label, width, columns: inner } = column;
    return {
      label: cellText(label),
      path: within(here, 'label'),
      width,
      ...(inner && { children: columnNodes(inner, here) }),
    };
  });
}

/** Rows as a tree. `path` leads to the object that holds them. */
function rowNodes(rows: readonly FurtherRow[], path: Path): readonly RowNode[] {
  return rows.map(({ label: typed = '', values = [], rows: inner }, i): RowNode => {
    const label = cellText(typed);
    const row = within(path, 'rows', i);
    const data = values.map((value, j) => ({
      text: cellText(printedCell(value)),
      path: within(row, 'values', j),
      figure: figureOf(value),
    }));
    return { label, path: within(row, 'label'), row, data, ...(inner && { children: rowNodes(inner, row) }) };
  });
}

/** The width that a column of these texts needs, roughly, in full-width characters. */
function breadth(texts: readonly string[]): number {
  const lines = texts.flatMap((text) => text.split('\n'));
  const widest = greatest(
    lines.map((line) => [...line].reduce((sum, c) => sum + (c > '\u2E7F' ? 1 : 0.55), 0)),
    0,
  );
  return Math.min(14, Math.max(4, widest)) + 1;
}

/** What a column of numbers that head rows (序号) has: numbers, perhaps with marks around them, and the words for sums. */
const SERIAL = /^(?:[（(]?[\d一二三四五六七八九十]+[）)]?[.．、]?|[合总小]计|)$/u;
const NUMBER = /^[（(]?\d/u;

/** Cells whose row heads, where a column of them is but numbers, are such: they stand below its head as figures do. */
function withSerials(cells: readonly Cell[]): readonly Cell[] {
  const textsOf = new Map<number, string[]>();
  for (const { role, column, text } of cells) {
    if (role !== 'stub') continue;
    const texts = textsOf.get(column);
    if (texts === undefined) textsOf.set(column, [text]);
    else texts.push(text);
  }
  const isSerial = (texts: readonly string[]) =>
    texts.every((text) => SERIAL.test(text)) && texts.some((text) => NUMBER.test(text));
  const serial = new Set([...textsOf].filter(([, texts]) => isSerial(texts)).map(([column]) => column));
  return cells.map((cell) => (cell.role === 'stub' && serial.has(cell.column) ? { ...cell, role: 'serial' } : cell));
}

/** The rows that are no groups. */
const leafRows = (
  rows: readonly FurtherRow[],
  path: Path,
): readonly { readonly row: FurtherRow; readonly path: Path }[] =>
  rows.flatMap((row, i) => {
    const here = within(path, 'rows', i);
    return row.rows ? leafRows(row.rows, here) : { row, path: here };
  });

/** The rows that have more or fewer values than there are columns. */
export function checkFurtherTable(table: FurtherTable, path: Path): readonly Diagnostic[] {
  const columns = leaves(columnNodes(table.columns, path)).length;
  return leafRows(table.rows, path)
    .filter(({ row: { values = [] } }) => values.length !== columns)
    .map(({ row: { label = '', values = [] }, path: at }) =>
      diagnostic(
        'cell/missing',
        { cause: 'row', name: onOneLine(cellText(label)), count: values.length, most: columns },
        { path: at },
      ),
    );
}

/** The same of all further tables of a report, which are given by section. */
export function checkFurtherTables(
  tables: { readonly [section: string]: readonly FurtherTable[] | undefined } = {},
): readonly Diagnostic[] {
  return Object.entries(tables).flatMap(([section, list = []]) =>
    list.flatMap((table, i) => checkFurtherTable(table, ['tables', section, i])),
  );
}

/**
 * A further table of the document. Its rows must have passed `checkFurtherTable`.
 *
 * @param path where the report has the table; empty for a table that is not from a report
 * @param note what is printed below it: its own `note` is the template of that
 */
export function furtherTable(
  { caption, stubhead = '', columns, rows }: FurtherTable,
  path: Path,
  note?: TableNote,
): Table {
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
    stubhead: { label: cellText(stubhead), path: within(path, 'stubhead') },
  });
  return {
    kind: 'table',
    path,
    ...(caption !== undefined && { caption }),
    description: caption ?? heads.map((node) => onOneLine(node.label)).join('、'),
    widths,
    headRows: depth(heads),
    rows: grid.rows,
    cells: withSerials(grid.cells),
    ...(note && { note }),
  };
}
