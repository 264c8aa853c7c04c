import { lineStarts } from '../characters/line-index.js';

/** A line and a column, counted from 1. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** Finds where lines and columns are in a text, in UTF-16 units. */
export function indexFinder(text: string): (place: LineColumn) => number {
  const starts = lineStarts(text);
  return ({ line, column }) => Math.min((starts[Math.min(line, starts.length) - 1] ?? 0) + column - 1, text.length);
}

/** A text as it is written in a file: from its first character on, which has an offset, without quotation marks. */
export interface WrittenText {
  readonly text: string;
  readonly from: number;
  /** Whether a backslash begins an escape. */
  readonly escapes: boolean;
}

/** The length of what begins with a backslash. */
function escapeLength(next: string | undefined): number {
  return next === undefined ? 1 : ({ x: 4, u: 6, U: 10 }[next] ?? 2);
}

/** How far a text and the way it is written have been gone through side by side. */
interface Reached {
  readonly index: number;
  readonly at: number;
}

/** Goes on up to a character of the text; undefined where the two cannot be brought together. */
function reach(
  { text: written, escapes }: WrittenText,
  text: string,
  index: number,
  from: Reached,
): Reached | undefined {
  let { index: i, at } = from;
  while (i < index) {
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
  return { index: i, at };
}

/** So many characters are gone through again for each that is looked for. */
const STRIDE = 256;

/** Finds characters of a text in the way it is written. A text may have a slip in every word, so each is looked for from near it. */
export interface WrittenPlaces {
  /** Where a character is, from the first one written; undefined where the two cannot be brought together. */
  readonly writtenAt: (index: number) => number | undefined;
  /** The same of a line and a column of the text. */
  readonly placeOf: (inside: LineColumn) => number | undefined;
  /** From where to where in the file words are written that begin there. */
  readonly spanOf: (inside: LineColumn, words: string) => readonly [from: number, to: number] | undefined;
}

/** @param written with escapes, or over lines that are folded or indented */
function placesIn(written: WrittenText, value: string): WrittenPlaces {
  const { text, from, escapes } = written;
  const marks: Reached[] = [{ index: 0, at: 0 }];
  const indexOf = indexFinder(value);
  const nearest = (index: number): Reached | undefined => {
    const wanted = Math.floor(Math.max(0, index) / STRIDE);
    while (marks.length <= wanted) {
      const next = reach(written, value, marks.length * STRIDE, marks.at(-1) as Reached);
      if (next === undefined) return undefined;
      marks.push(next);
    }
    return marks[wanted];
  };
  const writtenAt = (index: number): number | undefined => {
    const near = nearest(index);
    const reached = near && reach(written, value, index, near);
    if (reached === undefined) return undefined;
    // The line ends and indents before a character that begins a line.
    let { at } = reached;
    while (/\s/.test(text[at] ?? '') && text[at] !== value[index] && at < text.length) at += 1;
    return at;
  };
  const spanOf: WrittenPlaces['spanOf'] = (inside, words) => {
    const index = indexOf(inside);
    const [start, last] = [writtenAt(index), writtenAt(index + words.length - 1)];
    if (words === '' || !value.startsWith(words, index) || start === undefined || last === undefined) return undefined;
    const isEscape = escapes && text[last] === '\\';
    return [from + start, from + last + (isEscape ? escapeLength(text[last + 1]) : 1)];
  };
  return { writtenAt, placeOf: (inside) => writtenAt(indexOf(inside)), spanOf };
}

const known = new WeakMap<object, WrittenPlaces>();

/** @param node the part of what was parsed that has the text; the same has the same text */
export function writtenPlaces(node: object, writtenOf: () => WrittenText, textOf: () => string): WrittenPlaces {
  const places = known.get(node) ?? placesIn(writtenOf(), textOf());
  known.set(node, places);
  return places;
}
