import type { Fonts } from '../fonts/fonts.js';
import { evenLines, looseLines } from './even-lines.js';
import { fillLines } from './fill-lines.js';
import { CLOSER, JUSTIFIED, PAUSED, PRESSED, RAGGED } from './gaps.js';
import { type StyledText, toGlyphs } from './glyphs.js';
import { type SetLine, setLine } from './set-line.js';
import { type Broken, type Strip, stripOf, type Unspaced, unspaced } from './strip.js';

/** How a paragraph is set. Lengths in points. */
export interface Setting {
  readonly size: number;
  readonly width: number;
  /** The indent of the first line. */
  readonly indent: number;
  readonly justify: boolean;
  /** The room of a full-width character, if characters are on a grid. */
  readonly pitch?: number;
  /** Whether a justified paragraph is set in as few lines as it can be, with its characters a little closer together. */
  readonly closer?: boolean;
}

interface SetParagraph {
  readonly lines: readonly SetLine[];
  /** A word was longer than its line. */
  readonly torn: boolean;
}

const unspacedOf = (texts: readonly StyledText[], { size, pitch }: Setting, fonts: Fonts): Unspaced =>
  unspaced(toGlyphs(texts, size, fonts, pitch), texts.map(({ text }) => text).join(''));

const raggedOf = (texts: readonly StyledText[], setting: Setting, fonts: Fonts): Strip =>
  stripOf(unspacedOf(texts, setting, fonts), RAGGED);

function setLines(text: Strip, { lines, torn }: Broken, width: number, setting: Setting): SetParagraph {
  const { indent, justify } = setting;
  const set = lines.map((span, i) => {
    const room = i === 0 ? width - indent : width;
    return setLine(text, span, { width: room, justify: justify && i < lines.length - 1 });
  });
  return { lines: set, torn };
}

/** The lines of a justified paragraph. Its gaps give more than usual only if one of its lines would have wide ones otherwise. */
function setJustified(texts: readonly StyledText[], setting: Setting, fonts: Fonts): SetParagraph {
  const { width, indent, closer } = setting;
  const widths = { first: width - indent, rest: width };
  const glyphs = unspacedOf(texts, setting, fonts);
  for (const press of [closer ? CLOSER : JUSTIFIED, PRESSED]) {
    const text = stripOf(glyphs, press);
    const even = evenLines(text, widths, press === CLOSER ? 'fewest' : 'any');
    if (even) return setLines(text, even, width, setting);
  }
  const paused = stripOf(glyphs, PAUSED);
  const lines = evenLines(paused, widths) ?? looseLines(paused, widths) ?? fillLines(paused, widths);
  return setLines(paused, lines, width, setting);
}

/** The lines of a paragraph. If it is justified, all but the last are. */
export function setParagraph(texts: readonly StyledText[], setting: Setting, fonts: Fonts): SetParagraph {
  if (setting.justify) return setJustified(texts, setting, fonts);
  const { width, indent } = setting;
  const text = raggedOf(texts, setting, fonts);
  return setLines(text, fillLines(text, { first: width - indent, rest: width }), width, setting);
}

/** Sets ragged text in as few lines as possible and makes them as even as possible: 结果/维持, not 结果维/持. */
export function setBalanced(texts: readonly StyledText[], setting: Setting, fonts: Fonts): SetParagraph {
  const text = raggedOf(texts, setting, fonts);
  const broken = (width: number): Broken => fillLines(text, { first: width - setting.indent, rest: width });
  const first = broken(setting.width);
  let [best, bestWidth] = [first, setting.width];
  for (let width = setting.width - setting.size / 2; width > setting.size; width -= setting.size / 2) {
    const next = broken(width);
    if (next.torn || next.lines.length > first.lines.length) break;
    [best, bestWidth] = [next, width];
  }
  return setLines(text, best, bestWidth, setting);
}
