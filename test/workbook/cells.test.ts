import { expect, test } from '@jest/globals';
import { type AnyReport, blankReport, ReportError, read, readReport, writeWorkbook } from '../../src/index.js';
import { fixture } from '../readers/fixtures.mjs';
import { changed, placeIn } from './books.js';

// A figure is read whatever format of its own a cell has been given; a formula that gives none is told.

const made = writeWorkbook(blankReport({ edition: '2021', year: 2025, agency: '某局' }));

const keys = ['business', 'research', 'charity', 'legalService', 'other'].map((key) => `organization.${key}`);
const paths = ['received', 'carriedOver', 'carriedForward'].flatMap((row) =>
  keys.map((key) => `requests.${row}.${key}`),
);

/** A workbook with a number in as many formats, each in a cell of its own. */
async function inFormats(value: number, formats: readonly string[]) {
  const own = paths.slice(0, formats.length);
  const bytes = await changed(await made, Object.fromEntries(own.map((path) => [path, value])), (book) => {
    for (const [i, path] of own.entries()) {
      const { sheet, row, column } = placeIn(book, path);
      const cells = book.sheets.find(({ name }) => name === sheet)?.cells;
      const key = `${row},${column}`;
      const cell = cells?.get(key);
      if (cell) cells?.set(key, { ...cell, style: { ...cell.style, numFmt: formats[i] ?? 'General' } });
    }
  });
  const { report: seen, losses } = await read(bytes, { name: 'a.xlsx' });
  const figureAt = (path: string) => path.split('.').reduce<unknown>((one, key) => Object(one)[key], seen);
  return formats.map((format, i) => {
    const path = paths[i] ?? '';
    const told = losses.find((one) => one.path.join('.') === path);
    return { format, value: figureAt(path), severity: told?.severity ?? 'note', found: told?.found };
  });
}

test('a number in any format is that number', async () => {
  const formats = [
    '0_);[Red]\\(0\\)',
    '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)',
    '"¥"#,##0.00',
    '¥#,##0',
    '[$¥-804]#,##0.00;[Red][$¥-804]-#,##0.00',
    '#,##0_ ;[Red]\\-#,##0\\ ',
    'General',
    '0.00E+00',
  ];
  expect(await inFormats(12, formats)).toMatchObject(
    formats.map((format) => ({ format, value: 12, severity: 'note' })),
  );
});

test('what a format puts behind a number is told', async () => {
  const formats = ['0"件"', '0件', '_ * #,##0"件"_ ', '"共"0\\件'];
  expect(await inFormats(12, formats)).toMatchObject(formats.map((format) => ({ format, value: 12, found: '12件' })));
});

test('a formula that fails is told with its cell, whatever the cell holds', async () => {
  const where = ['agency.address', 'narrative.overview'];
  const places: string[] = [];
  const bytes = await changed(await made, {}, (book) => {
    for (const one of where) {
      const { sheet, row, column } = placeIn(book, one);
      const cells = book.sheets.find(({ name }) => name === sheet)?.cells;
      const key = `${row},${column}`;
      cells?.set(key, { ...cells.get(key), value: null, type: 'formula', formula: '1/0', formulaResult: '#DIV/0!' });
      places.push(`${sheet}!${String.fromCharCode(65 + column)}${row + 1}`);
    }
  });
  const { losses } = await read(bytes, { name: 'a.xlsx' });
  expect(losses).toMatchObject(places.map((at) => ({ found: '#DIV/0!', place: { at } })));
});

// A cell takes 32,767 characters: what is longer is continued or refused, never cut.

const { report } = readReport(fixture('2021/annotated.json').text, 'a.json');
const long = '公开。'.repeat(11_000);
const withNarrative = (overview: unknown): AnyReport =>
  ({ ...report, narrative: { ...(report as { narrative?: object }).narrative, overview } }) as AnyReport;

test('a text of many lines goes on in the next cell and is read back as one', async () => {
  const given = withNarrative(Array.from({ length: 3000 }, (_, i) => `第${i}行，主动公开。公开目录。`).join('\n'));
  const { report: found, losses } = await read(await writeWorkbook(given), { name: 'a.xlsx' });
  expect([found, losses]).toEqual([given, []]);
});

test.each([
  ['a paragraph', withNarrative(['一。', long]), ['narrative', 'overview'], '文字!B14'],
  ['a contact', { ...report, agency: { ...report.agency, address: long } }, ['agency', 'address'], '基本情况!B8'],
  [
    'a label of a further table',
    { ...report, tables: { other: [{ columns: ['件数'], rows: [{ label: long, values: [1] }] }] } },
    ['tables', 'other', 0, 'rows', 0, 'label'],
    '附表!A6',
  ],
  ['last year', { ...report, previous: { ...report, addressee: long } }, ['previous', 'addressee'], '上年!'],
])('%s that fits no cell is refused with its path', async (_, given, path, at) => {
  const error = await writeWorkbook(given).catch((thrown: unknown) => thrown);
  if (!(error instanceof ReportError)) throw new Error('nothing was told');
  expect(error.diagnostics).toEqual([
    expect.objectContaining({ code: 'layout/too-large', path, found: expect.stringContaining(at) }),
  ]);
});
