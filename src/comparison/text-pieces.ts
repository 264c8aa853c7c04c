import { diffArrays } from 'diff';
import { hasAtMost } from '../limits/text-length.js';
import type { Piece } from './comparison.js';

/** What is changed as a whole: a numeral with its sign, one in Chinese characters, a word of letters, a character with its marks. */
const NUMERAL = String.raw`(?:(?<![A-Za-z\d年月日])[-\u2212])?\p{Nd}+(?:[.,]\p{Nd}+)*`;
const CHINESE_NUMERAL = '[〇零一二两三四五六七八九十百千万亿]{2,}';
const WORD = String.raw`(?!\p{Script=Han})\p{L}(?:(?!\p{Script=Han})[\p{L}\p{M}\u200c\u200d])*`;
const MARKED = String.raw`.[\p{M}\p{EMod}]*(?:\u200d.[\p{M}\p{EMod}]*)*`;

/** Chinese is changed by the character. */
const TOKENS = new RegExp([NUMERAL, CHINESE_NUMERAL, WORD, String.raw`\s+`, MARKED].join('|'), 'gsu');

/** A sentence with the mark at its end. */
const SENTENCES = /[^。；！？\n]*[。；！？\n]|[^。；！？\n]+$/gu;

/** Finding changes takes the time of their square. With more than so many, texts are compared by the sentence first, and then told as two texts. */
const MOST_CHANGES = 1000;

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
    return kind === 'same' && isInside && hasAtMost(text, BY_CHANCE)
      ? [
          { kind: 'removed', text },
          { kind: 'added', text },
        ]
      : [piece];
  });
}

const replaced = (before: string, after: string): readonly Piece[] => [
  { kind: 'removed', text: before },
  { kind: 'added', text: after },
];

/** What became of a text by its tokens; undefined if too much has changed. */
function piecesBy(tokens: RegExp, before: string, after: string): readonly Piece[] | undefined {
  const parts = diffArrays(before.match(tokens) ?? [], after.match(tokens) ?? [], { maxEditLength: MOST_CHANGES });
  return parts?.map(({ value, added, removed }) => {
    return { kind: added ? 'added' : removed ? 'removed' : 'same', text: value.join('') };
  });
}

/** Sentences in the place of others: of as many others each is compared with its own. */
function sentencesFor(before: string, after: string): readonly Piece[] {
  const [old, now] = [before.match(SENTENCES) ?? [], after.match(SENTENCES) ?? []];
  const pairs =
    old.length === now.length ? old.map((text, i) => [text, now[i] ?? ''] as const) : [[before, after] as const];
  return pairs.flatMap(([one, other]) => piecesBy(TOKENS, one, other) ?? replaced(one, other));
}

/** What became of a long text of which much has changed: by the sentence, and within those that stand for others by the character. */
function bySentences(before: string, after: string): readonly Piece[] {
  const parts = piecesBy(SENTENCES, before, after);
  if (parts === undefined) return sentencesFor(before, after);
  return parts.flatMap((part, i): readonly Piece[] => {
    const [last, next] = [parts[i - 1], parts[i + 1]];
    if (part.kind === 'added' && last?.kind === 'removed') return [];
    return part.kind === 'removed' && next?.kind === 'added' ? sentencesFor(part.text, next.text) : [part];
  });
}

/** What became of a text, in pieces: those of both and the removed ones are the text before, those of both and the added ones the text after. */
export function textPieces(before: string, after: string): readonly Piece[] {
  const pieces = piecesBy(TOKENS, before, after) ?? bySentences(before, after);
  return gathered(withoutChance(gathered(pieces)));
}
