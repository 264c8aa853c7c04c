import { describe, expect, test } from '@jest/globals';
import { type Cell, gbt9704, renderDocument, type Table } from '../../src/index.js';
import { openDocx } from '../readers/docx-package.mjs';
import { slotsOf } from '../readers/docx-text.mjs';
import { at, descendants, type Element, elementsOf, valueAt } from '../readers/xml.mjs';
import { reports, tablesOf } from '../render/reports.js';
import { extreme, open } from './files.js';

// How tables are marked, ruled, shaded and kept together.

const isKept = (row: Element): boolean =>
  elementsOf(row, 'w:tc').every((cell) => descendants(cell, 'w:p').every((one) => at(one, 'w:pPr', 'w:keepNext')));

describe.each(reports)('$name', (report) => {
  test('tables say what they are, to the eye and to those who cannot see them', async () => {
    const tables = descendants((await open(report)).xml('word/document.xml'), 'w:tbl');
    const texts = tables.map((table) => [
      valueAt(table, 'w:tblPr', 'w:tblCaption'),
      valueAt(table, 'w:tblPr', 'w:tblDescription'),
    ]);
    expect(texts).toEqual(tablesOf(report).map(({ caption, description }) => [caption ?? description, description]));
    for (const table of tables) {
      expect(at(table, 'w:tblPr', 'w:tblLook')?.attributes).toMatchObject({
        'w:firstRow': 'true',
        'w:firstColumn': 'true',
      });
    }
  });

  test('the titles of blocks are shaded, and nothing else', async () => {
    const tables = descendants((await open(report)).xml('word/document.xml'), 'w:tbl');
    for (const [i, table] of tables.entries()) {
      const cells = tablesOf(report)[i]?.cells ?? [];
      for (const [row, tr] of elementsOf(table, 'w:tr').entries()) {
        for (const { element, column, merge } of slotsOf(tr)) {
          if (merge === 'continue') continue;
          const { role } = cells.find((cell) => cell.row === row && cell.column === column) as Cell;
          const fill = at(element, 'w:tcPr', 'w:shd')?.attributes['w:fill'];
          expect(fill).toBe(gbt9704.table.cells[role].shaded ? gbt9704.table.shade : undefined);
        }
      }
    }
  });

  test('no row splits, and a table that goes on one page stays whole, but before a band', async () => {
    const tables = descendants((await open(report)).xml('word/document.xml'), 'w:tbl');
    for (const [i, table] of tables.entries()) {
      const rows = elementsOf(table, 'w:tr');
      expect(rows.every((row) => at(row, 'w:trPr', 'w:cantSplit'))).toBe(true);
      const { rows: count = 0, note } = tablesOf(report)[i] ?? {};
      expect(isKept(rows.at(-1) as Element)).toBe(note !== undefined);
      const bands = new Set(tablesOf(report)[i]?.cells.flatMap(({ role, row }) => (role === 'band' ? [row] : [])));
      if (count <= 28)
        expect(rows.slice(0, -1).map(isKept)).toEqual(rows.slice(0, -1).map((_, row) => !bands.has(row + 1)));
    }
  });
});

test('all rules have one weight, which the style of tables carries', async () => {
  const file = await open(extreme);
  const style = elementsOf(file.xml('word/styles.xml'), 'w:style').find(
    ({ attributes }) => attributes['w:styleId'] === 'ReportTable',
  );
  const rules = elementsOf(at(style, 'w:tblPr', 'w:tblBorders') as Element);
  expect(rules.map(({ name }) => name)).toEqual(
    ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((n) => `w:${n}`),
  );
  for (const { attributes } of rules) expect(attributes).toMatchObject({ 'w:val': 'single', 'w:sz': '4' });
  expect(descendants(file.xml('word/document.xml'), 'w:tcBorders')).toEqual([]);
});

describe('a table that no page holds', () => {
  const at4 = (row: number, rowSpan: number, column: number, role: Cell['role'], text: string, colSpan = 1): Cell => {
    return { row, rowSpan, column, colSpan, role, text, path: [] };
  };

  /** A head of two rows; then groups of rows, each under one label; the last is higher than any page. */
  function longTable(groups: readonly number[]): Table {
    const cells = [at4(0, 2, 0, 'stubhead', '类别'), at4(0, 1, 1, 'head', '件数', 2)];
    cells.push(at4(1, 1, 1, 'head', '本年'), at4(1, 1, 2, 'head', '上年'));
    let row = 2;
    for (const [i, height] of groups.entries()) {
      cells.push(at4(row, height, 0, 'stub', `第${i + 1}类`));
      for (let k = 0; k < height; k++) cells.push(at4(row + k, 1, 1, 'figure', '1'), at4(row + k, 1, 2, 'figure', '2'));
      row += height;
    }
    const ordered = cells.toSorted((a, b) => a.row - b.row || a.column - b.column);
    return {
      kind: 'table',
      path: ['tables', 'other', 0],
      description: '示例',
      widths: [1, 1, 1],
      rows: row,
      headRows: 2,
      cells: ordered,
    };
  }

  async function kept(table: Table): Promise<readonly boolean[]> {
    const [title] = extreme.document.blocks;
    const document = { ...extreme.document, blocks: [...(title ? [title] : []), table] };
    const file = openDocx(await renderDocument(document, { format: 'docx' }));
    return elementsOf(descendants(file.xml('word/document.xml'), 'w:tbl')[0] as Element, 'w:tr').map(isKept);
  }

  test('keeps the head with the first group, and the rows of a group together, where a page holds them', async () => {
    const groups = [3, 1, 5, 60, 2];
    const wanted = groups.flatMap((height) =>
      Array.from({ length: height }, (_, row) => height < 60 && row < height - 1),
    );
    expect(await kept(longTable(groups))).toEqual([true, true, ...wanted]);
  });
});

test('a head is not set so large that a line of it has one character: 自然 above 人', async () => {
  const file = await open(reports.find(({ name }) => name === '2019/yinchuan-2020.json') ?? extreme);
  const heads = descendants(file.xml('word/document.xml'), 'w:p').filter(
    (one) =>
      descendants(one, 'w:t')
        .flatMap(({ children }) => children)
        .join('') === '自然人',
  );
  // The size that it has in the PDF.
  expect(heads.map((one) => valueAt(one, 'w:pPr', 'w:pStyle'))).toEqual(['TableHead95']);
});
