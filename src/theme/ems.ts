import { memo } from '../memo/memo.js';

/** Full-width punctuation and everything else that Chinese fonts draw one em wide. */
const FULL_WIDTH =
  /[\u2014\u2018-\u201d\u2026\u2460-\u24ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3ffff}]/u;

/** No character before this one is full width or Chinese; most that are measured are digits. */
const FIRST_WIDE = '\u2014';

const isFullWidth = (char: string): boolean => char >= FIRST_WIDE && FULL_WIDTH.test(char);

/** The estimated width of a text in ems. The font on the reader's machine is not known. */
export function ems(text: string): number {
  let width = 0;
  for (const char of text) width += isFullWidth(char) ? 1 : 0.55;
  return width;
}

const HAN = /\p{Script=Han}/u;
const WESTERN = /[0-9A-Za-z]/;

const isHan = (char: string): boolean => char >= FIRST_WIDE && HAN.test(char);
const isWestern = (char: string): boolean => char < FIRST_WIDE && WESTERN.test(char);

/** The width of a line of characters, with a quarter of an em between Chinese and Western ones. */
function spaced(text: string, widthOf: (character: string) => number): number {
  const chars = Array.from(text);
  const isGap = (a: string, b = '') => (isHan(a) && isWestern(b)) || (isWestern(a) && isHan(b));
  return chars.reduce((sum, char, i) => sum + widthOf(char) + (isGap(char, chars[i + 1]) ? 0.25 : 0), 0);
}

/** A closer estimate for a line of text: digits are half an em wide. */
export const lineEms = (text: string): number => spaced(text, (char) => (/\d/.test(char) ? 0.5 : ems(char)));

/** Lines of titles, of which the same are measured again and again until they are even. */
const titleWidths = memo<number>(500);

/** An estimate for a line of a title, whose face has wide figures and letters: a line that fits by this one fits. */
export const titleEms = (text: string): number =>
  titleWidths(text, () => spaced(text, (char) => (/\d/.test(char) ? 0.58 : isFullWidth(char) ? 1 : 0.75)));
