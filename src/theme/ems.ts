/** Full-width punctuation and everything else that Chinese fonts draw one em wide. */
const FULL_WIDTH =
  /[\u2014\u2018-\u201d\u2026\u2460-\u24ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3ffff}]/u;

/** The estimated width of a text in ems. The font on the reader's machine is not known. */
export function ems(text: string): number {
  return Array.from(text).reduce((sum, char) => sum + (FULL_WIDTH.test(char) ? 1 : 0.55), 0);
}

const HAN = /\p{Script=Han}/u;
const WESTERN = /[0-9A-Za-z]/;

/** The width of a line of characters, with a quarter of an em between Chinese and Western ones. */
function spaced(text: string, widthOf: (character: string) => number): number {
  const chars = Array.from(text);
  const isGap = (a: string, b = '') => (HAN.test(a) && WESTERN.test(b)) || (WESTERN.test(a) && HAN.test(b));
  return chars.reduce((sum, char, i) => sum + widthOf(char) + (isGap(char, chars[i + 1]) ? 0.25 : 0), 0);
}

/** A closer estimate for a line of text: digits are half an em wide. */
export const lineEms = (text: string): number => spaced(text, (char) => (/\d/.test(char) ? 0.5 : ems(char)));

/** An estimate for a line of a title, whose face has wide figures and letters: a line that fits by this one fits. */
export const titleEms = (text: string): number =>
  spaced(text, (char) => (/\d/.test(char) ? 0.58 : FULL_WIDTH.test(char) ? 1 : 0.75));
