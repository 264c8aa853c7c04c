import { shippedFonts } from '../../src/host/opened-fonts.js';
import { gbt9704 } from '../../src/index.js';
import { textWidth } from '../../src/theme/theme.js';
import { type Setting, setParagraph } from '../../src/typeset/paragraph.js';
import type { SetLine } from '../../src/typeset/set-line.js';

/** The text area of GB/T 9704, and its body size. */
export const WIDTH = textWidth(gbt9704.page);
export const SIZE = gbt9704.styles.body.size;

/** Sets text as justified body text, by default of 28 characters with an indent of two. */
export function set(text: string, setting: Partial<Setting> = {}): readonly SetLine[] {
  const all = { size: SIZE, width: 28 * SIZE, indent: 2 * SIZE, justify: true, ...setting };
  return setParagraph([{ text, role: 'body' }], all, shippedFonts).lines;
}

export const textOf = ({ runs }: SetLine): string => runs.map(({ text }) => text).join('');
export const textsOf = (lines: readonly SetLine[]): readonly string[] => lines.map(textOf);

export interface Drawn {
  readonly character: string;
  readonly x: number;
  /** Where the character's own box ends. */
  readonly end: number;
}

/** Each character of a line where a reader of the file would find it: by the advances of the fonts and the spacing of the runs. */
export function drawn({ runs }: SetLine, fonts = shippedFonts): readonly Drawn[] {
  return runs.flatMap(({ text, face, size, x, spacing }) => {
    const font = fonts.face(face);
    let at = x;
    return [...text].map((character) => {
      const advance = (font.advanceOf(font.glyphOf(character.codePointAt(0) ?? 0)) / font.unitsPerEm) * size;
      const here = { character, x: at, end: at + advance };
      at += advance + spacing;
      return here;
    });
  });
}

/** The distance between the end of each character and the beginning of the next, in characters; negative where they close up. */
export function gapsOf(line: SetLine): readonly number[] {
  const characters = drawn(line);
  return characters.slice(1).map(({ x }, i) => (x - (characters[i]?.end ?? Number.NaN)) / SIZE);
}

/** The distance after one character. */
export function gapAfter(line: SetLine, index: number): number {
  const gap = gapsOf(line)[index];
  if (gap === undefined) throw new Error(`no gap after ${index}`);
  return gap;
}
