import { checkReport, composeReport, formatPath, type Table } from '../../src/index.js';
import { minimalReport, type Raw, withValue } from '../input/example.js';
import { applicantColumns, disclosureCells, type EditionId, requestRows, reviewCells } from './form.js';

/** The table of a section, as a report composes it whatever its figures add up to. */
export function tableOf(changes: Raw, section: 'disclosure' | 'requests' | 'review'): Table {
  const report = minimalReport(changes);
  const waivers = checkReport(report).map(({ code, path }) => ({ rule: code, path: formatPath(path), reason: '示例' }));
  const table = composeReport({ ...report, waivers }).blocks.find((block) => formatPath(block.path) === section);
  if (table?.kind !== 'table') throw new Error(`no table for ${section}`);
  return table;
}

/** `row,column rows×columns text` of every cell but the figures, in reading order. */
export function labelsOf({ cells }: Table): readonly string[] {
  return cells
    .filter(({ role }) => role !== 'figure')
    .map(({ row, column, rowSpan, colSpan, text }) => `${row},${column} ${rowSpan}×${colSpan} ${text}`);
}

/** `row,column rows×columns` of every figure, in reading order. */
export function figuresOf({ cells }: Table): readonly string[] {
  return cells
    .filter(({ role }) => role === 'figure')
    .map(({ row, column, rowSpan, colSpan }) => `${row},${column} ${rowSpan}×${colSpan}`);
}

/** What is printed in every figure cell, in reading order. */
export function printedFigures({ cells }: Table): readonly string[] {
  return cells.filter(({ role }) => role === 'figure').map(({ text }) => text);
}

const CELLS = {
  disclosure: disclosureCells,
  requests: (edition: EditionId) =>
    requestRows(edition).flatMap((row) => applicantColumns.map((column) => `${row}.${column}`)),
  review: () => reviewCells,
};

/** Data of a table in which the cells hold 1, 2, 3 … in the reading order of the form. */
export function numbered(edition: EditionId, section: keyof typeof CELLS): Raw {
  return CELLS[section](edition).reduce((data, path, i) => withValue(data, path, i + 1), {});
}

/** How often each slot of a grid is covered, counted without any help of the grid. */
export function coverage({ cells, rows, widths }: Pick<Table, 'cells' | 'rows' | 'widths'>): readonly number[] {
  const times = new Array<number>(rows * widths.length).fill(0);
  for (const { row, column, rowSpan, colSpan } of cells) {
    for (let r = row; r < row + rowSpan; r++) {
      for (let c = column; c < column + colSpan; c++) {
        if (r >= rows || c >= widths.length) throw new Error(`a cell reaches outside at ${r},${c}`);
        times[r * widths.length + c] = (times[r * widths.length + c] ?? 0) + 1;
      }
    }
  }
  return times;
}
