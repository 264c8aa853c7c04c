import { expect, test } from '@jest/globals';
import { readXlsx, type Workbook } from 'hucre/xlsx';
import { blankReport, read, writeWorkbook } from '../../src/index.js';
import { changed, placeIn } from './books.js';

// A figure is read whatever format of its own a cell has been given; a formula that gives none is told.

const path = 'requests.received.naturalPerson';
const made = writeWorkbook(blankReport({ edition: '2021', year: 2025, agency: '某局' }));

const inFormat = (numFmt: string) => (book: Workbook) => {
  const { sheet, row, column } = placeIn(book, path);
  const cells = book.sheets.find(({ name }) => name === sheet)?.cells;
  const key = `${row},${column}`;
  const cell = cells?.get(key);
  if (cell) cells?.set(key, { ...cell, style: { ...cell.style, numFmt } });
};

test.each([
  '0_);[Red]\\(0\\)',
  '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)',
  '"¥"#,##0.00',
  '¥#,##0',
  '[$¥-804]#,##0.00;[Red][$¥-804]-#,##0.00',
  '#,##0_ ;[Red]\\-#,##0\\ ',
  'General',
  '0.00E+00',
])('%s', async (numFmt) => {
  const bytes = await changed(await made, { [path]: 12 }, inFormat(numFmt));
  const { report, losses } = await read(bytes, { name: 'a.xlsx' });
  expect(report).toMatchObject({ requests: { received: { naturalPerson: 12 } } });
  expect(losses.filter(({ severity }) => severity !== 'note')).toEqual([]);
});

test.each(['0"件"', '0件', '_ * #,##0"件"_ ', '"共"0\\件'])('%s: what stands behind is told', async (numFmt) => {
  const bytes = await changed(await made, { [path]: 12 }, inFormat(numFmt));
  const { report, losses } = await read(bytes, { name: 'a.xlsx' });
  expect(report).toMatchObject({ requests: { received: { naturalPerson: 12 } } });
  expect(losses).toMatchObject([{ code: 'read/interpreted', found: '12件' }]);
});

test.each(['agency.address', 'narrative.overview'])(
  'a formula that fails in %s is told with its cell',
  async (where) => {
    const { sheet, row, column } = placeIn(await readXlsx(await made), where);
    const bytes = await changed(await made, {}, (book) => {
      const cells = book.sheets.find(({ name }) => name === sheet)?.cells;
      const key = `${row},${column}`;
      const cell = cells?.get(key);
      if (cell) cells?.set(key, { ...cell, type: 'formula', formula: '1/0', formulaResult: '#DIV/0!' });
    });
    const { losses } = await read(bytes, { name: 'a.xlsx' });
    expect(losses).toMatchObject([{ found: '#DIV/0!', place: { at: expect.stringContaining(`${sheet}!`) } }]);
  },
);
