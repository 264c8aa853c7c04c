import { mayBegin, mayEnd } from '../unicode/line-class.js';
import { UNBOUND } from './bonds.js';
import type { Glyph } from './glyphs.js';

/** Kinds of line breaks, the worst first. */
export const NEVER = 0;
/** Only if a word or a figure is longer than its line. */
export const TORN = 1;
/** Within a part of a web address, of which one character would stand alone: https://w|ww, co|m/. */
export const ODD = 2;
/** Within a part of a web address, if the line would have wide gaps otherwise. */
export const AWKWARD = 3;
export const FREELY = 4;

/** Longer words that are not plain numbers count as addresses, which may be broken after a slash or the like. */
const LONGEST_WORD = 12;
const NUMBER = /^[^\p{L}]+$/u;
const JOINT = /^[/?&=_.@-]$/;

const textOf = (glyphs: readonly Glyph[]): string => glyphs.map(({ text }) => text).join('');
const isWestern = (glyph: Glyph | undefined): boolean => glyph?.kind === 'western';

/** Where the stretch that begins at a glyph ends: a link, a Western word, or a single character. */
function stretchEnd(glyphs: readonly Glyph[], from: number): number {
  const { href, kind } = glyphs[from] as Glyph;
  let end = from + 1;
  if (href === undefined && kind !== 'western') return end;
  for (; end < glyphs.length; end++) {
    const glyph = glyphs[end] as Glyph;
    if (glyph.href !== href || (href === undefined && glyph.kind !== 'western')) break;
  }
  return end;
}

/** For each glyph, whether it is part of an address: of a link, or of a long word. */
function inAddresses(glyphs: readonly Glyph[]): Uint8Array {
  const marks = new Uint8Array(glyphs.length);
  for (let from = 0; from < glyphs.length; ) {
    const end = stretchEnd(glyphs, from);
    const isLink = glyphs[from]?.href !== undefined;
    if (end - from > LONGEST_WORD && (isLink || !NUMBER.test(textOf(glyphs.slice(from, end)))))
      marks.fill(1, from, end);
    from = end;
  }
  return marks;
}

function inAddress(before: Glyph, after: Glyph): number {
  if (JOINT.test(before.text)) return FREELY;
  return isWestern(before) && isWestern(after) ? AWKWARD : FREELY;
}

function between(before: Glyph, after: Glyph, bond: number, isAddress: boolean): number {
  if (after.kind === 'space' || !mayBegin(after.line)) return NEVER;
  // An address may end a line with its slash.
  if (!mayEnd(before.line) && !(isAddress && before.line === 'SY')) return NEVER;
  if (isAddress && (before.href !== undefined || bond === UNBOUND)) return inAddress(before, after);
  if (bond !== UNBOUND) return TORN;
  if (before.kind === 'space') return FREELY;
  return isWestern(before) && isWestern(after) ? TORN : FREELY;
}

/** Whether two characters of a part of an address, between its joints, stand on either side of a place. */
function isWithinPart(glyphs: readonly Glyph[], addresses: Uint8Array, at: number): boolean {
  const sides = [at - 2, at - 1, at, at + 1];
  return sides.every((i) => addresses[i] === 1 && isWestern(glyphs[i]) && !JOINT.test(glyphs[i]?.text ?? ''));
}

/** For each glyph, the kind of break before it, given how it is bound to the one before. There is none before the first. */
export function breaksBefore(glyphs: readonly Glyph[], bonds: Uint8Array): Uint8Array {
  const addresses = inAddresses(glyphs);
  const breaks = new Uint8Array(glyphs.length);
  for (let i = 1; i < glyphs.length; i++) {
    const [before, after] = [glyphs[i - 1] as Glyph, glyphs[i] as Glyph];
    breaks[i] = between(before, after, bonds[i] as number, addresses[i - 1] === 1 && addresses[i] === 1);
    if (breaks[i] === AWKWARD && !isWithinPart(glyphs, addresses, i)) breaks[i] = ODD;
  }
  return breaks;
}
