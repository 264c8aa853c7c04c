import {
  HeightRule,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalMergeType,
  WidthType,
} from 'docx';
import type { Cell, Table as TableBlock } from '../../model/document.js';
import { splitEnumerator } from '../../model/enumerator.js';
import type { NamedTheme } from './faces.js';
import { keptRows } from './kept-rows.js';
import { ems } from './measure.js';
import { lineRuns } from './runs.js';
import { cellStyleId, TABLE_STYLE_ID } from './style-ids.js';
import { cellSize, cellWidth, charactersPerLine, type TableFit } from './table-fit.js';

const HAN = /^\p{Script=Han}+$/u;

/** Stacks the characters of a head that is too long for its column in lines of equal length: 结果 over 维持. */
function stack(text: string, perLine: number): readonly string[] {
  const chars = Array.from(text);
  const room = Math.max(1, Math.floor(perLine));
  if (!HAN.test(text) || chars.length <= room) return [text];
  const each = Math.ceil(chars.length / Math.ceil(chars.length / room));
  return Array.from({ length: Math.ceil(chars.length / each) }, (_, i) =>
    chars.slice(i * each, (i + 1) * each).join(''),
  );
}

/** Puts the enumerator of a row's head on a line of its own where the words then go on the next: （三） over 不予公开. */
function hang(text: string, perLine: number): readonly string[] {
  const label = splitEnumerator(text);
  return label && ems(text) > perLine && ems(label.words) <= perLine ? [label.enumerator, label.words] : [text];
}

function linesOf({ role }: Cell, text: string, perLine: number): readonly string[] {
  if (role === 'head') return stack(text, perLine);
  return role === 'stub' ? hang(text, perLine) : [text];
}

function cellParagraph(cell: Cell, text: string, fit: TableFit, theme: NamedTheme): Paragraph {
  const size = cellSize(cell, fit);
  const perLine = charactersPerLine(cell, fit.columns, size, theme);
  return new Paragraph({
    style: cellStyleId(cell.role, size, theme.table),
    children: lineRuns(linesOf(cell, text, perLine), theme.word[theme.table.cells[cell.role].face]),
  });
}

/** A cell as it stands in one row: with its text in the first row it covers, empty and merged upwards in the others. */
function tableCell(cell: Cell, row: number, fit: TableFit, theme: NamedTheme): TableCell {
  const isOrigin = cell.row === row;
  return new TableCell({
    width: { size: cellWidth(cell, fit.columns), type: WidthType.DXA },
    ...(cell.colSpan > 1 && { columnSpan: cell.colSpan }),
    ...(cell.rowSpan > 1 && { verticalMerge: isOrigin ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE }),
    ...(theme.table.cells[cell.role].shaded && {
      shading: { type: ShadingType.CLEAR, color: 'auto', fill: theme.table.shade },
    }),
    children: [cellParagraph(cell, isOrigin ? cell.text : '', fit, theme)],
  });
}

function tableRow(table: TableBlock, row: number, keepNext: boolean, fit: TableFit, theme: NamedTheme): TableRow {
  const cells = table.cells
    .filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan)
    .toSorted((a, b) => a.column - b.column);
  return new TableRow({
    cantSplit: true,
    ...(row < table.headRows && { tableHeader: true }),
    ...(keepNext && { keepNext }),
    height: { value: fit.rowHeight, rule: HeightRule.ATLEAST },
    children: cells.map((cell) => tableCell(cell, row, fit, theme)),
  });
}

/** The table as wide as the text, with columns that no word processor changes. */
export function wordTable(table: TableBlock, fit: TableFit, theme: NamedTheme): Table {
  const kept = keptRows(table, fit);
  return new Table({
    style: TABLE_STYLE_ID,
    width: { size: fit.columns.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    columnWidths: fit.columns,
    layout: TableLayoutType.FIXED,
    tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
    rows: kept.map((isKept, row) => tableRow(table, row, isKept, fit, theme)),
  });
}
