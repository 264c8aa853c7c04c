import { expect, test } from '@jest/globals';
import { shippedFonts } from '../../src/host/opened-fonts.js';
import { FREELY, ODD } from '../../src/typeset/breaks.js';
import { evenLines, looseLines } from '../../src/typeset/even-lines.js';
import { fillLines } from '../../src/typeset/fill-lines.js';
import { JUSTIFIED, type Press } from '../../src/typeset/gaps.js';
import { toGlyphs } from '../../src/typeset/glyphs.js';
import {
  giveOf,
  LEAST_GIVE,
  type Span,
  type Strip,
  slackOf,
  stripOf,
  TOLERANCE,
  unspaced,
  type Widths,
  widthOf,
} from '../../src/typeset/strip.js';
import { fc } from '../fast-check.js';
import { plainProse, prose } from './random-text.js';
import { SIZE } from './setting.js';

// Lines that are chosen together, against those that are filled one by one and against every way that there is.

const strip = (text: string, press: Press): Strip =>
  stripOf(unspaced(toGlyphs([{ text, role: 'body' }], SIZE, shippedFonts), text), press);

const widthsOf = (characters: number): Widths => ({ first: (characters - 2) * SIZE, rest: characters * SIZE });

const roomOf = ({ from }: Span, { first, rest }: Widths): number => (from === 0 ? first : rest);

/** The stretch of a line in characters a gap, or a character if it stays ragged; 0 if it is compressed. */
function stretchOf(text: Strip, span: Span, widths: Widths): number {
  const give = giveOf(text, span);
  const gaps = give < LEAST_GIVE ? span.to - span.from : give;
  return Math.max(0, roomOf(span, widths) - widthOf(text, span) - TOLERANCE) / gaps / SIZE;
}

const NOT_COMPRESSED: Press = { mark: 0, han: 0 };
const LIMIT = 0.1;

test('are together stretched by no more than lines that are filled', () => {
  fc.assert(
    fc.property(plainProse, fc.constantFrom(16, 20, 24, 28, 33.3), (prose, characters) => {
      const [text, widths] = [strip(prose, NOT_COMPRESSED), widthsOf(characters)];
      const squares = (lines: readonly Span[] = []) =>
        lines.slice(0, -1).reduce((sum, line) => sum + stretchOf(text, line, widths) ** 2, 0);
      const filled = fillLines(text, widths).lines;
      fc.pre(filled.slice(0, -1).every((line) => stretchOf(text, line, widths) <= LIMIT));
      expect(squares(evenLines(text, widths)?.lines)).toBeLessThanOrEqual(squares(filled) + 1e-9);
    }),
  );
});

/** Whether there is a way to the end of a text on which no line is stretched beyond the limit: all ways are tried. */
function hasEvenWay(text: Strip, widths: Widths): boolean {
  const count = text.glyphs.length;
  const reached = new Set([0]);
  for (let from = 0; from < count; from++) {
    if (!reached.has(from)) continue;
    for (let to = from + 1; to <= count; to++) {
      const span = { from, to };
      const isBreak = to === count ? from <= text.latest : (text.breaks[to] as number) >= ODD;
      const fits = widthOf(text, span) - slackOf(text, span) <= roomOf(span, widths) + 0.01;
      if (isBreak && fits && (to === count || stretchOf(text, span, widths) <= LIMIT)) reached.add(to);
    }
  }
  return reached.has(count);
}

test('are stretched beyond a tenth only where there is no other way', () => {
  fc.assert(
    fc.property(prose, fc.constantFrom(12, 16, 20, 28), (prose, characters) => {
      const [text, widths] = [strip(prose, JUSTIFIED), widthsOf(characters)];
      const lines = evenLines(text, widths)?.lines;
      for (const line of lines?.slice(0, -1) ?? [])
        expect(stretchOf(text, line, widths)).toBeLessThanOrEqual(LIMIT + 1e-9);
      expect(lines !== undefined).toBe(hasEvenWay(text, widths));
    }),
    { numRuns: 60 },
  );
});

test('may be stretched by exactly a tenth, whatever the rounding', () => {
  const prose =
    '度工况+10000.00条例0.000条《政》，《关于〈政公〉的通知》请公公公条开10.0000条《保》，——网——机0条，监“例。”，公开。';
  expect(evenLines(strip(prose, JUSTIFIED), widthsOf(12))).toBeDefined();
});

test('cover the text, end where it may be broken and are not too long for their width', () => {
  fc.assert(
    fc.property(prose, fc.constantFrom(12, 20, 28), (prose, characters) => {
      const [text, widths] = [strip(prose, JUSTIFIED), widthsOf(characters)];
      const { lines, torn } = evenLines(text, widths) ?? looseLines(text, widths) ?? { lines: [], torn: false };
      expect(lines.map(({ from }) => from)).toEqual([0, ...lines.slice(0, -1).map(({ to }) => to)]);
      expect(lines.at(-1)?.to).toBe(text.glyphs.length);
      if (!torn) for (const { to } of lines.slice(0, -1)) expect(text.breaks[to]).toBe(FREELY);
      for (const line of lines)
        expect(widthOf(text, line) - slackOf(text, line)).toBeLessThanOrEqual(roomOf(line, widths) + 0.02);
    }),
  );
});

/** How many places are looked at in breaking a text. */
function looks(text: Strip): number {
  let count = 0;
  const ends = new Proxy(text.ends, {
    get(target, key) {
      count += 1;
      return Reflect.get(target, key);
    },
  });
  evenLines({ ...text, ends }, widthsOf(28));
  return count;
}

test.each([
  ['that has an even way', '公开政府信息，依法受理12件申请（含3件），按期办结。'],
  ['that has none', `公开${'1234567890'.repeat(2)}件，按期办结申请${'9876543210'.repeat(2)}件；`],
])('take work that grows as the text does, in a text %s', (_, sentence) => {
  const [short, long] = [60, 240].map((times) => strip(sentence.repeat(times), JUSTIFIED));
  for (const text of [short, long]) expect(looks(text as Strip)).toBeLessThan(150 * (text as Strip).glyphs.length);
  expect(looks(long as Strip)).toBeLessThan(4.5 * looks(short as Strip));
});
