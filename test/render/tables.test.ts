import type { Cell, FormatId, Table } from '../../src/index.js';
import { openDocx } from '../readers/docx-package.mjs';
import { docxTables } from '../readers/docx-text.mjs';
import { bare } from '../readers/fixtures.mjs';
import { htmlTables } from '../readers/html-page.mjs';
import { readPdf } from '../readers/pdf-content.mjs';
import { AREA, PITCH } from '../readers/pdf-lines.mjs';
import { drawnTables } from '../readers/pdf-tables.mjs';
import { rendered, reports, tablesOf } from './reports.js';

// Every label and every figure stands in its cell, and every cell spans what the document says.

type Slot = Omit<Cell, 'role'>;

/** A grid as lines that read well when they differ. */
const asLines = (cells: readonly Slot[]) =>
  cells.map((c) => `[${c.row},${c.column}] ${c.rowSpan}×${c.colSpan} ${bare(c.text)}`);

const expected = ({ rows, widths, cells }: Table) => ({ rows, columns: widths.length, cells: asLines(cells) });

/** What each format's file says its tables are. */
const grids: { readonly [F in FormatId]: (bytes: Uint8Array, tables: Table[]) => readonly Grid[] } = {
  pdf: (bytes, tables) => drawnTables(readPdf(bytes).pages, tables),
  docx: (bytes) => docxTables(openDocx(bytes)),
  html: (bytes) => htmlTables(bytes),
};
type Grid = { readonly rows: number; readonly columns: number; readonly cells: readonly Slot[] };

describe.each(Object.entries(grids))('tables of a %s file', (format, read) => {
  test.each(reports)('$name', async (report) => {
    const tables = tablesOf(report);
    const found = read(await rendered(report, format as FormatId), tables);
    expect(found.map(({ rows, columns, cells }) => ({ rows, columns, cells: asLines(cells) }))).toEqual(
      tables.map(expected),
    );
  });
});

describe('on paper', () => {
  const drawn = async (report: (typeof reports)[number]) =>
    drawnTables(readPdf(await rendered(report, 'pdf')).pages, tablesOf(report));

  test.each(reports)('the statutory tables of $name stay whole, table two perhaps cut once', async (report) => {
    const isStatutory = tablesOf(report).map(({ path }) => path[0] !== 'tables');
    const found = (await drawn(report)).filter((_, i) => isStatutory[i]);
    const [second, ...others] = found.map(({ pieces }) => pieces.length);
    // Table two may be cut before a band where that saves a page.
    expect([1, 2]).toContain(second);
    expect(others).toEqual([1, 1]);
  });

  test('a table that no page holds goes on at the top of the next, down to the foot of the page', async () => {
    const extreme = reports.find(({ name }) => name === '2021/extreme.json');
    if (extreme === undefined) throw new Error('no extreme fixture');
    const [first, ...others] = (await drawn(extreme)).find(({ pieces }) => pieces.length > 1)?.pieces ?? [];
    expect(others.length).toBeGreaterThan(0);
    expect(others.map(({ page }) => page)).toEqual(others.map((_, i) => (first?.page ?? 0) + 1 + i));
    for (const { top } of others) expect(top - AREA.top).toBeLessThan(PITCH);
    for (const { bottom } of [first, ...others.slice(0, -1)]) expect(AREA.bottom - bottom).toBeLessThan(3 * PITCH);
  });

  test.each(reports)('all tables of $name are as wide as the text and end above its foot', async (report) => {
    for (const { left, right, bottom } of (await drawn(report)).flatMap(({ pieces }) => pieces)) {
      expect(Math.abs(left - AREA.left)).toBeLessThan(0.5);
      expect(Math.abs(right - AREA.right)).toBeLessThan(0.5);
      expect(bottom).toBeLessThan(AREA.bottom + 0.5);
    }
  });
});
