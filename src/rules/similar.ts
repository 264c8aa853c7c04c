/** A text that shares this much with last year's counts as copied: one that must be fresh, and any other of some length. */
export const COPIED = { fresh: 0.7, other: 0.9 } as const;
/** A sentence counts as one of another text if this much of it stands there. */
export const LIKE = 0.9;
/** How many characters a text has that need not be fresh and yet is told as copied. */
export const LONG = 80;

/** The figures of a sentence, the years aside: a text that need not be fresh is new where it has new ones. */
export const figuresIn = (text: string): string =>
  (text.replace(/\d{4}\s*年/gu, '').match(/\d[\d.,]*/gu) ?? []).join(' ');

/** What counts of a text when it is compared with last year's: not its white space, marks and digits. */
export const bare = (text: string): string => text.replace(/[\s\p{P}\d]/gu, '');

function pairs(text: string): Map<string, number> {
  const characters = [...bare(text)];
  const counts = new Map<string, number>();
  for (let i = 1; i < characters.length; i++) {
    const pair = `${characters[i - 1]}${characters[i]}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

/** Dice's coefficient over pairs of neighbouring characters: 0 if nothing is shared, 1 if everything is. */
export function similarity(a: string, b: string): number {
  const [first, second] = [pairs(a), pairs(b)];
  const size = (counts: Map<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0);
  const common = [...first].reduce((sum, [pair, count]) => sum + Math.min(count, second.get(pair) ?? 0), 0);
  const total = size(first) + size(second);
  return total === 0 ? 0 : (2 * common) / total;
}

/** How many characters in a row two sentences share before the words between them are what differs. */
const GRAM = 6;

/** The runs of characters of a text, to be looked for in another. */
export function gramsOf(text: string): ReadonlySet<string> {
  const characters = bare(text);
  const grams = new Set<string>();
  for (let i = 0; i + GRAM <= characters.length; i++) grams.add(characters.slice(i, i + GRAM));
  return grams;
}

/** How much of a sentence stands in a text, of which the runs are given: 0 to 1; nothing of one that is too short to tell. */
export function shareIn(sentence: string, grams: ReadonlySet<string>): number {
  const characters = bare(sentence);
  const count = characters.length - GRAM + 1;
  if (count < 1) return 0;
  let found = 0;
  for (let i = 0; i < count; i++) if (grams.has(characters.slice(i, i + GRAM))) found += 1;
  return found / count;
}
