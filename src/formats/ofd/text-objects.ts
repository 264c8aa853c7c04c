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

/** The ems of a character and its ink, whichever is larger. */
function boxOf({ advance, ink }: DrawnGlyph, x: number, baseline: number, size: number): Box {
  const [left, bottom, right, top] = ink;
  return {
    left: Math.floor(microns(x + Math.min(0, left) * size)),
    top: Math.floor(microns(baseline - Math.max(ASCENT, top) * size)),
    right: Math.ceil(microns(x + Math.max(advance, right) * size)) + 1,
    bottom: Math.ceil(microns(baseline - Math.min(ASCENT - 1, bottom) * size)) + 1,
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

function textObject({ face, size, characters, xs, box }: Piece, baseline: number, id: number): string {
  const [first = 0] = xs;
  const steps = xs.slice(1).map((x, i) => millimetres(x - (xs[i] as number)));
  const deltas = steps.length > 0 ? ` DeltaX="${steps.join(' ')}"` : '';
  const place = `X="${millimetres(first - box.left)}" Y="${millimetres(microns(baseline) - box.top)}"`;
  const text = escapeXml(characters.join(''));
  return `<ofd:TextObject ID="${id}" Boundary="${boundary(box)}" Font="${face.id}" Size="${millimetres(microns(size))}"><ofd:TextCode ${place}${deltas}>${text}</ofd:TextCode></ofd:TextObject>`;
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
