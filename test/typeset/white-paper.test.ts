import { describe, expect, test } from '@jest/globals';
import type { Page } from '../../src/typeset/page.js';
import { fc } from '../fast-check.js';
import { documentOf, further, heading, ofLines, pagesOf, pagesWith, signoff, statutory, texts } from './pages.js';

// A table does not leave half a page white: its rows become lower first, and one with bands may be cut before a band.

const rowsOf = ({ items }: Page): readonly number[] => {
  const ys = items.flatMap((item) => (item.kind === 'rule' && item.y1 === item.y2 ? [item.y1] : []));
  return [...new Set(ys)].toSorted((a, b) => a - b);
};
const sizes = ({ items }: Page) => [
  ...new Set(
    items.flatMap((item) =>
      item.kind === 'text' && item.role.kind === 'cell' ? item.runs.map(({ size }) => size) : [],
    ),
  ),
];
const below = (lines: number, more = 1) =>
  pagesOf(documentOf([ofLines(lines), heading(1), statutory('disclosure'), ofLines(more)]));
const bands = (page: Page | undefined) => (page ? texts(page) : []).filter((text) => /^第二十条/.test(text));

describe('table two', () => {
  test('tightens before it moves, at the same size', () => {
    const [loose] = below(2) as [Page];
    const pages = below(12);
    expect([pagesWith(pages, 1), pagesWith(pages, 2)]).toEqual([[0], [0]]);
    const [tight] = pages as [Page];
    const height = (page: Page) => (rowsOf(page).at(-1) ?? 0) - (rowsOf(page)[0] ?? 0);
    expect(height(tight)).toBeLessThan(height(loose));
    expect(sizes(tight)).toEqual(sizes(loose));
  });

  test('is cut before a band if that saves a page, with its heading above and every row once', () => {
    const pages = below(14, 14);
    expect(pages).toHaveLength(2);
    const [upper, lower] = pages.map(bands) as [string[], string[]];
    expect([...upper, ...lower]).toEqual(['一', '五', '六', '八'].map((number) => `第二十条第（${number}）项`));
    expect(upper.length).toBeGreaterThan(0);
    expect(texts(pages[1] as Page)[0]).toBe(lower[0]);
    for (const page of pages)
      expect(texts(page).filter((text) => text === '信息内容')).toHaveLength(bands(page).length);
  });

  test.each([
    ['not one of its parts fits', 20, 13],
    ['cutting it saves no page', 14, 1],
  ])('moves whole where %s', (_, lines, more) => {
    const pages = below(lines, more);
    expect(bands(pages[0])).toEqual([]);
    expect(bands(pages[1])).toHaveLength(4);
    expect(pagesWith(pages, 1)).toEqual([1]);
  });

  test('has the rules of its upper part closed', () => {
    for (const page of below(14, 14)) {
      const xs = page.items.flatMap((item) => (item.kind === 'rule' && item.x1 === item.x2 ? [item.y2] : []));
      expect(Math.max(...xs)).toBeCloseTo((rowsOf(page).at(-1) ?? 0) + 0.25, 5);
    }
  });
});

test('table three stays whole wherever it falls', () => {
  for (let lines = 1; lines <= 22; lines += 3) {
    const pages = pagesOf(documentOf([ofLines(lines), heading(1), statutory('requests')]));
    expect(pagesWith(pages, 2)).toHaveLength(1);
    expect(pagesWith(pages, 1)).toEqual(pagesWith(pages, 2));
  }
});

test('any table that would fit if its rows were lower is on the page of its heading', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 24 }),
      fc.boolean(),
      (lines, rows, signed) => {
        const end = signed ? [signoff] : [];
        const pages = pagesOf(documentOf([ofLines(lines), heading(1), further(rows), ...end]));
        expect(pagesWith(pages, 2)).toHaveLength(1);
        expect(pagesWith(pages, 1)).toEqual(pagesWith(pages, 2));
        // Rows of one line of 10.5 pt need 17.525 pt; heading, sign-off (with a blank line) and the space around the table take the rest.
        const needed = lines + 1 + Math.ceil(((rows + 1) * 17.525 + 12) / ((225 * 72) / 25.4 / 22)) + (signed ? 3 : 0);
        if (needed <= 22) expect(pages).toHaveLength(1);
      },
    ),
    { numRuns: 60 },
  );
});
