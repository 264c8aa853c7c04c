import { expect, test } from '@jest/globals';
import { parseReport, toPdf } from '../../src/index.js';
import { readPdf } from '../readers/pdf-content.mjs';
import { minimal } from '../rules/minimal.js';

// A word is set without gaps and in one line, whichever faces have its letters.

const WORDS = ['CO₂', 'PM₂.₅', '10⁵', 'Việt', 'O’Neil', 'Cafe\u0301s', 'Vie\u0323\u0302t', 'xⁿ'];

test('a word of letters from several faces', async () => {
  const overview = WORDS.flatMap((word) => Array.from({ length: 6 }, (_, i) => `${'甲'.repeat(20 + i)}${word}乙`));
  const { pages } = readPdf(await toPdf(parseReport(minimal({ 'narrative.overview': overview }))));
  const texts = pages.flatMap((page) => page.texts).filter(({ size }) => size === 16);
  const whole = texts.map(({ text }) => text).join('');
  for (const word of WORDS) expect(whole.split(`甲${word}乙`)).toHaveLength(7);
  const apart = texts.flatMap(({ text, x, y, width, spacing }, i) => {
    const next = texts[i + 1];
    const [last = '', first = ''] = [[...text].at(-1), [...(next?.text ?? '')][0]];
    if (!next || !WORDS.some((word) => word.includes(last + first))) return [];
    return next.y === y && Math.abs(x + width + spacing - next.x) < 0.1 ? [] : [`${text}|${next.text}`];
  });
  expect(apart).toEqual([]);
});
