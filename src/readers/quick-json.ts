import { numberAsWritten } from './source.js';

// The short way through JSON: the platform's own parser, without any place. That is safe because one scan of the text looks for
// all that it would lose, and leaves such texts to the parser with places: a key that stands twice, a number that JavaScript would print in
// another way, brackets so deep that they may be refused. What is no JSON is left to it as well, for it says where.

/** Deeper than reports are; the other parser says what is too deep. */
const DEEPEST = 100;

/** Where a string ends that begins at an index: at a quotation mark after an even number of backslashes. */
export function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let before = end;
    while (text[before - 1] === '\\') before -= 1;
    if ((end - before) % 2 === 0) return end;
  }
}

const NUMBER = /-?\d[\d.eE+-]*/y;

/** As many members as the objects of a text have as it is written; undefined if it is too deep or has a number that must stay text. */
function writtenMembers(text: string): number | undefined {
  let [members, depth] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] as string;
    if (character === '"') at = endOfString(text, at);
    else if (character === ':') members += 1;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    else if (character === '-' || (character >= '0' && character <= '9')) {
      NUMBER.lastIndex = at;
      const [number] = NUMBER.exec(text) as unknown as [string];
      if (typeof numberAsWritten(number) === 'string') return undefined;
      at += number.length - 1;
    }
    if (depth > DEEPEST) return undefined;
  }
  return members;
}

function membersIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const parts = Object.values(value);
  return parts.reduce((sum: number, part) => sum + membersIn(part), Array.isArray(value) ? 0 : parts.length);
}

/** The value of a text of JSON; undefined where it takes the parser with places to tell. */
export function quickJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const written = writtenMembers(text);
  return written !== undefined && written === membersIn(value) ? value : undefined;
}
