import { describe, expect, test } from '@jest/globals';
import { gbt9704 } from '../../src/index.js';
import { linePitch } from '../../src/theme/theme.js';
import type { Page } from '../../src/typeset/page.js';
import { fc } from '../fast-check.js';
import { blockLines, documentOf, heading, isFull, ofLines, pagesOf, paragraph, signoff, statutory } from './pages.js';

// A few lines alone on the last page come back: characters are a little closer together, and then lines.

/** The distances of the lines of a page that belong to running text, in lines of most pages, the smallest. */
function pitchOf({ items }: Page): number {
  const lines = items.flatMap((item) => (item.kind === 'text' && item.role.kind === 'block' ? [item.baseline] : []));
  const apart = lines.slice(1).map((one, i) => one - (lines[i] as number));
  return Math.min(...apart) / linePitch(gbt9704.page);
}

const pitches = (pages: readonly Page[]) => pages.map((page) => Number(pitchOf(page).toFixed(4)));
const TIGHT = Number((22 / 23).toFixed(4));

/** So many paragraphs of eleven lines, of which two fill a page, and a sign-off, which takes three lines, below so many lines. */
const pagesAbove = (paragraphs: number, lines: number) =>
  pagesOf(documentOf([...new Array(paragraphs).fill(ofLines(11)), ofLines(lines), signoff]));

describe('a sign-off with a line or two of text', () => {
  test('comes back if every page before has a line more, no more pages than it takes', () => {
    expect(pitches(pagesAbove(8, 1))).toEqual([TIGHT, TIGHT, TIGHT, TIGHT]);
    expect(pitches(pagesAbove(12, 1))).toEqual([1, 1, TIGHT, TIGHT, TIGHT, TIGHT]);
    expect(pagesAbove(8, 1).map((page) => blockLines(page).length)).toEqual([23, 23, 23, 22]);
  });

  test('stays where its lines are more than that', () => {
    expect(pitches(pagesAbove(6, 1))).toEqual([1, 1, 1, 1]);
    expect(pitches(pagesAbove(16, 7)).every((pitch) => pitch === 1)).toBe(true);
  });

  test('comes back by characters closer together where lines alone are not enough', () => {
    const over = (lines: number, characters: number) => paragraph(`${'公'.repeat(28 * lines - 4 + characters)}。`);
    // Three characters are on the last line of two paragraphs; without them the sign-off would fit if both pages had a line more.
    const pages = (characters: number) => {
      const above = [heading(1), over(10, characters), ofLines(10), over(9, characters), ofLines(12)];
      return pagesOf(documentOf([...above, signoff]));
    };
    expect(pages(14)).toHaveLength(3);
    expect(pages(3)).toHaveLength(2);
    for (const { items } of pages(3))
      for (const item of items)
        if (item.kind === 'text') for (const { spacing } of item.runs) expect(spacing).toBeGreaterThan(-0.8);
  });
});

test('no line is closer to the next than by one in 22, and a page with closer lines is full', () => {
  const lines = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 40 });
  fc.assert(
    fc.property(lines, fc.boolean(), (paragraphs, table) => {
      const tables = table ? [heading(1), statutory('review')] : [];
      const pages = pagesOf(documentOf([...tables, ...paragraphs.map(ofLines), signoff]));
      for (const page of pages) {
        if (pitchOf(page) > 0.999) continue;
        expect(pitchOf(page)).toBeCloseTo(22 / 23, 4);
        expect(isFull(page)).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

test('pages of text are full but for lines that a heading keeps, and hold no last line of a paragraph alone', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 60 }), (paragraphs) => {
      const pages = pagesOf(documentOf(paragraphs.map(ofLines)));
      for (const page of pages.slice(0, -1)) expect([22, 23]).toContain(blockLines(page).length);
    }),
    { numRuns: 60 },
  );
});
