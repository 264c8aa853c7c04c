import { describe, expect, test } from '@jest/globals';
import { composeReport, type FormatId, formats, parseReport, renderReport } from '../../src/index.js';
import { minimal } from '../input/example.js';
import { openDocx } from '../readers/docx-package.mjs';
import { docxTables } from '../readers/docx-text.mjs';
import { pagesOf, texts } from '../typeset/pages.js';

// Line feeds in the cells of further tables are breaks, in every format.

const table = {
  stubhead: '平台\n类别',
  columns: ['个数\n（个）', { label: '说明', columns: ['甲\n乙', '丙'] }],
  rows: [
    { label: '政务\r\n新媒体', values: ['第一行\n\n第三行', { value: 3, note: '年内\n新开1个' }, '末尾不算\n'] },
    { label: '网站', values: [1, 2, null] },
  ],
};
const report = parseReport(minimal({ tables: { other: [table] } }));
const CELLS = [
  '平台\n类别',
  '个数\n（个）',
  '甲\n乙',
  '政务\n新媒体',
  '第一行\n\n第三行',
  '3（年内\n新开1个）',
  '末尾不算',
];

test('the document has them', () => {
  const further = composeReport(report).blocks.at(-1);
  const cells = further?.kind === 'table' ? further.cells.map(({ text }) => text) : [];
  expect(cells).toEqual(expect.arrayContaining(CELLS));
  expect(further).toMatchObject({ description: '个数（个）、说明' });
});

test('each is the end of a line in a PDF', () => {
  const lines = pagesOf(composeReport(report)).flatMap(texts);
  for (const line of CELLS.flatMap((cell) => cell.split('\n'))) expect(lines).toContain(line);
});

test('and in a Word file', async () => {
  const further = docxTables(openDocx(await renderReport(report, { format: 'docx' }))).at(-1);
  const cells = further?.cells.map(({ text }) => text) ?? [];
  expect(cells).toEqual(expect.arrayContaining(CELLS));
});

describe.each(Object.keys(formats) as FormatId[])('%s', (format) => {
  test('is made', async () => {
    await expect(renderReport(report, { format })).resolves.not.toHaveLength(0);
  });
});
