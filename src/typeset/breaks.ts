import type { Glyph } from './glyphs.js';

/** Characters that must not begin a line (so —— and …… are never split), and those that must not end one (CLREQ 3.1.4, GB/T 15834-2011). */
const NOT_FIRST = new Set('、，。：；！？）》〉」』】〕”’·—…,.;:!?)]}%‰℃％');
const NOT_LAST = new Set('（《〈「『【〔“‘([{￥$＄第');

/**
 * A figure is kept together with its sign and its unit: 145条, 100%, 3168.0656万元, 2020年. These are the units that reports use,
 * longer ones first.
 */
const FIGURE =
  /[+\-−±]?\d[\d.,]*(?:[%‰％]|余?[万亿]?(?:平方米|公里|小时|分钟|个工作日|个百分点|人次|件次|家次|期次|场次|元|个|件|条|次|人|项|份|家|场|期|篇|部|类|批|宗|起|名|年|月|日|号|天|页|字|级|届|章|款|轮|种|位|户|台|套|处|倍|亿|万)?)/gu;

/** Kinds of line breaks, the worst first. */
export const NEVER = 0;
/** Only if a word or a figure is longer than its line. */
export const TORN = 1;
/** Anywhere in a web address, if the line would have wide gaps otherwise. */
export const AWKWARD = 2;
export const FREELY = 3;

function ties(text: string): ReadonlySet<number> {
  const tied = new Set<number>();
  for (const { 0: figure, index } of text.matchAll(FIGURE)) {
    for (let i = index + 1; i < index + figure.length; i++) tied.add(i);
  }
  return tied;
}

/** Longer words that are not plain numbers count as addresses, which may be broken after a slash or the like. */
const LONGEST_WORD = 12;
const NUMBER = /^[\d.,+()-]+$/;
const JOINT = /^[/?&=_.@-]$/;

const textOf = (glyphs: readonly Glyph[]): string => glyphs.map(({ text }) => text).join('');
const isWestern = (glyph: Glyph | undefined): boolean => glyph?.kind === 'western';

/** For each glyph, whether it is part of an address. */
function inAddresses(glyphs: readonly Glyph[]): readonly boolean[] {
  const marks = new Array<boolean>(glyphs.length).fill(false);
  for (let i = 0; i < glyphs.length; ) {
    let end = i;
    while (isWestern(glyphs[end])) end++;
    if (end - i > LONGEST_WORD && !NUMBER.test(textOf(glyphs.slice(i, end)))) marks.fill(true, i, end);
    i = Math.max(end, i + 1);
  }
  return marks;
}

function between(before: Glyph, after: Glyph, isTied: boolean, isAddress: boolean): number {
  if (NOT_FIRST.has(after.text) || NOT_LAST.has(before.text) || after.kind === 'space') return NEVER;
  if (before.kind === 'space') return FREELY;
  if (isAddress) return JOINT.test(before.text) && after.text !== '/' ? FREELY : AWKWARD;
  return isTied || (isWestern(before) && isWestern(after)) ? TORN : FREELY;
}

/** For each glyph, the kind of break before it. There is none before the first. */
export function breaksBefore(glyphs: readonly Glyph[]): Uint8Array {
  const tied = ties(textOf(glyphs));
  const addresses = inAddresses(glyphs);
  const breaks = new Uint8Array(glyphs.length);
  let unit = 0;
  for (let i = 1; i < glyphs.length; i++) {
    const [before, after] = [glyphs[i - 1] as Glyph, glyphs[i] as Glyph];
    unit += before.text.length;
    breaks[i] = between(before, after, tied.has(unit), addresses[i - 1] === true && addresses[i] === true);
  }
  return breaks;
}
