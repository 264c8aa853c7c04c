import type { FaceId } from '../fonts/catalogue.js';
import type { Fonts } from '../fonts/fonts.js';
import { type Memo, memo, memoOf } from '../memo/memo.js';
import type { FaceRole } from '../theme/theme.js';

/** What a character is to the rules of line breaking and spacing (CLREQ 3.1). */
export type GlyphClass = 'han' | 'opening' | 'closing' | 'dash' | 'western' | 'space';

/** One character as it will be set. Lengths in points. */
export interface Glyph {
  readonly text: string;
  readonly kind: GlyphClass;
  readonly face: FaceId;
  readonly size: number;
  /** Room it takes on the line. */
  readonly advance: number;
  /** Advance of the glyph as drawn; less or more than `advance` where characters stand on a grid. */
  readonly drawn: number;
  readonly href?: string;
}

/** A stretch of text in one style. */
export interface StyledText {
  readonly text: string;
  readonly role: FaceRole;
  readonly href?: string;
}

const OPENING = new Set('（《〈「『【〔“‘');
const CLOSING = new Set('、，。：；！？）》〉」』】〕”’');
const DASH = new Set('—…');
const SPACE = /^\s$/;
/** Letters, digits and signs that are set in words, not one by one. */
const WESTERN = /^[\u0021-\u024F\u0370-\u052F\u2010-\u2013\u2022\u2030\u20AC\u2212]$/u;

function classify(character: string): GlyphClass {
  if (OPENING.has(character)) return 'opening';
  if (CLOSING.has(character)) return 'closing';
  if (DASH.has(character)) return 'dash';
  if (SPACE.test(character)) return 'space';
  return WESTERN.test(character) ? 'western' : 'han';
}

/** How a text is set, so that each of its characters is always the same glyph. */
interface Style {
  readonly role: FaceRole;
  readonly size: number;
  /** Room of a full-width character, where characters stand on a grid. */
  readonly pitch: number | undefined;
}

function makeGlyph(character: string, { role, size, pitch }: Style, fonts: Fonts): Glyph | undefined {
  const found = fonts.choose(role, character);
  if (found === undefined) return undefined;
  const drawn = found.advance * size;
  // A full-width character takes one cell of the grid.
  const advance = pitch !== undefined && found.advance === 1 ? pitch : drawn;
  return { text: character, kind: classify(character), face: found.face, size, advance, drawn };
}

/** Glyphs by style: a report uses some hundred characters some ten thousand times, and the next report the same. */
const cases = memoOf<Fonts, Memo<Glyph | undefined>>(64);
/** Characters kept in one style. */
const LARGEST_CASE = 20_000;

function linked({ text, kind, face, size, advance, drawn }: Glyph, href: string): Glyph {
  return { text, kind, face, size, advance, drawn, href };
}

/** Takes text apart by code point, never by UTF-16 unit. Characters that no face has must have been reported before. */
export function toGlyphs(texts: readonly StyledText[], size: number, fonts: Fonts, pitch?: number): readonly Glyph[] {
  const glyphs: Glyph[] = [];
  for (const { text, role, href } of texts) {
    const style = { role, size, pitch };
    const known = cases(fonts)(`${role} ${size} ${pitch}`, () => memo(LARGEST_CASE));
    for (const character of text) {
      const glyph = known(character, () => makeGlyph(character, style, fonts));
      if (glyph) glyphs.push(href === undefined ? glyph : linked(glyph, href));
    }
  }
  return glyphs;
}
