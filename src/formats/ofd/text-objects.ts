import { escapeXml } from '../../bytes/xml.js';
import { unitsOf } from '../../characters/drawn-units.js';
import { ASCENT } from '../../fonts/em-box.js';
import type { TextItem } from '../../typeset/page.js';
import { type Box, boundary, microns, micronsIn, millimetres } from './lengths.js';
import type { Drawing } from './ofd-drawing.js';
import { roundPlace, stepsBetween } from './text-places.js';
import type { DrawnGlyph, UsedFace } from './used-faces.js';

/**
 * Lines of text (GB/T 33190-2016, 11.2 and 11.3): an object for each piece of one face and size, each character at its own place. Characters
 * past the basic plane stand alone, because programs count them differently. Several pieces in one object come out wrong in some.
 */

/** Characters that make one object, with the places of their origins in microns. */
interface Piece {
  readonly face: UsedFace;
  readonly size: number;
  readonly glyphs: DrawnGlyph[];
  readonly xs: number[];
}

/** What the pieces of a line have in common, in microns. */
interface Line {
  readonly box: Box;
  readonly baseline: number;
  /** Steps from character to character that have been taken, the last one first. */
  readonly steps: number[];
}

const isApart = ({ character }: DrawnGlyph): boolean => character.length > 1;

/** Whether a character may stand in the same object as those before it. */
const goesOn = (piece: Piece | undefined, { face, size }: Pick<Piece, 'face' | 'size'>, glyph: DrawnGlyph): boolean =>
  piece?.face === face && piece.size === size && !isApart(glyph) && !isApart(piece.glyphs[0] as DrawnGlyph);

function piecesOf({ runs, x: left }: TextItem, drawing: Drawing): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const { text, face: id, size, x: from, spacing } of runs) {
    const face = drawing.face(id);
    let x = left + from;
    for (const unit of unitsOf(text)) {
      const glyph = face.glyph(unit);
      const last = pieces.at(-1);
      const piece: Piece = last && goesOn(last, { face, size }, glyph) ? last : { face, size, glyphs: [], xs: [] };
      if (piece !== last) pieces.push(piece);
      piece.glyphs.push(glyph);
      piece.xs.push(micronsIn(x));
      x += glyph.advance * size + spacing;
    }
  }
  return pieces;
}

/** Edges of boundaries are whole millimetres from the origin of a line: few numbers that differ make a small file. */
const COARSE = 1000;
const below = (length: number): number => COARSE * Math.floor(length / COARSE);
const above = (length: number): number => COARSE * Math.ceil(length / COARSE);

/** What holds the ems of all characters and their ink. */
function lineOf(pieces: readonly Piece[], baseline: number): Line {
  const start = roundPlace(pieces[0]?.xs[0] ?? 0);
  const ground = roundPlace(micronsIn(baseline));
  let [left, right, high, low] = [start, start, 0, 0];
  for (const { glyphs, xs, size } of pieces) {
    const em = micronsIn(size);
    for (const [i, { advance, ink }] of glyphs.entries()) {
      const x = xs[i] as number;
      left = Math.min(left, x + ink[0] * em);
      right = Math.max(right, x + Math.max(advance, ink[2]) * em);
      high = Math.max(high, Math.max(ASCENT, ink[3]) * em);
      low = Math.max(low, Math.max(1 - ASCENT, -ink[1]) * em);
    }
  }
  const box = {
    left: start + below(left - start),
    top: ground - above(high),
    right: start + above(right - start),
    bottom: ground + above(low),
  };
  return { box, baseline: ground, steps: [] };
}

/**
 * What draws a character past the basic plane, by its number in the font. Some programs take such a character for two, of which no font has
 * either; they draw this in place of both. To them the second of the two stands where the first does; others find no second one.
 */
const glyphOf = (number: number): string =>
  `<ofd:CGTransform CodePosition="0" CodeCount="2" GlyphCount="1"><ofd:Glyphs>${number}</ofd:Glyphs></ofd:CGTransform>`;
const NO_STEP = ['0'];

function textObject({ face, size, glyphs, xs }: Piece, { box, baseline, steps }: Line, id: number): string {
  const start = roundPlace((xs[0] ?? 0) - box.left);
  const apart = glyphs.find(isApart);
  const deltas = (apart ? NO_STEP : stepsBetween(xs, start + box.left, steps)).join(' ');
  const place = `X="${millimetres(start)}" Y="${millimetres(baseline - box.top)}"${deltas && ` DeltaX="${deltas}"`}`;
  const text = escapeXml(glyphs.map(({ character }) => character).join(''));
  // In this order what changes from one object to the next is close together, which packs best.
  const facts = `Size="${millimetres(microns(size))}" Font="${face.id}" ID="${id}" Boundary="${boundary(box)}"`;
  return `<ofd:TextObject ${facts}>${apart ? glyphOf(face.numberOf(apart)) : ''}<ofd:TextCode ${place}>${text}</ofd:TextCode></ofd:TextObject>`;
}

/** The objects of a line, and their numbers. All have the boundary of the line, so that a packed file says it once. */
export function textObjects(
  item: TextItem,
  drawing: Drawing,
): { readonly xml: string; readonly ids: readonly number[] } {
  const pieces = piecesOf(item, drawing);
  if (pieces.length === 0) return { xml: '', ids: [] };
  const line = lineOf(pieces, item.baseline);
  const numbered = pieces.map((piece) => ({ piece, id: drawing.nextId() }));
  return {
    xml: numbered.map(({ piece, id }) => textObject(piece, line, id)).join(''),
    ids: numbered.map(({ id }) => id),
  };
}
