/** Full-width punctuation and everything else that Chinese fonts draw one em wide. */
const FULL_WIDTH =
  /[\u2014\u2018-\u201d\u2026\u2460-\u24ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3ffff}]/u;

/** The estimated width of a text in ems. The font on the reader's machine is not known. */
export function ems(text: string): number {
  return Array.from(text).reduce((sum, char) => sum + (FULL_WIDTH.test(char) ? 1 : 0.55), 0);
}

const HAN = /\p{Script=Han}/u;
const WESTERN = /[0-9A-Za-z]/;

/** A closer estimate for a line of text: digits are half an em wide, with a quarter of an em between them and Chinese characters. */
export function lineEms(text: string): number {
  const chars = Array.from(text);
  const isGap = (a: string, b = '') => (HAN.test(a) && WESTERN.test(b)) || (WESTERN.test(a) && HAN.test(b));
  return chars.reduce(
    (sum, char, i) => sum + (/\d/.test(char) ? 0.5 : ems(char)) + (isGap(char, chars[i + 1]) ? 0.25 : 0),
    0,
  );
}
