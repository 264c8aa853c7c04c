import { once } from '../memo/once.js';
import { LINE_BREAK } from './line-break-data.js';

/** A class of UAX #14. `AL` stands for all that breaks like a letter or like a Chinese character. */
export type LineClass = keyof typeof LINE_BREAK | 'AL';

/**
 * Where Chinese text differs from UAX #14 (CLREQ 3.1.4; GB/T 15834-2011, 5.1): connectors and middle dots begin no line, a slash neither
 * begins nor ends one, a bar used as a dash is one, and a unit in one character stays with its figure.
 */
const CHINESE: readonly (readonly [LineClass, RegExp])[] = [
  ['HY', /[~～∼－−]/u],
  ['NS', /[·•‧⋅∶〃]/u],
  ['SY', /[/／]/u],
  ['B2', /[―─]/u],
  ['PO', /[㍱-㏟¹²³]/u],
  ['PR', /[＋＃]/u],
  ['OP', /\p{Pi}/u],
  ['CL', /\p{Pf}/u],
];

interface Range {
  readonly first: number;
  readonly last: number;
  readonly name: LineClass;
}

const parsed = (name: keyof typeof LINE_BREAK): readonly Range[] =>
  LINE_BREAK[name].split(' ').map((range) => {
    const [first = '', last = first] = range.split('-');
    return { first: Number.parseInt(first, 16), last: Number.parseInt(last, 16), name };
  });

/** All ranges, in the order of code points; read when the first text is set, because most commands set none. */
const rangesOf = once((data: typeof LINE_BREAK): readonly Range[] =>
  (Object.keys(data) as (keyof typeof LINE_BREAK)[]).flatMap(parsed).sort((a, b) => a.first - b.first),
);

/** The class that the data give to a code point. */
function givenClass(codePoint: number): LineClass {
  const ranges = rangesOf(LINE_BREAK);
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle] as Range).last < codePoint) low = middle + 1;
    else high = middle;
  }
  const range = ranges[low];
  return range !== undefined && range.first <= codePoint ? range.name : 'AL';
}

/** The class of a character for line breaking: that of UAX #14, as Chinese text has it. */
export function lineClassOf(character: string): LineClass {
  const codePoint = character.codePointAt(0) ?? 0;
  // Most characters are among the common ideographs, none of which is in the data.
  if (codePoint >= 0x4e00 && codePoint <= 0x9fff) return 'AL';
  const [chinese] = CHINESE.find(([, characters]) => characters.test(character)) ?? [];
  return chinese ?? givenClass(codePoint);
}

/** Classes with which no line begins: closing marks, signs after a figure, connectors, dashes. */
const NOT_FIRST: ReadonlySet<LineClass> = new Set<LineClass>([
  ...(['CL', 'QU', 'EX', 'IS', 'SY', 'NS', 'PO', 'GL', 'BA', 'HY', 'IN', 'B2', 'CM'] as const),
]);
/** Classes with which no line ends: opening marks, signs before a figure. */
const NOT_LAST: ReadonlySet<LineClass> = new Set<LineClass>(['OP', 'QU', 'SY', 'PR', 'GL', 'BB']);

/** Whether a line may begin with a character of this class. */
export const mayBegin = (line: LineClass): boolean => !NOT_FIRST.has(line);

/** Whether a line may end with a character of this class. */
export const mayEnd = (line: LineClass): boolean => !NOT_LAST.has(line);

/** Whether a line of a text may end before an index, as far as the marks on both sides have to say. */
export function mayBreak(text: string, at: number): boolean {
  const before = [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? '';
  const after = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return mayEnd(lineClassOf(before)) && mayBegin(lineClassOf(after));
}
