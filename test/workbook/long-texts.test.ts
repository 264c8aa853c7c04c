import { expect, test } from '@jest/globals';
import { type AnyReport, ReportError, read, readReport, writeWorkbook } from '../../src/index.js';
import { fixture } from '../readers/fixtures.mjs';

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
