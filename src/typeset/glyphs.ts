import { apostrophesIn } from '../characters/apostrophes.js';
import { eachUnit, type UnitKey, unitText } from '../characters/drawn-units.js';
import type { FaceId } from '../fonts/catalogue.js';
import type { Fonts } from '../fonts/fonts.js';
import { keep, memoOf } from '../memo/memo.js';
import type { FaceRole } from '../theme/theme.js';
import { type LineClass, lineClassOf } from '../unicode/line-class.js';

/** The class of a character for spacing (CLREQ 3.1). A symbol, such as ～ or ℃, is full-width and neither a letter nor a mark. */
export type GlyphClass = 'han' | 'symbol' | 'opening' | 'closing' | 'dash' | 'western' | 'space';

/** One character as it will be set. Lengths in points. */
export interface Glyph {
  readonly text: string;
  readonly kind: GlyphClass;
  /** Its class for line breaking. */
  readonly line: LineClass;
  readonly face: FaceId;
  readonly size: number;
  /** The room it takes on the line. */
  readonly advance: number;
  /** The advance of the glyph as drawn; differs from `advance` where characters are on a grid. */
  readonly drawn: number;
  readonly href: string | undefined;
  /** Whether it is part of a run-in head. */
  readonly isHead: boolean;
}

/** Text in one style. */
export interface StyledText {
  readonly text: string;
  readonly role: FaceRole;
  readonly href?: string | undefined;
  /** Whether it is a run-in head. */
  readonly isHead?: boolean;
}

const SPACE = /^\s$/;
/** Letters, digits (CO₂, 10⁵) and signs that form words, with their marks, as opposed to characters set one by one. */
const WESTERN =
  /^[\u0021-\u02FF\u0370-\u052F\u1E00-\u1FFF\u2010-\u2013\u2022\u2030\u2070-\u209C\u20AC\u2212\uFB00-\uFB06]\p{M}*$/u;

/** Marks with a blank half behind them that are neither brackets nor stops in UAX #14. */
const COLON = /^[：；]$/;
/** Small forms, forms for vertical text and slanted quotes, which fonts draw with their blank space on either side. */
const UNLIKE_MARKS = /^[〝-〟︐-﹯]$/;

function classify(character: string, line: LineClass): GlyphClass {
  if (SPACE.test(character)) return 'space';
  if (WESTERN.test(character)) return 'western';
  if (UNLIKE_MARKS.test(character)) return 'symbol';
  if (line === 'OP') return 'opening';
  if (line === 'CL' || line === 'EX' || COLON.test(character)) return 'closing';
  if (line === 'B2' || line === 'IN') return 'dash';
  return /^[\p{L}\p{N}]$/u.test(character) ? 'han' : 'symbol';
}

/** What determines the glyph of a character. */
interface Style {
  readonly role: FaceRole;
  readonly size: number;
  /** The room of a full-width character, if characters are on a grid. */
  readonly pitch: number | undefined;
}

/** A glyph of neither a link nor a run-in head. All glyphs are objects of one shape. */
function glyph({ text, kind, line, face, size, advance, drawn }: Omit<Glyph, 'href' | 'isHead'>): Glyph {
  return { text, kind, line, face, size, advance, drawn, href: undefined, isHead: false };
}

/** An apostrophe is part of a Western word; ’ otherwise is a quotation mark. */
function makeApostrophe(character: string, { role, size }: Style, fonts: Fonts): Glyph | undefined {
  const found = fonts.chooseApostrophe(role, character);
  if (found === undefined) return undefined;
  const { face, advance: share } = found;
  const advance = share * size;
  return glyph({ text: character, kind: 'western', line: 'AL', face, size, advance, drawn: advance });
}

function makeGlyph(character: string, { role, size, pitch }: Style, fonts: Fonts): Glyph | undefined {
  const found = fonts.choose(role, character);
  if (found === undefined) return undefined;
  const drawn = found.advance * size;
  // A full-width character takes one cell of the grid.
  const advance = pitch !== undefined && found.advance === 1 ? pitch : drawn;
  const line = lineClassOf(character);
  return glyph({ text: character, kind: classify(character, line), line, face: found.face, size, advance, drawn });
}

/** The glyphs of a style that have been set. */
type Case = Map<UnitKey, Glyph>;

/** Glyphs by style: a report uses a few hundred characters some ten thousand times, and so does the next. */
const cases = memoOf<Fonts, Case>(64);
/** Characters to keep per style. */
const LARGEST_CASE = 20_000;

function keptGlyph(known: Case, key: UnitKey, style: Style, fonts: Fonts): Glyph | undefined {
  const made = makeGlyph(unitText(key), style, fonts);
  return made && keep(known, LARGEST_CASE, key, made);
}

/** A glyph of a link or a run-in head. */
function marked({ text, kind, line, face, size, advance, drawn }: Glyph, { href, isHead = false }: StyledText): Glyph {
  return { text, kind, line, face, size, advance, drawn, href, isHead };
}

/** Splits text into glyphs, one for each code point or base with its marks. Characters that no face has are left out; `undrawable` reports them first. */
export function toGlyphs(texts: readonly StyledText[], size: number, fonts: Fonts, pitch?: number): readonly Glyph[] {
  const glyphs: Glyph[] = [];
  for (const styled of texts) {
    const { text, role } = styled;
    const isMarked = styled.href !== undefined || styled.isHead === true;
    const style = { role, size, pitch };
    const known = cases(fonts)(`${role} ${size} ${pitch}`, () => new Map());
    const apostrophes = apostrophesIn(text);
    eachUnit(text, (key, at) => {
      const glyph = apostrophes.has(at)
        ? makeApostrophe(unitText(key), style, fonts)
        : (known.get(key) ?? keptGlyph(known, key, style, fonts));
      if (glyph) glyphs.push(isMarked ? marked(glyph, styled) : glyph);
    });
  }
  return glyphs;
}
