import { expect, test } from '@jest/globals';
import type { Workbook } from 'hucre/xlsx';
import {
  type AnyReport,
  blankReport,
  type Read,
  ReportError,
  read,
  readReport,
  writeWorkbook,
} from '../../src/index.js';
import { fc } from '../fast-check.js';
import { fixture } from '../readers/fixtures.mjs';
import { type Gap, placeIn, readChanged, withGap } from './books.js';

// Programs that put rows and columns into a sheet may leave the names of its cells behind. The label beside a cell says what it is: what
// moved is found by it, what cannot be found is told, and no cell is read in silence for another.

const name = '2021/annotated.json';
const { report } = readReport(fixture(name).text, name);
const full: AnyReport = { ...report, narrative: { ...report.narrative, other: ['甲。', '乙。'] } } as AnyReport;
const filled = writeWorkbook(full);

const readBack = async (edit: (book: Workbook) => void) => readChanged(await filled, {}, edit);

const told = ({ losses }: Read) =>
  losses.map(({ code, message, place }) => [code, message, place && 'at' in place && place.at]);
const toldOf = async (edit: (book: Workbook) => void) => told(await readBack(edit));

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
    { numRuns: 3, examples: [[gaps[6] as Gap, false]] },
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
    const found = await readBack(edit);
    expect(found.report).toEqual(full);
    expect(told(found)).toEqual([['read/doubtful', '“三”有 1 项的格挪了位置，按行名和表头旁边的读入', '三!D7']]);
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
  const found = await readBack(swapped);
  expect(found.report.agency).toEqual(agency);
  expect(told(found).map(([code]) => code)).toEqual(['read/interpreted']);
});

// A figure is read whatever format of its own a cell has been given; a formula that gives none is told.

const made = writeWorkbook(blankReport({ edition: '2021', year: 2025, agency: '某局' }));

const keys = ['business', 'research', 'charity', 'legalService', 'other'].map((key) => `organization.${key}`);
const paths = ['received', 'carriedOver', 'carriedForward'].flatMap((row) =>
  keys.map((key) => `requests.${row}.${key}`),
);

/** A workbook with a number in as many formats, each in a cell of its own. */
async function inFormats(value: number, formats: readonly string[]) {
  const own = paths.slice(0, formats.length);
  const { report: seen, losses } = await readChanged(
    await made,
    Object.fromEntries(own.map((path) => [path, value])),
    (book) => {
      for (const [i, path] of own.entries()) {
        const { sheet, row, column } = placeIn(book, path);
        const cells = book.sheets.find(({ name }) => name === sheet)?.cells;
        const key = `${row},${column}`;
        const cell = cells?.get(key);
        if (cell) cells?.set(key, { ...cell, style: { ...cell.style, numFmt: formats[i] ?? 'General' } });
      }
    },
  );
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

test('no figure is wider than its cell, whatever its note', async () => {
  const shrinking = new Set<unknown>();
  await readChanged(await filled, {}, ({ sheets }) => {
    for (const { name: sheet, cells } of sheets) {
      if (!['二', '三', '四'].includes(sheet)) continue;
      for (const { value, style } of cells?.values() ?? [])
        if (typeof value === 'number') shrinking.add(style?.alignment?.shrinkToFit);
    }
  });
  expect([...shrinking]).toEqual([true]);
});

test('a formula that fails is told with its cell, whatever the cell holds', async () => {
  const where = ['agency.address', 'narrative.overview'];
  const places: string[] = [];
  const { losses } = await readChanged(await made, {}, (book) => {
    for (const one of where) {
      const { sheet, row, column } = placeIn(book, one);
      const cells = book.sheets.find(({ name }) => name === sheet)?.cells;
      const key = `${row},${column}`;
      cells?.set(key, { ...cells.get(key), value: null, type: 'formula', formula: '1/0', formulaResult: '#DIV/0!' });
      places.push(`${sheet}!${String.fromCharCode(65 + column)}${row + 1}`);
    }
  });
  expect(losses).toMatchObject(places.map((at) => ({ found: '#DIV/0!', place: { at } })));
});

// A cell takes 32,767 characters: what is longer is continued or refused, never cut.

const long = '公开。'.repeat(11_000);
const withNarrative = (overview: unknown): AnyReport =>
  ({ ...report, narrative: { ...(report as { narrative?: object }).narrative, overview } }) as AnyReport;

test('a text of many lines goes on in the next cell and is read back as one', async () => {
  const given = withNarrative(Array.from({ length: 3000 }, (_, i) => `第${i}行，主动公开。公开目录。`).join('\n'));
  const { report: found, losses } = await read(await writeWorkbook(given), { name: 'a.xlsx' });
  expect([found, losses]).toEqual([given, []]);
});

test.each([
  ['a paragraph', withNarrative(['一。', long]), ['narrative', 'overview'], '文字!B15'],
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
