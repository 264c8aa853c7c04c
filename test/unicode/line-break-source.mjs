import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// The data of UAX #14 for the sources, from a pinned package of the Unicode data files: only the classes that forbid a break, since
// everything else breaks like a letter or like a Chinese character. `npm run unicode` writes the file.

const UNICODE = '17.0.0';

/** The classes of LineBreak.txt, under their short names. */
const CLASSES = {
  OP: ['Open_Punctuation'],
  CL: ['Close_Punctuation', 'Close_Parenthesis'],
  QU: ['Quotation'],
  EX: ['Exclamation'],
  IS: ['Infix_Numeric'],
  SY: ['Break_Symbols'],
  NS: ['Nonstarter', 'Conditional_Japanese_Starter'],
  PR: ['Prefix_Numeric'],
  PO: ['Postfix_Numeric'],
  GL: ['Glue', 'Word_Joiner'],
  BA: ['Break_After'],
  BB: ['Break_Before'],
  HY: ['Hyphen', 'Unambiguous_Hyphen'],
  IN: ['Inseparable'],
  B2: ['Break_Both'],
  CM: ['Combining_Mark', 'ZWJ'],
};

const hex = (/** @type {number} */ codePoint) => codePoint.toString(16).toUpperCase();

/** @param {readonly string[]} names */
async function rangesOf(names) {
  const all = [];
  for (const name of names) {
    const { default: ranges } = await import(`@unicode/unicode-${UNICODE}/Line_Break/${name}/ranges.mjs`);
    all.push(...ranges);
  }
  const sorted = all.map(({ begin, end }) => ({ first: begin, last: end - 1 })).sort((a, b) => a.first - b.first);
  return sorted.map(({ first, last }) => (first === last ? hex(first) : `${hex(first)}-${hex(last)}`)).join(' ');
}

/** The text of `src/unicode/line-break-data.ts`. */
export async function lineBreakData() {
  const lines = [];
  for (const [name, long] of Object.entries(CLASSES)) lines.push(`  ${name}: '${await rangesOf(long)}',\n`);
  return `// Written by \`npm run unicode\` from LineBreak.txt of Unicode ${UNICODE} (UAX #14).

/** The code points of the classes that forbid a break, in ranges of hexadecimal numbers. */
export const LINE_BREAK = {
${lines.join('')}} as const;
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('../../src/unicode/line-break-data.ts', import.meta.url), await lineBreakData());
}
