import type { Fonts } from '../fonts/fonts.js';
import { evenLines } from './even-lines.js';
import { fillLines } from './fill-lines.js';
import { CLOSER, JUSTIFIED, RAGGED } from './gaps.js';
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

function stripFor(texts: readonly StyledText[], { size, pitch, justify, closer }: Setting, fonts: Fonts): Strip {
  const press = justify ? (closer ? CLOSER : JUSTIFIED) : RAGGED;
  return stripOf(toGlyphs(texts, size, fonts, pitch), press);
}

/** Breaks text into lines of a width, which may be smaller than that of the setting. */
function broken(text: Strip, width: number, { indent, justify, closer }: Setting): Broken {
  const widths = { first: width - indent, rest: width };
  return (justify ? evenLines(text, widths, closer ? 'fewest' : 'any') : undefined) ?? fillLines(text, widths);
}

function setLines(text: Strip, { lines, torn }: Broken, width: number, setting: Setting): SetParagraph {
  const { indent, justify } = setting;
  const set = lines.map((span, i) => {
    const room = i === 0 ? width - indent : width;
    return setLine(text, span, { width: room, justify: justify && i < lines.length - 1 });
  });
  return { lines: set, torn };
}

/** The lines of a paragraph. If it is justified, all but the last are. */
export function setParagraph(texts: readonly StyledText[], setting: Setting, fonts: Fonts): SetParagraph {
  const text = stripFor(texts, setting, fonts);
  return setLines(text, broken(text, setting.width, setting), setting.width, setting);
}

/** Sets text in as few lines as possible and makes them as even as possible: 结果/维持, not 结果维/持. */
export function setBalanced(texts: readonly StyledText[], setting: Setting, fonts: Fonts): SetParagraph {
  const text = stripFor(texts, setting, fonts);
  const first = broken(text, setting.width, setting);
  let [best, bestWidth] = [first, setting.width];
  for (let width = setting.width - setting.size / 2; width > setting.size; width -= setting.size / 2) {
    const next = broken(text, width, setting);
    if (next.torn || next.lines.length > first.lines.length) break;
    [best, bestWidth] = [next, width];
  }
  return setLines(text, best, bestWidth, setting);
}
