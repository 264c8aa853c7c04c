import { describe, expect, test } from '@jest/globals';
import { composeReport, gbt9704 } from '../../src/index.js';
import type { Page } from '../../src/typeset/page.js';
import { fc } from '../fast-check.js';
import { minimalReport, problemsOf, type Raw, short } from '../input/example.js';
import { documentOf, further, heading, ofLines, pagesOf, pagesWith, paragraph, texts } from './pages.js';

/** The texts of a page without its number. */
const body = (page: Page) => texts(page).slice(0, -1);
const rowsOn = (page: Page) => body(page).filter((text) => /^第\d+行$/.test(text));
const allRows = (count: number) => Array.from({ length: count }, (_, i) => `第${i + 1}行`);

const tableOf = (table: Raw) => {
  const document = composeReport(minimalReport({ tables: { other: [table] } }));
  return documentOf(document.blocks.filter((block) => block.path[0] === 'tables'));
};

describe('a further table that no page holds', () => {
  test('is cut between rows: every row once and in order, the head on every page', () => {
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 100 }), fc.integer({ min: 1, max: 60 }), (rows, characters) => {
        const pages = pagesOf(documentOf([paragraph('公开。'), further(rows, characters)]));
        expect(pages.length).toBeGreaterThan(1);
        expect(pages.flatMap(rowsOn)).toEqual(allRows(rows));
        for (const page of pages) {
          expect(body(page).filter((text) => text === '项目')).toHaveLength(1);
          expect(rowsOn(page).length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 10 },
    );
  });

  test('marks the repeated heads as repeated, and only these', () => {
    const pages = pagesOf(documentOf([further(100)]));
    const heads = pages.flatMap(({ items }) =>
      items.flatMap((item) => (item.kind === 'text' && item.runs[0]?.text === '项目' ? [item.role.kind] : [])),
    );
    expect(heads).toEqual(['cell', ...new Array(pages.length - 1).fill('artifact')]);
  });

  test('repeats the label of a group that is cut, with （续）', () => {
    const rows = (from: number) => Array.from({ length: 30 }, (_, i) => ({ label: `第${from + i}行`, values: [i] }));
    const document = tableOf({
      columns: ['件数'],
      rows: [
        { label: '甲组', rows: rows(1) },
        { label: '乙组', rows: rows(31) },
      ],
    });
    const pages = pagesOf(document).map(body);
    const labels = pages.map((page) => page.filter((text) => /^[甲乙]组/.test(text)));
    expect(labels.flat().filter((text) => !text.includes('续'))).toEqual(['甲组', '乙组']);
    expect(
      labels.slice(1).every(([first]) => first === '甲组（续）' || first === '乙组（续）' || first === '乙组'),
    ).toBe(true);
    expect(labels.flat()).toContainEqual(expect.stringMatching(/（续）$/));
    expect(pages.flat().filter((text) => /^第\d+行$/.test(text))).toEqual(allRows(60));
  });

  test('does not leave its heading behind, however high its rows are', () => {
    for (const characters of [4, 400]) {
      for (let lines = 9; lines <= 21; lines++) {
        const before = ofLines(lines);
        const pages = pagesOf(documentOf([before, heading(1), further(characters > 4 ? 12 : 60, characters)]));
        const [page = -1] = pagesWith(pages, 1);
        expect({ characters, lines, with: pagesWith(pages, 2).includes(page) }).toEqual({
          characters,
          lines,
          with: true,
        });
      }
    }
  });

  test('is all there, within the foot of each page', () => {
    const foot = gbt9704.page.height - gbt9704.page.margin.bottom;
    for (const page of pagesOf(documentOf([further(80, 50)]))) {
      for (const item of page.items) if (item.kind === 'rule') expect(item.y2).toBeLessThanOrEqual(foot + 0.5);
    }
  });
});

describe('a further table that a page holds', () => {
  test('stays whole wherever it falls', () => {
    for (let lines = 1; lines <= 22; lines++) {
      const before = ofLines(lines);
      const pages = pagesOf(documentOf([before, heading(1), further(12)]));
      expect(pagesWith(pages, 2)).toHaveLength(1);
      expect(pagesWith(pages, 1)).toEqual(pagesWith(pages, 2));
    }
  });

  test('keeps its caption', () => {
    const { blocks } = tableOf({
      caption: '表1 示例',
      columns: ['件数'],
      rows: Array.from({ length: 12 }, () => ({ values: [1] })),
    });
    for (let lines = 1; lines <= 22; lines++) {
      const pages = pagesOf(documentOf([ofLines(lines), ...blocks]));
      const withCaption = pages.filter((page) => body(page).includes('表1 示例'));
      expect(withCaption).toHaveLength(1);
      expect(pagesWith(pages, 1)).toEqual([pages.indexOf(withCaption[0] as Page)]);
    }
  });
});

test('what no page and no column can hold is layout/too-large, with the path of the cell', () => {
  const narrow = Array.from({ length: 30 }, (_, i) => `第${i}列`);
  const tooMany = tableOf({ columns: narrow, rows: [{ label: '行', values: narrow.map(() => '12345678') }] });
  const tooHigh = documentOf([further(2, 6000)]);
  const places = [tooMany, tooHigh].map((document) => problemsOf(() => pagesOf(document)).map(short));
  expect(places).toEqual([
    ['layout/too-large tables.other[0].columns[0]'],
    ['layout/too-large tables.other[0].rows[0].values[1]'],
  ]);
});
