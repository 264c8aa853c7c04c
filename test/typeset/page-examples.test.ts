import { describe, expect, test } from '@jest/globals';
import { composeReport } from '../../src/index.js';
import type { Page } from '../../src/typeset/page.js';
import { goodFixtures, readFixture } from '../input/example.js';
import { blockLines, documentOf, further, ofLines, pagesOf, pagesWith, signoff, standing, texts } from './pages.js';

describe('pages', () => {
  test('a long paragraph fills its pages with 22 lines each', () => {
    const pages = pagesOf(documentOf([ofLines(60)]));
    expect(pages.map((page) => blockLines(page).length)).toEqual([22, 22, 16]);
  });

  test('page numbers count from 1', () => {
    const pages = pagesOf(documentOf([ofLines(60)]));
    expect(pages.map((page) => texts(page).at(-1))).toEqual(['— 1 —', '— 2 —', '— 3 —']);
  });

  test('the sign-off takes the last lines of the text with it to a new page', () => {
    const pages = pagesOf(documentOf([ofLines(21), signoff]));
    expect(pages.map(blockLines)).toEqual([new Array(19).fill(0), [0, 0, 1, 1]]);
  });

  test('a sign-off below a table is not alone on its page either', () => {
    for (let lines = 1; lines <= 22; lines++) {
      const pages = pagesOf(documentOf([ofLines(lines), further(8), signoff]));
      const page = pages[pagesWith(pages, 2)[0] ?? -1];
      const isAlone = page !== undefined && standing(page).every(({ block }) => block === 2);
      expect({ lines, isAlone }).toEqual({ lines, isAlone: false });
    }
  });
});

test.each(goodFixtures)(
  'in %s each statutory table begins below its heading, and is whole unless it is cut before a band',
  (path) => {
    const document = composeReport(readFixture(path));
    const pages = pagesOf(document);
    for (const [i, block] of document.blocks.entries()) {
      if (block.kind !== 'table' || block.path[0] === 'tables') continue;
      const [first, ...more] = pagesWith(pages, i);
      expect(pagesWith(pages, i - 1)).toEqual([first]);
      for (const page of more) expect(texts(pages[page] as Page)[0]).toMatch(/^第二十条第/);
    }
  },
);
