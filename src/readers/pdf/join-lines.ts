import { isChinese, type Line } from './glyph-lines.js';

const first = (text: string): string => String.fromCodePoint(text.codePointAt(0) ?? 32);

const last = (text: string): string => Array.from(text.slice(-2)).at(-1) ?? ' ';

const isLetter = (text: string): boolean => /\p{Script=Latin}/u.test(text);

/** A word that a line's end cuts. Other hyphens stand at a line's end because they are part of a name or an address. */
const CUT_WORD = /(?:^|[^\w.@/:-])[A-Za-z]*[a-z]{3}-$/;
const REST_OF_WORD = /^[a-z]{2,}(?![\w.@/:-])/;

/** A web or mail address, also without what it begins with, and what is of one and of no word. */
const ADDRESS = /:\/\/|^www\.|[\w-]@[\w-]+\.[a-z]|^[\w-]+(?:\.[\w-]+)*\.(?:cn|com|net|org)\b/i;
const OF_ADDRESS = /[\w-][./@?=&_#%][\w-]|\/$/;

/** Whether a line's end cuts an address, which has no hyphen there. What follows a whole address in running text is a word with a space behind it. */
function cutsAddress(text: string, next: string): boolean {
  const [before = ''] = /[!-~]*$/.exec(text.slice(-300)) ?? [];
  const [after = ''] = /^[!-~]*/.exec(next) ?? [];
  return ADDRESS.test(before + after) && (OF_ADDRESS.test(after) || !next.startsWith(' ', after.length));
}

/** Whether blanks stand where Western letters, or figures, meet Chinese characters: authors do so everywhere or nowhere. */
export interface Spacing {
  readonly letters: boolean;
  readonly figures: boolean;
}

const UNSPACED: Spacing = { letters: false, figures: false };

const [HAN, LETTER, FIGURE] = [String.raw`\p{Script=Han}`, '[A-Za-z]', String.raw`\d`];

/** Whether a blank stands in most places where both kinds of characters meet. */
function isSpaced(texts: readonly string[], kind: string): boolean {
  const places = new RegExp(`(?<=${HAN})( ?)(?=${kind})|(?<=${kind})( ?)(?=${HAN})`, 'gu');
  const gaps = texts.flatMap((text) => text.match(places) ?? []);
  return gaps.filter((gap) => gap !== '').length * 3 > gaps.length * 2;
}

/** How the author of some lines sets Western words: a blank at a line's end is drawn by few programs. */
export function spacingOf(lines: readonly Line[]): Spacing {
  const texts = lines.map(({ text }) => text);
  return { letters: isSpaced(texts, LETTER), figures: isSpaced(texts, FIGURE) };
}

const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** Whether the author has a blank between two characters of which one is Chinese. */
function hasBlank(before: string, after: string, { letters, figures }: Spacing): boolean {
  const [western, chinese] = isChinese(before) ? [after, before] : [before, after];
  if (!isHan(chinese)) return false;
  return (letters && /[A-Za-z]/.test(western)) || (figures && /\d/.test(western));
}

/** What stands between two lines of one paragraph: nothing beside Chinese; a hyphen at the end of a line belongs to a word cut there. */
function joined(text: string, endsBlank: boolean, next: string, spacing: Spacing): string {
  const [before, after] = [last(text), first(next)];
  if (CUT_WORD.test(text.slice(-40)) && REST_OF_WORD.test(next)) return `${text.slice(0, -1)}${next}`;
  if (isChinese(before) || isChinese(after)) return `${text}${hasBlank(before, after, spacing) ? ' ' : ''}${next}`;
  const isWord = isLetter(before) && isLetter(after);
  return endsBlank || (isWord && !cutsAddress(text, next)) ? `${text} ${next}` : `${text}${next}`;
}

/** The text of lines that follow each other in one paragraph. */
export function textOfLines(lines: readonly Line[], spacing: Spacing = UNSPACED): string {
  let text = '';
  let endsBlank = false;
  for (const line of lines) {
    text = text === '' ? line.text : joined(text, endsBlank, line.text, spacing);
    endsBlank = line.endsBlank;
  }
  return text.normalize('NFC');
}

const CLOSING = /^[，。、；：？！”’）》〉】」』%％…—·]$/u;
const OPENING = /^[“‘（《〈「『【〔(]$/u;
const WORD = /^[\x21-\x7e\p{L}\p{N}]$/u;

/**
 * The width of what cannot be parted at the beginning of a line: a character, a word, or a figure with its unit, with the marks that
 * must follow it.
 */
export function firstToken({ glyphs, size }: Line): number {
  const [head] = glyphs;
  if (head === undefined) return 0;
  let end = head.x + head.width;
  let isWord = !isChinese(head.text);
  let isOpen = OPENING.test(head.text);
  for (const { text, x, width } of glyphs.slice(1)) {
    isWord &&= WORD.test(text) && !isChinese(text);
    if (!isWord && !isOpen && !CLOSING.test(text)) break;
    isWord ||= isOpen && WORD.test(text) && !isChinese(text);
    isOpen &&= OPENING.test(text);
    end = x + width;
  }
  return end - head.x + (/\d/.test(head.text) ? 3 * size : 0);
}
