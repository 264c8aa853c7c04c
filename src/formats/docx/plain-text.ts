import { inGb2312 } from './gb2312.js';
import { escapeText } from './written.js';

/**
 * The short way for a text that is one run as it stands. It skips what `runs.ts` does for each character: cut the text into what is drawn
 * with one glyph, ask which font has it, look for apostrophes, and escape it for XML. None of that finds anything in the characters taken
 * here: those of GB 2312, which every font of an office has and among which are no marks that combine, but ‘ and ’, which may be
 * apostrophes, and what is escaped.
 */

const isTaken = (char: string): boolean => inGb2312(char) && !/[‘’]/.test(char) && escapeText(char) === char;

/** By code unit: 0 not looked at yet, else one of these. */
const KINDS = new Uint8Array(0x10000);
const [ASCII, CHINESE, OTHER] = [1, 2, 4];

function kindOf(code: number): number {
  const char = String.fromCharCode(code);
  const kind = !isTaken(char) ? OTHER : code < 0x80 ? ASCII : CHINESE;
  KINDS[code] = kind;
  return kind;
}

/** What a text is made of: ASCII alone, or Chinese too; undefined if it may be more than one run, or is escaped. */
export function plainKind(text: string): 'ascii' | 'chinese' | undefined {
  let kinds = 0;
  for (let i = 0; i < text.length && kinds < OTHER; i++) {
    const code = text.charCodeAt(i);
    kinds |= KINDS[code] || kindOf(code);
  }
  if (kinds === 0 || kinds >= OTHER) return undefined;
  return kinds === ASCII ? 'ascii' : 'chinese';
}
