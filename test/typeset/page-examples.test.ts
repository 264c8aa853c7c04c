import { describe, expect, test } from '@jest/globals';
import { composeReport } from '../../src/index.js';
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

test.each(goodFixtures)('in %s each statutory table stands whole on a page, and with its heading', (path) => {
  const document = composeReport(readFixture(path));
  const pages = pagesOf(document);
  for (const [i, block] of document.blocks.entries()) {
    if (block.kind !== 'table' || block.path[0] === 'tables') continue;
    expect(pagesWith(pages, i)).toHaveLength(1);
    expect(pagesWith(pages, i - 1)).toEqual(pagesWith(pages, i));
  }
});
