import { escapeXml } from '../../bytes/xml.js';
import { unitsOf } from '../../characters/drawn-units.js';
import { ASCENT } from '../../fonts/em-box.js';
import type { TextItem } from '../../typeset/page.js';
import type { SetRun } from '../../typeset/set-line.js';
import { around, type Box, boundary, microns, millimetres } from './lengths.js';
import type { Drawing } from './ofd-drawing.js';
import type { DrawnGlyph, UsedFace } from './used-faces.js';

/**
 * Lines of text (GB/T 33190-2016, 11.2 and 11.3): an object for each piece of one face and size, each character at its own place. Characters
 * past the basic plane stand alone, because programs count them differently. Several pieces in one object come out wrong in some.
 */

/** Characters that make one object, with the places of their origins. */
interface Piece {
  readonly face: UsedFace;
  readonly size: number;
  readonly characters: string[];
  readonly xs: number[];
  box: Box;
}

/** Edges of objects are rounded outward to tenths of millimetres from a character's origin: few numbers that differ make a small file. */
const COARSE = 100;
const below = (length: number): number => COARSE * Math.floor(length / COARSE);
const above = (length: number): number => COARSE * Math.ceil(length / COARSE);

/** The ems of a character and its ink, whichever is larger. */
function boxOf({ advance, ink }: DrawnGlyph, x: number, baseline: number, size: number): Box {
  const [left, bottom, right, top] = ink;
  const [originX, originY] = [microns(x), microns(baseline)];
  return {
    left: originX + below(microns(Math.min(0, left) * size)),
    top: originY - above(microns(Math.max(ASCENT, top) * size)),
    right: originX + above(microns(Math.max(advance, right) * size)),
    bottom: originY + above(microns(Math.max(1 - ASCENT, -bottom) * size)),
  };
}

const isApart = (character: string): boolean => character.length > 1;

/** Whether a character may stand in the same object as those before it. */
const goesOn = (piece: Piece | undefined, { face, size }: Pick<Piece, 'face' | 'size'>, character: string): boolean =>
  piece?.face === face && piece.size === size && !isApart(character) && !isApart(piece.characters[0] as string);

function piecesOf(runs: readonly SetRun[], { x: left, baseline }: TextItem, drawing: Drawing): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const { text, face: id, size, x: from, spacing } of runs) {
    const face = drawing.face(id);
    let x = left + from;
    for (const unit of unitsOf(text)) {
      const glyph = face.glyph(unit);
      const box = boxOf(glyph, x, baseline, size);
      const last = pieces.at(-1);
      const piece =
        last && goesOn(last, { face, size }, glyph.character) ? last : { face, size, characters: [], xs: [], box };
      if (piece !== last) pieces.push(piece);
      piece.characters.push(glyph.character);
      piece.xs.push(microns(x));
      piece.box = around(piece.box, box);
      x += glyph.advance * size + spacing;
    }
  }
  return pieces;
}

/** How far a character may stand beside its place, in microns, so that the steps of a line are the same: a hundredth of what an eye sees. */
const SLACK = 2;

/** The steps from each place to the next. A step is the one before where that comes near enough; so no error adds up. */
function stepsBetween(places: readonly number[]): readonly number[] {
  const steps: number[] = [];
  let [at = 0] = places;
  for (const place of places.slice(1)) {
    const same = at + (steps.at(-1) ?? 0);
    const next = Math.abs(same - place) <= SLACK ? same : place;
    steps.push(next - at);
    at = next;
  }
  return steps;
}

function textObject({ face, size, characters, xs, box }: Piece, baseline: number, id: number): string {
  const [first = 0] = xs;
  const steps = stepsBetween(xs).map(millimetres);
  const deltas = steps.length > 0 ? ` DeltaX="${steps.join(' ')}"` : '';
  const place = `X="${millimetres(first - box.left)}" Y="${millimetres(microns(baseline) - box.top)}"`;
  const text = escapeXml(characters.join(''));
  const area = boundary({ ...box, right: box.left + above(box.right - box.left) });
  return `<ofd:TextObject ID="${id}" Boundary="${area}" Font="${face.id}" Size="${millimetres(microns(size))}"><ofd:TextCode ${place}${deltas}>${text}</ofd:TextCode></ofd:TextObject>`;
}

/** The objects of a line, and their numbers. */
export function textObjects(
  item: TextItem,
  drawing: Drawing,
): { readonly xml: string; readonly ids: readonly number[] } {
  const numbered = piecesOf(item.runs, item, drawing).map((piece) => ({ piece, id: drawing.nextId() }));
  return {
    xml: numbered.map(({ piece, id }) => textObject(piece, item.baseline, id)).join(''),
    ids: numbered.map(({ id }) => id),
  };
}
