import { diffArrays } from 'diff';
import type { Piece } from './comparison.js';

/** A numeral and a Western word are changed as a whole, Chinese by the character. */
const TOKENS = /\d+(?:[.,]\d+)*|[A-Za-z]+|\s+|./gsu;

/** Beyond so many changes two texts are told as two texts. */
const MOST_CHANGES = 4000;

/** What both have in common between two changes is told as common only if it is longer: single characters are there by chance. */
const BY_CHANCE = 1;

/** Neighbouring pieces of one kind as one; what was removed stands before what was added in its place. */
function gathered(pieces: readonly Piece[]): readonly Piece[] {
  const found: Piece[] = [];
  let [removed, added] = ['', ''];
  const flush = () => {
    if (removed !== '') found.push({ kind: 'removed', text: removed });
    if (added !== '') found.push({ kind: 'added', text: added });
    [removed, added] = ['', ''];
  };
  for (const { kind, text } of pieces) {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else {
      const last = removed + added === '' ? found.pop() : undefined;
      flush();
      found.push({ kind, text: (last?.text ?? '') + text });
    }
  }
  flush();
  return found;
}

/** Without what two changed pieces have in common by chance. */
function withoutChance(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.flatMap((piece, i): readonly Piece[] => {
    const isInside = i > 0 && i < pieces.length - 1;
    const { kind, text } = piece;
    return kind === 'same' && isInside && [...text].length <= BY_CHANCE
      ? [
          { kind: 'removed', text },
          { kind: 'added', text },
        ]
      : [piece];
  });
}

/** What became of a text, in pieces: those of both and the removed ones are the text before, those of both and the added ones the text after. */
export function textPieces(before: string, after: string): readonly Piece[] {
  const parts = diffArrays(before.match(TOKENS) ?? [], after.match(TOKENS) ?? [], { maxEditLength: MOST_CHANGES });
  const pieces = parts?.map(({ value, added, removed }): Piece => {
    return { kind: added ? 'added' : removed ? 'removed' : 'same', text: value.join('') };
  });
  return gathered(
    withoutChance(
      gathered(
        pieces ?? [
          { kind: 'removed', text: before },
          { kind: 'added', text: after },
        ],
      ),
    ),
  );
}
