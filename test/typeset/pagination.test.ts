import { describe, expect, test } from '@jest/globals';
import { type Block, gbt9704 } from '../../src/index.js';
import { linePitch } from '../../src/theme/theme.js';
import type { Page } from '../../src/typeset/page.js';
import { fc } from '../fast-check.js';
import {
  blockLines,
  documentOf,
  further,
  heading,
  isFull,
  ofLines,
  pagesOf,
  pagesWith,
  signoff,
  standing,
  statutory,
} from './pages.js';

const TABLES = {
  none: [],
  two: [statutory('disclosure')],
  three: [statutory('requests')],
  four: [statutory('review')],
  small: [further(4)],
  long: [further(60)],
  highRows: [further(12, 400)],
};

/** A heading of this level, perhaps a table, and paragraphs of so many lines. */
type Section = readonly [level: 1 | 2, table: keyof typeof TABLES, paragraphs: readonly number[]];
const section: fc.Arbitrary<Section> = fc.tuple(
  fc.constantFrom<1 | 2>(1, 2),
  fc.constantFrom(...(Object.keys(TABLES) as (keyof typeof TABLES)[])),
  fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 4 }),
);
const sections = fc.array(section, { minLength: 1, maxLength: 4 });

/** Sections with a sign-off at the end. */
const made = (plan: readonly Section[]) =>
  documentOf([
    ...plan.flatMap(([level, table, paragraphs]): readonly Block[] => [
      heading(level),
      ...TABLES[table],
      ...paragraphs.map(ofLines),
    ]),
    signoff,
  ]);
const many = { numRuns: 25 };

describe('the pages of any document', () => {
  test('hold 22 lines, or 23 that are closer together and fill the page, on a grid', () => {
    fc.assert(
      fc.property(sections, (plan) => {
        const { height, margin } = gbt9704.page;
        const faults = pagesOf(made(plan)).flatMap((page) => {
          const outside = standing(page).filter(
            ({ baseline }) => baseline <= margin.top || baseline >= height - margin.bottom,
          );
          const lines = page.items.flatMap((item) =>
            item.kind === 'text' && item.role.kind === 'block' ? [item.baseline] : [],
          );
          const offGrid = [22, 23].map((count) => {
            const onGrid = (baseline: number) => (baseline - (lines[0] ?? 0)) / linePitch(gbt9704.page, count);
            return lines.filter((baseline) => Math.abs(onGrid(baseline) - Math.round(onGrid(baseline))) >= 0.001);
          });
          const [normal, tight] = offGrid as [number[], number[]];
          const most = normal.length === 0 ? 22 : 23;
          return [
            ...(blockLines(page).length > most ? ['too many lines'] : []),
            ...outside,
            ...(most === 22 ? [] : tight),
          ];
        });
        expect(faults).toEqual([]);
      }),
      many,
    );
  });

  test('show every block, in order', () => {
    fc.assert(
      fc.property(sections, (plan) => {
        const document = made(plan);
        const order = pagesOf(document).flatMap((page) => standing(page).map(({ block }) => block));
        expect(order).toEqual(order.toSorted((a, b) => a - b));
        expect(new Set(order).size).toBe(document.blocks.length);
      }),
      many,
    );
  });

  test('never end with a heading', () => {
    fc.assert(
      fc.property(sections, (plan) => {
        const document = made(plan);
        const lasts = pagesOf(document).map((page) => document.blocks[standing(page).at(-1)?.block ?? -1]?.kind);
        expect(lasts).not.toContain('heading');
      }),
      many,
    );
  });

  test('leave two lines of a paragraph at least on each side of a cut, or the first at the foot of a full page', () => {
    fc.assert(
      fc.property(sections, (plan) => {
        const document = made(plan);
        const pages = pagesOf(document);
        for (const [i, block] of document.blocks.entries()) {
          if (block.kind !== 'paragraph') continue;
          const [first, ...others] = pagesWith(pages, i).map((page) => pages[page] as Page);
          const partOf = (page: Page) => blockLines(page).filter((line) => line === i).length;
          for (const other of others) expect(partOf(other)).toBeGreaterThanOrEqual(2);
          if (first && others.length > 0 && partOf(first) < 2) expect(isFull(first)).toBe(true);
        }
      }),
      many,
    );
  });

  test('never hold a sign-off alone', () => {
    fc.assert(
      fc.property(sections, (plan) => {
        const { blocks, ...rest } = made(plan);
        const pages = pagesOf({ blocks, ...rest });
        const end = blocks.length - 1;
        const [first = -1, ...others] = pagesWith(pages, end);
        expect(others).toEqual([]);
        expect(pages[first] && standing(pages[first]).some(({ block }) => block !== end)).toBe(true);
      }),
      many,
    );
  });
});
