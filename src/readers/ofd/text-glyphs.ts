import { attributeOf, type Element, elementsOf } from '../neutral/markup.js';
import { applied, type Matrix } from '../pdf/matrix.js';
import type { Around } from '../pdf/pen.js';
import type { ShownGlyph } from '../pdf/shown-glyphs.js';

/** The characters of a text object where they are drawn (GB/T 33190-2016, 11.3). */

const numberOf = (text: string | undefined): number | undefined => {
  const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
};

/** No line of a report has more characters; a run may say that it is repeated as often as it likes. */
const MOST_STEPS = 10_000;

/** The steps from each character to the next. `g 3 5.6` stands for three steps of 5.6. */
export function stepsOf(text: string | undefined): readonly number[] {
  const words = text?.trim().split(/\s+/) ?? [];
  const steps: number[] = [];
  for (let i = 0; i < words.length && steps.length < MOST_STEPS; i++) {
    const times = words[i] === 'g' ? (numberOf(words[i + 1]) ?? 0) : 1;
    const step = numberOf(words[i] === 'g' ? words[i + 2] : words[i]) ?? 0;
    if (words[i] === 'g') i += 2;
    for (let k = 0; k < times && steps.length < MOST_STEPS; k++) steps.push(step);
  }
  return steps;
}

/** Marks that Chinese fonts draw as wide as a Chinese character. */
const WIDE = /[\p{Script=Han}\u2014\u2018\u2019\u201c\u201d\u2026\u3000-\u303f\uff00-\uff60]/u;

/** Letters and signs that are nearly as wide as they are high, or wider: W in a bold face, Щ and № in most. */
const BROAD = /[MWmw@%&‰℃½¼¾№ЖШЩЫЮŒ]/u;

/** About how wide a character is, as a share of its size: the fonts of a file need not be in it. */
const usualWidth = (character: string): number => (WIDE.test(character) ? 1 : BROAD.test(character) ? 0.8 : 0.5);

/** From here on, in ems, a step leaves a gap behind a character. */
const widest = (character: string): number => (BROAD.test(character) ? 1.2 : 1.05);

/** The next character tells the width of one, in ems, unless there is a gap between them. */
const widthOf = (character: string, step: number | undefined): number =>
  step !== undefined && step > 0 && step < widest(character) ? step : usualWidth(character);

interface Way {
  readonly steps: readonly number[];
  readonly falls: readonly number[];
}

/** The characters of a piece of text; those with a name of their own in another alphabet count once. */
function glyphsOf(code: Element, size: number, at: Matrix, around: Around, start: readonly [number, number]) {
  const text = code.children.filter((child) => typeof child === 'string').join('');
  const way: Way = { steps: stepsOf(attributeOf(code, 'DeltaX')), falls: stepsOf(attributeOf(code, 'DeltaY')) };
  const isDown = way.steps.length === 0 && way.falls.length > 0;
  let [x, y] = start;
  return Array.from(text, (character, i): ShownGlyph => {
    const usual = usualWidth(character) * size;
    const [step, fall] = [way.steps[i], way.falls[i]];
    const [left, base] = applied(at, x, y);
    const [right, below] = applied(at, x + size * (isDown ? 1 : widthOf(character, step && step / size)), y);
    const [, top] = applied(at, x, y - size);
    x += step ?? (isDown ? 0 : usual);
    y += fall ?? 0;
    const height = Math.hypot(0, base - top) || size;
    return { text: character, x: left, y: base, dx: right - left, dy: below - base, isDown, size: height, around };
  });
}

/** The characters of a text object; `at` leads from its own places to those of the page. */
export function textGlyphs(object: Element, at: Matrix, around: Around): readonly ShownGlyph[] {
  const size = numberOf(attributeOf(object, 'Size')) ?? 0;
  let start: readonly [number, number] = [0, 0];
  return elementsOf(object)
    .filter(({ name }) => name === 'TextCode')
    .flatMap((code) => {
      // A piece without a place begins where the one before did.
      start = [numberOf(attributeOf(code, 'X')) ?? start[0], numberOf(attributeOf(code, 'Y')) ?? start[1]];
      return glyphsOf(code, size, at, around, start);
    });
}
