import type { Fonts } from '../fonts/fonts.js';
import { evenLines, looseLines } from './even-lines.js';
import { fillLines } from './fill-lines.js';
import { CLOSER, JUSTIFIED, PAUSED, PRESSED, type Press, RAGGED } from './gaps.js';
import { type StyledText, toGlyphs } from './glyphs.js';
import { type SetLine, setLine } from './set-line.js';
import { type Broken, type Strip, stripOf } from './strip.js';

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

const stripFor = (texts: readonly StyledText[], { size, pitch }: Setting, press: Press, fonts: Fonts): Strip =>
  stripOf(toGlyphs(texts, size, fonts, pitch), press);

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
  for (const press of [closer ? CLOSER : JUSTIFIED, PRESSED]) {
    const text = stripFor(texts, setting, press, fonts);
    const even = evenLines(text, widths, press === CLOSER ? 'fewest' : 'any');
    if (even) return setLines(text, even, width, setting);
  }
  const paused = stripFor(texts, setting, PAUSED, fonts);
  const lines = evenLines(paused, widths) ?? looseLines(paused, widths) ?? fillLines(paused, widths);
  return setLines(paused, lines, width, setting);
}

/** The lines of a paragraph. If it is justified, all but the last are. */
export function setParagraph(texts: readonly StyledText[], setting: Setting, fonts: Fonts): SetParagraph {
  if (setting.justify) return setJustified(texts, setting, fonts);
  const { width, indent } = setting;
  const text = stripFor(texts, setting, RAGGED, fonts);
  return setLines(text, fillLines(text, { first: width - indent, rest: width }), width, setting);
}

/** Sets ragged text in as few lines as possible and makes them as even as possible: 结果/维持, not 结果维/持. */
export function setBalanced(texts: readonly StyledText[], setting: Setting, fonts: Fonts): SetParagraph {
  const text = stripFor(texts, setting, RAGGED, fonts);
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
