import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Workbook } from 'hucre/xlsx';
import { type AnyReport, read, readReport, writeWorkbook } from '../../src/index.js';
import { fixture } from '../readers/fixtures.mjs';
import { changed, type Gap, placeIn, withGap } from './books.js';

// Programs that put rows and columns into a sheet may leave the names of its cells behind. The label beside a cell says what it is: what
// moved is found by it, what cannot be found is told, and no cell is read in silence for another.

const name = '2021/annotated.json';
const { report } = readReport(fixture(name).text, name);
const full: AnyReport = { ...report, narrative: { ...report.narrative, other: ['甲。', '乙。'] } } as AnyReport;
const filled = writeWorkbook(full);

async function readBack(edit: (book: Workbook) => void) {
  return await read(await changed(await filled, {}, edit), { name: 'a.xlsx' });
}

const toldOf = async (edit: (book: Workbook) => void) =>
  (await readBack(edit)).losses.map(({ code, message, place }) => [code, message, place && 'at' in place && place.at]);

const gaps: readonly Gap[] = [
  { sheet: '基本情况', along: 'row', at: 5, count: 1 },
  { sheet: '基本情况', along: 'column', at: 0, count: 2 },
  { sheet: '二', along: 'row', at: 6, count: 1 },
  { sheet: '三', along: 'row', at: 0, count: 3 },
  { sheet: '三', along: 'column', at: 4, count: 1 },
  { sheet: '四', along: 'row', at: 4, count: 2 },
  { sheet: '文字', along: 'row', at: 5, count: 2 },
  { sheet: '文字', along: 'column', at: 0, count: 1 },
  { sheet: '附表', along: 'row', at: 6, count: 1 },
];

test('wherever a gap is put, what moved is found, and told unless its name has moved with it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...gaps), fc.boolean(), async (gap, isNamesMoved) => {
      const { report: found, losses } = await readBack(withGap(gap, isNamesMoved));
      expect([gap, found]).toEqual([gap, full]);
      expect(losses.map(({ code, message }) => [code, message.slice(0, gap.sheet.length + 2)])).toEqual(
        isNamesMoved ? [] : [['read/interpreted', `“${gap.sheet}”`]],
      );
    }),
    { numRuns: 5, examples: [[gaps[6] as Gap, false]] },
  );
});

test('a row that is taken out is told, and no neighbour’s figure read for it', async () => {
  const row = { sheet: '三', along: 'row', at: 8, count: -1 } as const;
  const { report: found, losses } = await readBack(withGap(row));
  const granted = { naturalPerson: null, total: null };
  expect(found).toMatchObject({ requests: { disposition: { granted } } });
  const { requests } = full as unknown as { readonly requests: { readonly received: object } };
  expect(found).toMatchObject({ requests: { received: requests.received } });
  expect(losses.slice(0, 3).map(({ code }) => code)).toEqual(['read/interpreted', 'read/doubtful', 'read/missing']);
});

const named = (path: string, range: string) => (book: Workbook) => {
  const one = book.namedRanges?.find(({ name: own }) => own === path);
  if (one) one.range = range;
};

test.each(["'三'!$E$7", "'三'!#REF!"])(
  'a cell that is not where its name says, %s, is read beside its labels',
  async (range) => {
    const edit = named('requests.received.naturalPerson', range);
    expect((await readBack(edit)).report).toEqual(full);
    expect(await toldOf(edit)).toEqual([['read/doubtful', '“三”有 1 项的格挪了位置，按行名和表头旁边的读入', '三!D7']]);
  },
);

const put = (sheet: string, row: number, column: number, text: string) => (book: Workbook) => {
  const found = book.sheets.find((one) => one.name === sheet);
  const cells = found?.rows[row];
  if (cells) cells[column] = text;
  found?.cells?.set(`${row},${column}`, { value: text, type: 'string' });
};

test.each([
  ['三', 'requests.received.naturalPerson', '甲'],
  ['基本情况', 'agency.telephone', '传真电话'],
  ['文字', 'narrative.other', '第一段'],
])('a label that was changed is told: %s', async (sheet, path, label) => {
  let at = '';
  const edit = (book: Workbook) => {
    const { row } = placeIn(book, path);
    at = `${sheet}!A${row + 1}`;
    put(sheet, row, 0, label)(book);
  };
  expect(await toldOf(edit)).toEqual([['read/doubtful', `“${sheet}”有 1 处行名或表头和规定的不同`, at]]);
});

test('what is written into a row that was put in between is told', async () => {
  const row = { sheet: '基本情况', along: 'row', at: 6, count: 1 } as const;
  const edit = (book: Workbook) => {
    withGap(row, true)(book);
    put('基本情况', 6, 1, '另加的')(book);
  };
  expect(await toldOf(edit)).toEqual([['read/left-out', '写在“基本情况”表格以外的没有读入', '基本情况!B7']]);
});

test('rows that have changed places are read by their labels', async () => {
  const { agency } = full;
  const swapped = (book: Workbook) => {
    const rows = book.sheets.find(({ name: own }) => own === '基本情况')?.rows ?? [];
    const [one, other] = [placeIn(book, 'agency.name').row, placeIn(book, 'agency.shortName').row];
    const cells = book.sheets.find(({ name: own }) => own === '基本情况')?.cells;
    for (const column of [0, 1]) {
      const [first = null, second = null] = [rows[one]?.[column], rows[other]?.[column]];
      rows[one]?.splice(column, 1, second);
      rows[other]?.splice(column, 1, first);
      for (const [row, value] of [
        [one, second],
        [other, first],
      ] as const)
        cells?.set(`${row},${column}`, { value, type: 'string' });
    }
  };
  expect((await readBack(swapped)).report.agency).toEqual(agency);
  expect((await toldOf(swapped)).map(([code]) => code)).toEqual(['read/interpreted']);
});
