import { describe, expect, test } from '@jest/globals';
import { type GridGroup, placeGrid } from '../../src/table/grid.js';
import { fc } from '../fast-check.js';
import { coverage } from './grids.js';
import { headers, labelsIn, leafLabels, levelsOf, type Node } from './headers.js';

interface Made extends GridGroup {
  readonly columns: readonly Node[];
  readonly rows: readonly Node[];
}

/** A block with a text `row/column` in each cell of data. */
const block = (name: string): fc.Arbitrary<Made> =>
  fc
    .record({ columns: headers(`${name}c`), rows: headers(`${name}r`), banded: fc.boolean() })
    .map(({ columns, rows, banded }) => ({
      ...(banded && { band: `${name}band` }),
      columns,
      rows,
      data: leafLabels(rows).map((row) =>
        leafLabels(columns).map((column) => ({ text: `${row}/${column}`, path: [row, column] })),
      ),
    }));

const blocks = fc
  .integer({ min: 1, max: 3 })
  .chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => block(`${i}`))));

function place(made: readonly Made[]) {
  const stubs = Math.max(...made.map(({ rows }) => levelsOf(rows)));
  const breadth = Math.max(...made.map(({ columns }) => leafLabels(columns).length));
  const columns = stubs + breadth;
  const grid = placeGrid(made, { stubs, columns, role: 'figure', path: ['table'], stubhead: { label: 'corner' } });
  return { ...grid, widths: new Array<number>(columns).fill(1), stubs, breadth };
}

describe('any header trees placed as a grid', () => {
  test('cover each slot exactly once', () => {
    fc.assert(
      fc.property(blocks, (made) => {
        expect(new Set(coverage(place(made)))).toEqual(new Set([1]));
      }),
    );
  });

  test('print every label and every text exactly once, and nothing else', () => {
    fc.assert(
      fc.property(blocks, (made) => {
        const expected = made.flatMap(({ band, columns, rows, data }) => [
          ...(band === undefined ? [] : [band]),
          'corner',
          ...labelsIn(columns),
          ...labelsIn(rows),
          ...data.flat().map(({ text }) => text),
        ]);
        const printed = place(made).cells.map(({ text }) => text);
        expect(printed.toSorted()).toEqual(expected.toSorted());
      }),
    );
  });

  test('put a text in the row of its row head and under its column head, as broad as that', () => {
    fc.assert(
      fc.property(blocks, (made) => {
        const { cells } = place(made);
        const cellOf = new Map(cells.map((cell) => [cell.text, cell]));
        for (const cell of cells.filter(({ role }) => role === 'figure')) {
          const [row = '', column = ''] = cell.text.split('/');
          const expected = { row: cellOf.get(row)?.row, rowSpan: 1, ...axis(cellOf.get(column)) };
          expect(cell).toMatchObject(expected);
        }
      }),
    );
  });

  test('give the spare breadth of a narrow block to its last leaf', () => {
    fc.assert(
      fc.property(blocks, (made) => {
        const { cells, breadth, stubs } = place(made);
        for (const { columns } of made) {
          const leaves = leafLabels(columns);
          const spans = leaves.map((leaf) => axis(cells.find(({ text }) => text === leaf)));
          const spare = breadth - leaves.length;
          expect(spans).toEqual(
            leaves.map((_, i) => ({ column: stubs + i, colSpan: i === leaves.length - 1 ? 1 + spare : 1 })),
          );
        }
      }),
    );
  });

  test('put a group over all of its children and nothing else', () => {
    fc.assert(
      fc.property(blocks, (made) => {
        const { cells } = place(made);
        const cellOf = new Map(cells.map((cell) => [cell.text, cell]));
        const span = (node: Node) => cellOf.get(node.label)?.colSpan ?? 0;
        const groups = (forest: readonly Node[]): readonly Node[] =>
          forest.flatMap((node) => (node.children ? [node, ...groups(node.children)] : []));
        for (const group of made.flatMap(({ columns }) => groups(columns))) {
          expect(span(group)).toBe(group.children?.reduce((sum, child) => sum + span(child), 0));
        }
      }),
    );
  });
});

test('a grid with too few columns, or with slots that nothing covers, is refused', () => {
  const columns = [{ label: 'a' }, { label: 'b' }];
  const data = [['1', '2'].map((text) => ({ text, path: [] }))];
  const rows = [{ label: 'r' }];
  expect(() => placeGrid([{ columns, rows, data }], { stubs: 1, columns: 2, role: 'figure', path: [] })).toThrow(
    /outside|covered/,
  );
  expect(() => placeGrid([{ columns, rows: [], data }], { stubs: 1, columns: 3, role: 'figure', path: [] })).toThrow(
    /covered 0/,
  );
});

function axis(cell: { readonly column: number; readonly colSpan: number } | undefined) {
  return { column: cell?.column, colSpan: cell?.colSpan };
}
