import type { Fonts } from '../fonts/fonts.js';
import { type StyledText, toGlyphs } from './glyphs.js';
import { breakLines, measure } from './lines.js';
import { type SetLine, setLine } from './set-line.js';

/** How a paragraph is set. Lengths in points. */
export interface Setting {
  readonly size: number;
  readonly width: number;
  /** Indent of the first line. */
  readonly indent: number;
  readonly justify: boolean;
  /** Room of a full-width character, where characters stand on a grid. */
  readonly pitch?: number;
}

/** The lines of a paragraph. All but the last are justified, if any are. `torn`: a word was longer than its line. */
export function setParagraph(
  texts: readonly StyledText[],
  setting: Setting,
  fonts: Fonts,
): { readonly lines: readonly SetLine[]; readonly torn: boolean } {
  const { size, width, indent, justify, pitch } = setting;
  const text = measure(toGlyphs(texts, size, fonts, pitch));
  const { lines, torn } = breakLines(text, { first: width - indent, rest: width });
  const set = lines.map((span, i) => {
    const room = i === 0 ? width - indent : width;
    return setLine(text, span, { width: room, justify: justify && i < lines.length - 1 });
  });
  return { lines: set, torn };
}

/** Sets text in as few lines as it needs and makes these as even as they can be: 结果/维持, not 结果维/持. */
export function setBalanced(
  texts: readonly StyledText[],
  setting: Setting,
  fonts: Fonts,
): ReturnType<typeof setParagraph> {
  const first = setParagraph(texts, setting, fonts);
  let best = first;
  for (let width = setting.width - setting.size / 2; width > setting.size; width -= setting.size / 2) {
    const next = setParagraph(texts, { ...setting, width }, fonts);
    if (next.torn || next.lines.length > first.lines.length) break;
    best = next;
  }
  return best;
}
