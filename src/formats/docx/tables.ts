import {
  HeightRule,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx';
import { greatest } from '../../limits/extremes.js';
import { remembered } from '../../memo/remembered.js';
import type { Cell, Table as TableBlock } from '../../model/document.js';
import { lineEms } from '../../theme/ems.js';
import { labelLines } from '../../theme/label-lines.js';
import { cellSize, cellWidth, charactersPerLine, type TableFit } from '../../theme/table-fit.js';
import { twips } from '../../theme/twips.js';
import type { NamedTheme } from './faces.js';
import { keptRows } from './kept-rows.js';
import { KINDS, skeleton } from './skeleton.js';
import { cellStyleId, TABLE_STYLE_ID } from './style-ids.js';
import { w } from './word-xml.js';
import { xmlOf } from './written.js';

const HAN = /^\p{Script=Han}+$/u;

/** The longest line of a label that takes several lines, in ems: what its cell is made narrow for, so that it breaks as it does elsewhere. */
function breadthOf(cell: Cell, perLine: number): number | undefined {
  if (cell.role === 'stub') return undefined;
  const lines = labelLines(cell, perLine);
  if (lines) return greatest(lines.map(lineEms));
  if (cell.role !== 'head' || !HAN.test(cell.text)) return undefined;
  // A head without words is broken into lines of equal length.
  const [count, room] = [Array.from(cell.text).length, Math.max(1, Math.floor(perLine))];
  return count > room ? Math.ceil(count / Math.ceil(count / room)) : undefined;
}

/** A cell as it appears in one row. */
interface Slot {
  /** Twips. */
  readonly width: number;
  readonly columnSpan?: number;
  /** A cell over several rows has its text in the first row; in the others it is empty and merged upwards. */
  readonly verticalMerge?: (typeof VerticalMergeType)[keyof typeof VerticalMergeType];
  readonly fill?: string;
  /** Space beside the text in place of the table's, in twips. */
  readonly margins?: { readonly left: number; readonly right: number };
  readonly style: string;
}

/** Less than a character more than a line needs: so it holds its last character in any font, and no further one. */
const SLACK = 0.4;

/**
 * The margins that make a word processor break the head of a column where it ends lines elsewhere. Space behind a line would move it off the middle.
 */
function marginsOf(cell: Cell, size: number, fit: TableFit, theme: NamedTheme): Slot['margins'] {
  const perLine = charactersPerLine(cell, fit.columns, size, theme);
  const breadth = breadthOf(cell, perLine);
  if (breadth === undefined || breadth + SLACK >= perLine) return undefined;
  const [own, spare] = [twips(theme.table.padding.x), Math.floor((perLine - breadth - SLACK) * twips(size))];
  return { left: own + Math.floor(spare / 2), right: own + Math.ceil(spare / 2) };
}

function slot(cell: Cell, size: number, row: number, fit: TableFit, theme: NamedTheme): Slot {
  const { table } = theme;
  const merge = cell.row === row ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE;
  const margins = marginsOf(cell, size, fit, theme);
  return {
    width: cellWidth(cell, fit.columns),
    ...(cell.colSpan > 1 && { columnSpan: cell.colSpan }),
    ...(cell.rowSpan > 1 && { verticalMerge: merge }),
    ...(table.cells[cell.role].shaded && { fill: table.shade }),
    ...(margins && { margins }),
    style: cellStyleId(cell.role, size, table),
  };
}

function cellOf({ width, fill, margins, style, ...merged }: Slot): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...merged,
    // The style of tables says so as well, but WPS reads it here.
    verticalAlign: VerticalAlignTable.CENTER,
    ...(margins && { margins: { ...margins, marginUnitType: WidthType.DXA } }),
    ...(fill !== undefined && { shading: { type: ShadingType.CLEAR, color: 'auto', fill } }),
    children: [new Paragraph({ style })],
  });
}

/** The only cell of a row. */
const CELL = /<w:tc>.*<\/w:tc>/s;

/** An empty cell. Tables have few kinds of them. What keeps a row with the next stands in each, where the row puts it. */
const emptyCell = remembered(KINDS, (keepNext: boolean, slot: Slot): string => {
  const row = new TableRow({ ...(keepNext && { keepNext }), children: [cellOf(slot)] });
  return CELL.exec(xmlOf(row))?.[0] ?? '';
});

/** A row without cells, of which `docx` makes none. Its contents are these. */
const emptyRow = skeleton('</w:tr>', (isHead: boolean, height: number) => {
  const row = new TableRow({
    cantSplit: true,
    ...(isHead && { tableHeader: true }),
    height: { value: height, rule: HeightRule.ATLEAST },
    children: [new TableCell({ children: [] })],
  });
  return xmlOf(row).replace(CELL, '');
});

/** A row. Its contents are the runs of each cell. */
const wordRow = skeleton('</w:p>', (isHead: boolean, keepNext: boolean, height: number, slots: readonly Slot[]) =>
  emptyRow(isHead, height)(slots.map((slot) => emptyCell(keepNext, slot)).join('')),
);

/** A table. Its contents are title and description, for which `docx` has no option, and the rows. */
const emptyTable = skeleton(
  '</w:tblPr>|</w:tbl>',
  (columns: readonly number[], x: number, y: number) =>
    new Table({
      style: TABLE_STYLE_ID,
      margins: { top: y, left: x, bottom: y, right: x, marginUnitType: WidthType.DXA },
      width: { size: columns.reduce((a, b) => a + b, 0), type: WidthType.DXA },
      columnWidths: columns,
      layout: TableLayoutType.FIXED,
      tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
      rows: [],
    }),
);

/** The title and the description of a table, for readers who cannot see it. */
function described({ caption, description }: TableBlock): string {
  return w('tblCaption', { val: caption ?? description }) + w('tblDescription', { val: description });
}

/** The cells in each row from left to right, including those that begin in a row above. */
function cellsByRow({ rows, cells }: TableBlock): readonly (readonly Cell[])[] {
  const found = Array.from({ length: rows }, (): Cell[] => []);
  for (const cell of cells) for (let row = cell.row; row < cell.row + cell.rowSpan; row++) found[row]?.push(cell);
  return found.map((inRow) => inRow.toSorted((a, b) => a.column - b.column));
}

/** Makes the runs of a cell in a font size. */
export type RunsOf = (cell: Cell, size: number) => string;

/** A table as wide as the text, with fixed column widths. */
export function tableWith(table: TableBlock, fit: TableFit, theme: NamedTheme, runsOf: RunsOf): string {
  const kept = keptRows(table, fit);
  const rows = cellsByRow(table).map((cells, row) => {
    const sizes = cells.map((cell) => cellSize(cell, fit));
    const slots = cells.map((cell, i) => slot(cell, sizes[i] ?? 0, row, fit, theme));
    const runs = cells.map((cell, i) => (cell.row === row ? runsOf(cell, sizes[i] ?? 0) : ''));
    return wordRow(row < table.headRows, kept[row] ?? false, fit.rowHeight, slots)(...runs);
  });
  const { x, y } = theme.table.padding;
  return emptyTable(fit.columns, twips(x), twips(y))(described(table), rows.join(''));
}
