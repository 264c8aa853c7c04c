import type { ParagraphChange, TextChanges } from './comparison.js';
import { type ParagraphPair, paragraphPairs } from './paragraph-pairs.js';
import { textPieces } from './text-pieces.js';

const textOf = (all: ParagraphPair['before']): string => all.map(({ text }) => text).join('\n');
const keyOf = (all: ParagraphPair['before']): string => all.map(({ part }) => part.key).join('\n');

/** What two reports say of themselves, which their texts say again. */
export interface Sides {
  readonly before: { readonly agency: string; readonly year: number };
  readonly after: { readonly agency: string; readonly year: number };
}

const YEAR = /(?<!\d)(?:19|20)\d\d(?=[年\-—.～至])/gu;

/** A text of the first report as the second would say it: its name and, as many years later, the years. */
function retold(text: string, { before, after }: Sides): string {
  const years = after.year - before.year;
  const named = before.agency === after.agency ? text : text.replaceAll(before.agency, after.agency);
  return years === 0 ? named : named.replace(YEAR, (year) => String(Number(year) + years));
}

/** What became of paragraphs that answer to each other. */
export function changeOf({ before, after, isMoved }: ParagraphPair): ParagraphChange {
  const [old, now] = [textOf(before), textOf(after)];
  const [from, to] = [before[0]?.number, after[0]?.number];
  const places = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  if (from === undefined) return { kind: 'added', ...places, pieces: [{ kind: 'added', text: now }] };
  if (to === undefined) return { kind: 'removed', ...places, pieces: [{ kind: 'removed', text: old }] };
  const isSame = keyOf(before) === keyOf(after);
  const pieces = isSame ? [{ kind: 'same', text: now } as const] : textPieces(old, now);
  return { kind: isMoved ? 'moved' : 'changed', ...places, pieces };
}

/** What became of the paragraphs of a text. */
export function paragraphChanges(before: readonly string[], after: readonly string[], sides: Sides): TextChanges {
  const pairs = paragraphPairs(before, after);
  const isSame = (pair: ParagraphPair) => !pair.isMoved && keyOf(pair.before) === keyOf(pair.after);
  const isRenewed = (pair: ParagraphPair) =>
    !pair.isMoved && !isSame(pair) && retold(textOf(pair.before), sides) === textOf(pair.after);
  return {
    same: pairs.filter(isSame).length,
    renewed: pairs.filter(isRenewed).length,
    paragraphs: pairs.filter((pair) => !isSame(pair) && !isRenewed(pair)).map(changeOf),
  };
}
