import { expect, test } from '@jest/globals';
import { composeReport, toDocx } from '../../src/index.js';
import { minimalReport } from '../input/example.js';
import { openDocx } from '../readers/docx-package.mjs';
import { at, descendants } from '../readers/xml.mjs';
import { pagesOf, texts } from '../typeset/pages.js';

// A short numbered line of its own is the head of the lines after it: it is not the last on a page, in either format.

const reportOf = (...overview: readonly string[]) =>
  minimalReport({ narrative: { overview, problems: '公开不够。', other: '无其他事项。' } });

const BODY = '全年认真落实条例要求，规范办理程序，及时更新公开内容，加强队伍建设，政府信息公开工作有序开展。';

const HEADS = [
  ...[
    '二、工作机制保障',
    '（一）',
    '(一)加强公开',
    '1.加强公开',
    '1．加强公开',
    '2、完善机制',
    '（1）公开平台',
    '(2) 公开平台',
  ],
  ...['3)依申请公开', '①主动公开', '1.2 平台建设', '（二）加强公开。', '第一、加强领导', '1.主要做法：'],
];

test.each(HEADS)('%s is not the last line of a page', (head) => {
  for (let before = 8; before < 14; before++) {
    const report = reportOf(...new Array(before).fill('工作有序。'), head, BODY);
    for (const page of pagesOf(composeReport(report))) {
      // The last text of a page is its number.
      expect([before, texts(page).at(-2)]).not.toEqual([before, head]);
    }
  }
});

const TABLE = { stubhead: '方式', columns: ['件数'], rows: [{ label: '信函', values: ['1'] }] };

/** The paragraphs of the overview that are kept with what follows, if a table follows the text. */
const keptBeforeTable = (...overview: readonly string[]) =>
  composeReport({ ...reportOf(...overview), tables: { overview: [TABLE] } }).blocks.flatMap((block) =>
    block.kind === 'paragraph' && block.keepsNext ? block.inlines.map(({ text }) => text) : [],
  );

test('a head before a table is kept with it, the last item of a list is not', () => {
  expect(keptBeforeTable(BODY, '二、收费情况')).toEqual(['二、收费情况']);
  expect(keptBeforeTable('1.加强公开', '2.完善机制')).toEqual([]);
  expect(keptBeforeTable(BODY)).toEqual([]);
});

/** The texts of the paragraphs that Word keeps with the next one by their own setting. */
async function keptInWord(...overview: readonly string[]) {
  const main = openDocx(await toDocx(reportOf(...overview))).xml('word/document.xml');
  return descendants(main, 'w:p')
    .filter((one) => at(one, 'w:pPr', 'w:keepNext') !== undefined)
    .map((one) =>
      descendants(one, 'w:t')
        .flatMap(({ children }) => children)
        .join(''),
    )
    .filter((text) => overview.includes(text));
}

test('Word is told to keep each with what follows, and nothing else', async () => {
  const lines = HEADS.filter((head) => head !== '（一）').flatMap((head) => [head, BODY]);
  expect(await keptInWord(...lines)).toEqual(HEADS.filter((head) => head !== '（一）'));
});

test.each([
  ['a sentence', '1.加强公开。', '2.完善机制。', BODY],
  ['an item of a list', '1.加强公开', '2.完善机制；', BODY],
  ['a clause', '1.加强公开，', BODY],
  ['longer than a line', `1.${'加强公开'.repeat(7)}`, BODY],
  ['without a number', '加强公开', BODY],
  ['a figure', '3.5万件', BODY],
  ['a year', '2024年', BODY],
  ['the last line', BODY, '1.加强公开'],
])('%s is no head', async (_, ...lines) => expect(await keptInWord(...lines)).toEqual([]));
