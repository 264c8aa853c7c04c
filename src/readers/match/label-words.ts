import { distance } from 'fastest-levenshtein';
import { type Memo, memo } from '../../memo/memo.js';

/** `一、`, `（一）`, `(1)`, `1.`, `1、`, `①`: what is counted before a label, in whatever signs. */
const ENUMERATOR =
  /^\s*(?:[(（【〔]\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*[)）】〕]\s*[、.．，,:：]?|[一二三四五六七八九十]{1,3}\s*[、.．，,:：)）]|\d{1,2}\s*[、.．，,:：)）](?!\d)|[①-⑳⑴-⒇⒈-⒛㈠-㈩])\s*/u;

/** A text in brackets: a unit, or a note that the form or an office adds to a label. */
const NOTE = /[(（【〔[][^()（）【】〔〕[\]]*[)）】〕\]]/gu;

/** Labels are short; what is longer is a paragraph that happens to stand in a table. */
const LONGEST = 60;

/** So many texts are kept with what was made of them: those of one form's tables, and of a report. More of it would be of reports before. */
const KEPT = 600;

const keep = memo<string>(KEPT);

/** The letters and figures of a text alone, in one width: what is left when spaces, signs and quotes are typed otherwise. */
export function lettersOf(text: string): string {
  return keep(text, () =>
    text
      .normalize('NFKC')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase(),
  );
}

/** A label without what is counted before it. */
export const withoutEnumerator = (label: string): string => label.replace(ENUMERATOR, '');

const keepForms = memo<readonly string[]>(KEPT);

/** The words of a label, with and without what stands in brackets. */
function formsOf(label: string): readonly string[] {
  return keepForms(label, () => {
    const bare = withoutEnumerator(label);
    const [whole, plain] = [lettersOf(bare), lettersOf(bare.replace(NOTE, ''))].map((text) => text.slice(0, LONGEST));
    return [...new Set([whole, plain])].filter((text): text is string => text !== undefined && text !== '');
  });
}

/** How alike two words are, 0 to 1. A label that contains the other is nearer than letters alone would say. */
function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length * 3 < long.length) return 0;
  const ratio = 1 - distance(a, b) / long.length;
  const contains = short.length >= 4 && long.includes(short) ? 0.6 + (0.4 * short.length) / long.length : 0;
  return Math.max(ratio, contains);
}

const keepLikeness = memo<Memo<number>>(KEPT);

/** How alike two labels are, 0 to 1: enumerators and signs aside, and notes in brackets if only one of them has some. */
export function similarity(a: string, b: string): number {
  return keepLikeness(a, () => memo(100))(b, () => {
    const [left, right] = [formsOf(a), formsOf(b)];
    return Math.max(0, ...left.flatMap((one) => right.map((other) => likeness(one, other))));
  });
}

const ORDINALS = '一二三四五六七八九十';

/** The number that a heading counts, `六、` as 6; undefined if it has none before a stop. */
export function ordinalOf(heading: string): number | undefined {
  const [, digits = ''] = /^\s*第?([一二三四五六七八九十]{1,3})\s*(?:[、.．，,:：]|部分|\s)/u.exec(heading) ?? [];
  if (digits === '') return undefined;
  const tens = digits.indexOf('十');
  if (tens < 0) return ORDINALS.indexOf(digits) + 1;
  return (
    (tens === 0 ? 1 : ORDINALS.indexOf(digits[0] ?? '') + 1) * 10 + (ORDINALS.indexOf(digits[tens + 1] ?? ' ') + 1)
  );
}

/** The length of the longest common subsequence. */
function common(a: string, b: string): number {
  let row = new Uint16Array(b.length + 1);
  for (const character of a) {
    const next = new Uint16Array(b.length + 1);
    for (let j = 1; j <= b.length; j++) {
      next[j] = character === b[j - 1] ? (row[j - 1] ?? 0) + 1 : Math.max(row[j] ?? 0, next[j - 1] ?? 0);
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** How alike two headings are, 0 to 1. Offices add words to them, and these count less than words that are missing. */
export function headingLikeness(a: string, b: string): number {
  const [left = '', right = ''] = [formsOf(a)[0], formsOf(b)[0]];
  if (left === '' || right === '') return 0;
  const shared = common(left, right);
  return 0.5 * (shared / Math.min(left.length, right.length)) + 0.5 * (shared / Math.max(left.length, right.length));
}
