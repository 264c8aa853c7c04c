import { expect, test } from '@jest/globals';
import { assessReport, blankReport, read, writeWorkbook } from '../../src/index.js';
import { changed } from './books.js';

// Whoever fills in a workbook is told cells and the words of its sheets, not the names of data.

const made = writeWorkbook(blankReport({ edition: '2021', year: 2025, agency: '某局' }));
const blank = made.then((bytes) => read(bytes, { name: '填报.xlsx' }));

test('no hint of a rule names data', async () => {
  const { report, locate } = await blank;
  const { rules } = assessReport(report);
  const told = locate(
    rules.map(({ rule: { code, hint } }) => ({ code, severity: 'error', path: [], message: '', hint })),
  );
  const foreign = told.filter(({ hint }) => /[a-z]{2,}/i.test(hint.replace(/\{\{[^}]*\}\}|Word|PDF/g, '')));
  expect(foreign.map(({ hint }) => hint)).toEqual([]);
});

test('findings name cells and titles', async () => {
  const { report, locate } = await blank;
  const told = locate(assessReport(report).findings);
  const hintOf = (code: string, section: string) =>
    told.find((one) => one.code === code && one.path.includes(section))?.hint;
  expect(hintOf('cell/blank', 'requests')).toContain('在表上方选“空格都是 0”');
  expect(hintOf('fees/missing', 'other')).toMatch(
    /^填写“信息处理费.*”（基本情况!B\d+），或在“六、其他需要报告的事项”（文字!B\d+）里写明$/,
  );
  expect(hintOf('template/empty', 'problems')).toMatch(/在“没有这一部分：五、.*”（文字!B\d+）里写明理由$/);
});

test('a waiver names its place by the cell', async () => {
  const { report, locate } = await blank;
  const [blankTable] = locate(assessReport(report).findings);
  const at = blankTable?.places?.[0]?.place;
  if (at === undefined || !('at' in at)) throw new Error('no cell');
  const bytes = await changed(await made, {}, (book) => {
    const sheet = book.sheets.find(({ name }) => name === '基本情况');
    const row = sheet?.rows[sheet.rows.findLastIndex((cells) => cells.includes('理由')) + 1];
    row?.splice(1, 3, '本级没有', 'cell/blank', at.at.replace('!', '！'));
  });
  const { waivers } = (await read(bytes, { name: 'a.xlsx' })).report;
  expect(waivers).toEqual([{ reason: '本级没有', rule: 'cell/blank', path: blankTable?.places?.[0]?.path.join('.') }]);
});
