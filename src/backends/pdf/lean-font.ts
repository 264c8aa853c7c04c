import { createRequire } from 'node:module';
import { createSubset } from '../../fonts/subset.js';
import type { TrueType } from '../../fonts/truetype.js';

/**
 * Lends pdfkit a font that is opened once and shared by all documents, in place of fontkit's own, which is parsed anew for
 * each and shapes what needs no shaping. fontkit lets formats be registered; ours is asked for by a token that stands for an
 * open font.
 */

/** All faces report the same line, whatever their files say: a line's height is the theme's affair. */
const ASCENT = 0.88;
const DESCENT = -0.12;

interface LeanGlyph {
  readonly id: number;
  readonly advanceWidth: number;
  readonly codePoints: readonly number[];
}

/** What pdfkit reads of a font. */
function leanFont(font: TrueType): object {
  const { unitsPerEm, postscriptName, bbox } = font;
  const [minX, minY, maxX, maxY] = bbox;
  const glyphs = new Map<number, LeanGlyph>();
  const glyphFor = (point: number): LeanGlyph => {
    const known = glyphs.get(point);
    if (known) return known;
    const id = font.glyphOf(point);
    const glyph = { id, advanceWidth: font.advanceOf(id), codePoints: [point] };
    glyphs.set(point, glyph);
    return glyph;
  };
  return {
    postscriptName,
    unitsPerEm,
    bbox: { minX, minY, maxX, maxY },
    ascent: ASCENT * unitsPerEm,
    descent: DESCENT * unitsPerEm,
    lineGap: 0,
    capHeight: 0.7 * unitsPerEm,
    xHeight: 0.5 * unitsPerEm,
    italicAngle: 0,
    post: { isFixedPitch: 0 },
    head: { macStyle: { italic: false } },
    getGlyph: (id: number) => ({ id, advanceWidth: font.advanceOf(id) }),
    layout: (text: string) => {
      const run = Array.from(text, (character) => glyphFor(character.codePointAt(0) ?? 0));
      const advanceWidth = run.reduce((sum, glyph) => sum + glyph.advanceWidth, 0);
      // pdfkit scales the positions in place, so they are new each time.
      const positions = run.map((glyph) => ({ xAdvance: glyph.advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 }));
      return { glyphs: run, positions, advanceWidth };
    },
    createSubset: () => {
      const { include, encode } = createSubset(font);
      return { includeGlyph: include, encode };
    },
  };
}

const lent = new WeakMap<Uint8Array, object>();
const tokens = new WeakMap<TrueType, Uint8Array>();

/** fontkit constructs what it finds; a constructor may return another object, and so a font that is open already. */
class Lent {
  static probe(bytes: Uint8Array): boolean {
    return lent.has(bytes);
  }

  constructor({ buffer }: { readonly buffer: Uint8Array }) {
    // biome-ignore lint/correctness/noConstructorReturn: the one way fontkit leaves to hand out an open font
    return lent.get(buffer) as Lent;
  }
}

/** The copy of fontkit that pdfkit itself uses, wherever the package manager has put it. */
function pdfkitsFontkit(): typeof import('fontkit') {
  const here = createRequire(import.meta.url);
  const pdfmake = createRequire(here.resolve('pdfmake/js/PDFDocument.js'));
  return createRequire(pdfmake.resolve('pdfkit'))('fontkit');
}

let registered = false;

/** A token that pdfmake takes for the bytes of a font file. */
export function lend(font: TrueType): Uint8Array {
  if (!registered) pdfkitsFontkit().registerFormat(Lent);
  registered = true;
  const known = tokens.get(font);
  if (known) return known;
  // No other format knows these bytes.
  const token = Buffer.from('nianbao font');
  tokens.set(font, token);
  lent.set(token, leanFont(font));
  return token;
}
