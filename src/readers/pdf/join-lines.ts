import { isChinese, type Line } from './text-lines.js';

const first = (text: string): string => String.fromCodePoint(text.codePointAt(0) ?? 32);

const last = (text: string): string => Array.from(text.slice(-2)).at(-1) ?? ' ';

const isLetter = (text: string): boolean => /\p{Script=Latin}/u.test(text);

/** What stands between two lines of one paragraph: nothing beside Chinese; a hyphen at the end of a line belongs to a word cut there. */
function joined(text: string, endsBlank: boolean, next: string): string {
  const [before, after] = [last(text), first(next)];
  if (before === '-' && isLetter(last(text.slice(0, -1))) && isLetter(after)) return `${text.slice(0, -1)}${next}`;
  if (isChinese(before) || isChinese(after)) return `${text}${next}`;
  const isWord = isLetter(before) && isLetter(after);
  return endsBlank || isWord ? `${text} ${next}` : `${text}${next}`;
}

/** The text of lines that follow each other in one paragraph. */
export function textOfLines(lines: readonly Line[]): string {
  let text = '';
  let endsBlank = false;
  for (const line of lines) {
    text = text === '' ? line.text : joined(text, endsBlank, line.text);
    endsBlank = line.endsBlank;
  }
  return text.normalize('NFC');
}

/** The width of what cannot be parted at the beginning of a line: a character with the marks that must follow it, or a word. */
export function firstToken({ glyphs }: Line): number {
  const [head] = glyphs;
  if (head === undefined) return 0;
  const isWord = !isChinese(head.text);
  let end = head.x + head.width;
  for (const { text, x, width } of glyphs.slice(1)) {
    const goesOn = isWord
      ? /^[\p{L}\p{N}.,%/@:_-]$/u.test(text) && !isChinese(text)
      : /^[，。、；：？！”’）》〉】」』%％…—·]$/u.test(text);
    if (!goesOn) break;
    end = x + width;
  }
  return end - head.x;
}
