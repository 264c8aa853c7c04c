import { expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { blankReport, ReportError, read, writeWorkbook } from '../../src/index.js';
import { bookOf, withParts } from './books.js';

// What is no workbook of a report is told, and nothing in it is followed.

const codeOf = async (bytes: Uint8Array): Promise<readonly string[]> => {
  const error = await read(bytes, { name: 'a.xlsx' }).catch((thrown: unknown) => thrown);
  if (!(error instanceof ReportError)) return ['read'];
  return error.diagnostics.map(({ code }) => code);
};
const made = writeWorkbook(blankReport({ edition: '2021', year: 2025, agency: '某局' }));
const blank = () => made;
const SHEET = 'xl/worksheets/sheet1.xml';
const sheetOf = (rows: string): string =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;

test('a million rows', async () => {
  const rows = '<row><c><v>1</v></c></row>'.repeat(1_000_000);
  expect(await codeOf(withParts(await blank(), { [SHEET]: sheetOf(rows) }))).toEqual(['read/too-large']);
});

test('a part that says it unpacks to more than any report', async () => {
  const bytes = Buffer.from(await bookOf({ a: [[1]] }));
  // The last record of the directory, and in it the size of what is unpacked.
  bytes.writeUInt32LE(3_000_000_000, bytes.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 24);
  expect(await codeOf(bytes)).toEqual(['read/too-large']);
});

test('a part that says it takes no room in the file', async () => {
  const bytes = Buffer.from(await bookOf({ a: [[1]] }));
  bytes.writeUInt32LE(0, bytes.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 20);
  expect(await codeOf(bytes)).toEqual(['read/damaged']);
});

test('blocks of merged cells without end', async () => {
  const merges = Array.from({ length: 300 }, (_, i) => `<mergeCell ref="A${i * 100 + 1}:CU${i * 100 + 100}"/>`).join(
    '',
  );
  const sheet = sheetOf('<row r="1"><c r="A1"><v>1</v></c></row>').replace(
    '</worksheet>',
    `<mergeCells>${merges}</mergeCells></worksheet>`,
  );
  expect(await codeOf(withParts(await bookOf({ a: [[1]] }), { [SHEET]: sheet }))).toEqual(['read/too-large']);
});

test('cells at the far end of a sheet', async () => {
  const corner = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
  expect(await codeOf(withParts(await bookOf({ a: [[1]] }), { [SHEET]: sheetOf(corner) }))).toEqual(['read/damaged']);
});

test('entities that stand for entities', async () => {
  const bomb = `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "${'&a;'.repeat(50)}"><!ENTITY c "${'&b;'.repeat(50)}">]>`;
  const cell = '<row r="1"><c r="A1" t="inlineStr"><is><t>&c;</t></is></c></row>';
  expect(await codeOf(withParts(await bookOf({ a: [[1]] }), { [SHEET]: bomb + sheetOf(cell) }))).toEqual([
    'read/no-report',
  ]);
});

test('a file that breaks off, and one that is no workbook', async () => {
  const bytes = await blank();
  expect(await codeOf(bytes.subarray(0, bytes.length / 2))).toEqual(['read/damaged']);
  expect(await codeOf(withParts(bytes, { 'xl/workbook.xml': 'x' }))).toEqual(['read/damaged']);
});

test('macros are not run, links not followed, and both are told', async () => {
  const link = '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>';
  const bytes = withParts(await blank(), { 'xl/vbaProject.bin': 'x', 'xl/externalLinks/externalLink1.xml': link });
  const { losses } = await read(bytes, { name: 'a.xlsm' });
  expect(losses.map(({ found }) => found)).toEqual(['宏', '1 处外部链接']);
});

test('a map that leads into what every object has leads nowhere', async () => {
  const bytes = await bookOf({
    nianbao: [
      ['nianbao-workbook', '1'],
      ['edition', '2021'],
      [null],
      [null],
      [null],
      [null],
      ['["__proto__","polluted"]', 'text', '', '', "'a'!$A$1", ''],
    ],
    a: [['yes']],
  });
  await codeOf(bytes);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

test.each([
  ['a place below a text', '["agency","office"]', '["agency","name","x"]'],
  ['a column without a place', '[{"path":', '[null,{"path":'],
])('a map that is damaged: %s', async (_, from, to) => {
  const agency = { name: '某局', office: '办公室' };
  const report = { ...blankReport({ edition: '2021', year: 2025, agency: '某局' }), agency };
  const waivers = [{ rule: 'sum/mismatch', path: 'requests', reason: '如实' }];
  const bytes = await writeWorkbook({ ...report, waivers } as Parameters<typeof writeWorkbook>[0]);
  const part = 'xl/sharedStrings.xml';
  const xml = strFromU8(unzipSync(bytes)[part] ?? new Uint8Array());
  expect(xml).toContain(from);
  const damaged = withParts(bytes, { [part]: xml.replace(from, to) });
  await read(damaged, { name: 'a.xlsx' }).catch((thrown: unknown) => expect(thrown).toBeInstanceOf(ReportError));
});
