import { expect, test } from '@jest/globals';
import type { Page } from '../../src/typeset/page.js';
import { documentOf, pagesOf, statutory } from './pages.js';

// Figures stand clear of the rules of their columns.

/** The space between each figure that reads so and the nearer of the rules beside it, in points. */
function gapsBeside({ items }: Page, figure: string): readonly number[] {
  const uprights = items.flatMap((item) => (item.kind === 'rule' && item.x1 === item.x2 ? [item.x1] : []));
  return items.flatMap((item) => {
    if (item.kind !== 'text' || item.runs.map(({ text }) => text).join('') !== figure) return [];
    const middles = uprights.map((at) => at - item.x);
    const width = 0.55 * (item.runs[0]?.size ?? 0) * figure.length;
    const left = Math.min(...middles.filter((gap) => gap <= 0).map((gap) => -gap));
    return [Math.min(left, Math.min(...middles.filter((gap) => gap > 0)) - width)];
  });
}

test.each([
  ['requests', '1'],
  ['requests', '12345'],
  ['requests', '1234567'],
  ['review', '123456'],
] as const)('%s: %s', (key, figure) => {
  const table = statutory(key);
  const cells = table.cells.map((cell) => (cell.role === 'figure' ? { ...cell, text: figure } : cell));
  const gaps = pagesOf(documentOf([{ ...table, cells }])).flatMap((page) => gapsBeside(page, figure));
  expect(gaps.length).toBeGreaterThan(10);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(3);
});

test('figures too long for that are set as large as the column holds', () => {
  const table = statutory('review');
  const cells = table.cells.map((cell) => (cell.role === 'figure' ? { ...cell, text: '1234567' } : cell));
  const gaps = pagesOf(documentOf([{ ...table, cells }])).flatMap((page) => gapsBeside(page, '1234567'));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(2);
});
