import type { SourceParagraph } from '../neutral/reading.js';
import type { TextLine } from './text-lines.js';

/** Full-width characters count two. */
const widthOf = (text: string): number => [...text].reduce((sum, one) => sum + (one > '\u2e7f' ? 2 : 1), 0);

/** Lines longer than this are not cut by anything. */
const LONGEST_CUT = 110;

const STARTS = /^(?:[一二三四五六七八九十]{1,9}、|[（(][一二三四五六七八九十\d]{1,9}[）)]|\d{1,9}[.．、])/u;

/** The width at which lines were cut; undefined if they were not: most lines that do not end a sentence are then about as wide. */
function cutAt(lines: readonly TextLine[]): number | undefined {
  const widest = lines.reduce((most, { text }) => Math.max(most, widthOf(text)), 0);
  if (widest > LONGEST_CUT) return undefined;
  const open = lines.filter(({ text }) => /[\p{L}\p{N}，、；]$/u.test(text) && widthOf(text) > 30);
  const full = open.filter(({ text }) => widthOf(text) >= widest - 8);
  return open.length >= 5 && full.length >= open.length * 0.7 ? widest - 8 : undefined;
}

/** Chinese words join without a space, others with one. */
const join = (before: string, after: string): string =>
  /[A-Za-z\d,.]$/.test(before) && /^[A-Za-z\d]/.test(after) ? `${before} ${after}` : `${before}${after}`;

/** Lines as paragraphs: those cut at one width are joined again. */
export function unwrapped(lines: readonly TextLine[]): readonly SourceParagraph[] {
  const width = cutAt(lines.filter(({ text }) => text !== ''));
  const paragraphs: SourceParagraph[] = [];
  let isOpen = false;
  for (const { text, number, isIndented } of lines) {
    const last = paragraphs.at(-1);
    const goesOn = isOpen && last !== undefined && !isIndented && !STARTS.test(text);
    if (text !== '' && goesOn) paragraphs[paragraphs.length - 1] = { ...last, text: join(last.text, text) };
    else if (text !== '') paragraphs.push({ kind: 'paragraph', text, at: `第${number}行` });
    isOpen = width !== undefined && widthOf(text) >= width;
  }
  return paragraphs;
}
