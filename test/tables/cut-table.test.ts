import { describe, expect, test } from '@jest/globals';
import type { Table } from '../../src/index.js';
import { placeGrid } from '../../src/table/grid.js';
import { cutRow, rowsOf, type Slice, uncut } from '../../src/typeset/cut-table.js';
import { fc } from '../fast-check.js';
import { coverage } from './grids.js';
import { headers, leafLabels, levelsOf } from './headers.js';

/** Any table, the heights of its rows, and the room on each of the pages it is cut to. */
const cases = fc
  .record({
    columns: headers('c'),
    rows: headers('r'),
    rooms: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1 }),
  })
  .chain(({ columns, rows, rooms }) => {
    const table = tableOf(columns, rows);
    const heights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: table.rows, maxLength: table.rows });
    return fc.record({ table: fc.constant(table), heights, rooms: fc.constant(rooms) });
  });

function tableOf(columns: Parameters<typeof leafLabels>[0], rows: Parameters<typeof leafLabels>[0]): Table {
  const data = leafLabels(rows).map((row) =>
    leafLabels(columns).map((column) => ({ text: `${row}/${column}`, path: [row, column] })),
  );
  const [stubs, breadth] = [levelsOf(rows), leafLabels(columns).length];
  const grid = placeGrid([{ columns, rows, data }], { stubs, columns: stubs + breadth, role: 'text', path: [] });
  const widths = new Array<number>(stubs + breadth).fill(1);
  return {
    kind: 'table',
    path: ['tables', 'other', 0],
    description: '示例',
    widths,
    headRows: levelsOf(columns),
    ...grid,
  };
}

interface Part {
  readonly slice: Slice;
  /** The rows of the whole table that stand below its head. */
  readonly from: number;
  readonly to: number;
}

/** Both parts of a slice, the first as high as the room allows; undefined if it is not to be cut. */
function cutPiece(slice: Slice, heights: readonly number[], room: number): readonly [Slice, Slice] | undefined {
  const { headRows, rows } = slice.table;
  const row = cutRow(slice, heights, room);
  return row === undefined ? undefined : [rowsOf(slice, headRows, row), rowsOf(slice, row, rows)];
}

/** Cuts a table for page after page, skipping pages that hold no row of it. */
function cutAll({ table, heights, rooms }: { table: Table; heights: readonly number[]; rooms: readonly number[] }) {
  const { headRows } = table;
  const parts: Part[] = [];
  let [rest, from] = [uncut(table), headRows];
  for (const room of rooms) {
    const cut = cutPiece(rest, [...heights.slice(0, headRows), ...heights.slice(from)], room);
    if (cut === undefined) continue;
    const to = from + cut[0].table.rows - headRows;
    parts.push({ slice: cut[0], from, to });
    [rest, from] = [cut[1], to];
  }
  return [...parts, { slice: rest, from, to: table.rows }];
}

const textAt = ({ cells }: Table, row: number, column: number) =>
  cells.find(
    (cell) =>
      row >= cell.row && row < cell.row + cell.rowSpan && column >= cell.column && column < cell.column + cell.colSpan,
  );

describe('a table cut between rows', () => {
  test('has every row once and in order, each part under the whole head', () => {
    fc.assert(
      fc.property(cases, (made) => {
        const { headRows } = made.table;
        const parts = cutAll(made);
        expect(parts.map(({ from }) => from)).toEqual([headRows, ...parts.slice(0, -1).map(({ to }) => to)]);
        for (const { slice, from, to } of parts) expect(slice.table.rows).toBe(headRows + to - from);
        const printed = parts.flatMap(({ slice }) => slice.table.cells.filter(({ text }) => text.includes('/')));
        const whole = made.table.cells.filter(({ text }) => text.includes('/'));
        expect(printed.map(({ text }) => text)).toEqual(whole.map(({ text }) => text));
      }),
    );
  });

  test('covers in each part every slot once', () => {
    fc.assert(
      fc.property(cases, (made) => {
        for (const { slice } of cutAll(made)) expect(new Set(coverage(slice.table))).toEqual(new Set([1]));
      }),
    );
  });

  test('repeats a label that was cut, with （续）, and leaves every other text as it was', () => {
    fc.assert(
      fc.property(cases, (made) => {
        const { headRows, widths } = made.table;
        for (const { slice, from } of cutAll(made)) {
          for (let row = 0; row < slice.table.rows; row++) {
            for (let column = 0; column < widths.length; column++) {
              const original = textAt(made.table, row < headRows ? row : row - headRows + from, column);
              const isCut = row >= headRows && original !== undefined && original.row < from && original.text !== '';
              expect(textAt(slice.table, row, column)?.text).toBe(`${original?.text}${isCut ? '（续）' : ''}`);
            }
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  test('fills the room it is given: one row more would not fit, and none fits where it is not cut', () => {
    fc.assert(
      fc.property(cases, ({ table, heights, rooms: [room = 1] }) => {
        const cut = cutPiece(uncut(table), heights, room);
        const upTo = (rows: number) => heights.slice(0, rows).reduce((a, b) => a + b, 0);
        if (cut) {
          expect(upTo(cut[0].table.rows)).toBeLessThanOrEqual(room);
          expect(upTo(cut[0].table.rows + 1)).toBeGreaterThan(room);
        } else {
          expect(upTo(table.headRows + 1) > room || upTo(table.rows) <= room).toBe(true);
        }
      }),
    );
  });

  test('tells for each cell of each part which cell of the table it is, but for heads that are only repeated', () => {
    fc.assert(
      fc.property(cases, (made) => {
        for (const [i, { slice }] of cutAll(made).entries()) {
          for (const [k, cell] of slice.table.cells.entries()) {
            const origin = slice.origins[k];
            const isRepeated = i > 0 && cell.row < made.table.headRows;
            if (isRepeated) expect(origin).toBeUndefined();
            else expect(made.table.cells[origin ?? -1]?.text).toBe(cell.text.replace('（续）', ''));
          }
        }
      }),
    );
  });
});
