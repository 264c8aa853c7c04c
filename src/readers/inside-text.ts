/** A line and a column, counted from 1. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** Where a line and a column are in a text, in UTF-16 units. */
export function indexAt(text: string, { line, column }: LineColumn): number {
  const ends = /\r\n?|\n/g;
  let start = 0;
  for (let n = 1; n < line && ends.exec(text) !== null; n++) start = ends.lastIndex;
  return Math.min(start + column - 1, text.length);
}

/** A text as it is written in a file: from its first character on, which has an offset, without quotation marks. */
export interface WrittenText {
  readonly text: string;
  readonly from: number;
  /** Whether a backslash begins an escape. */
  readonly escapes: boolean;
}

/** From where to where words of a text are written; undefined where that cannot be told. */
export function writtenSpan(
  { text: written, from, escapes }: WrittenText,
  value: string,
  index: number,
  words: string,
): readonly [from: number, to: number] | undefined {
  const start = writtenIndex(written, value, index, escapes);
  const last = writtenIndex(written, value, index + words.length - 1, escapes);
  if (words === '' || !value.startsWith(words, index) || start === undefined || last === undefined) return undefined;
  const isEscape = escapes && written[last] === '\\';
  return [from + start, from + last + (isEscape ? escapeLength(written[last + 1]) : 1)];
}

/** The length of what begins with a backslash. */
function escapeLength(next: string | undefined): number {
  return next === undefined ? 1 : ({ x: 4, u: 6, U: 10 }[next] ?? 2);
}

/**
 * Where a character of a text is in the way the text was written: with escapes, or over lines that are folded or indented.
 *
 * @param written from its first character on, without the quotation mark
 * @param index in UTF-16 units of the text
 * @param escapes whether a backslash begins an escape
 * @returns undefined where the two cannot be brought together
 */
export function writtenIndex(written: string, text: string, index: number, escapes: boolean): number | undefined {
  let at = 0;
  for (let i = 0; i < index; ) {
    const character = written[at];
    if (character === undefined) return undefined;
    if (escapes && character === '\\') {
      const isLineEnd = /[\r\n]/.test(written[at + 1] ?? '');
      i += isLineEnd ? 0 : written[at + 1] === 'U' && (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1;
      at += escapeLength(written[at + 1]);
    } else if (character === text[i]) {
      at += 1;
      i += 1;
    } else if (/\s/.test(character) || character === "'") at += 1;
    else if (/\s/.test(text[i] ?? '')) i += 1;
    else return undefined;
  }
  // The line ends and indents before a character that begins a line.
  while (/\s/.test(written[at] ?? '') && written[at] !== text[index] && at < written.length) at += 1;
  return at;
}
