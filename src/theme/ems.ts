import { memo } from '../memo/memo.js';

/** Full-width punctuation and everything else that Chinese fonts draw one em wide, the most usual first. */
const FULL_WIDTH = [
  [0x2e80, 0xa4cf],
  [0xff01, 0xff60],
  [0x2014, 0x2014],
  [0x2018, 0x201d],
  [0x2026, 0x2026],
  [0x2460, 0x24ff],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe4f],
  [0xffe0, 0xffe6],
  [0x20000, 0x3ffff],
] as const;

/** No character before this one is full width or Chinese; most that are measured are digits. */
const FIRST_WIDE = '\u2014';

function isFullWidth(point: number): boolean {
  if (point < 0x2014) return false;
  for (const [from, to] of FULL_WIDTH) if (point >= from && point <= to) return true;
  return false;
}

/** The estimated width of a text in ems. The font on the reader's machine is not known. All labels are measured at each size that is tried. */
export function ems(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i) ?? 0;
    if (point > 0xffff) i++;
    width += isFullWidth(point) ? 1 : 0.55;
  }
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

/** Lines of names, labels and titles, of which the same are measured again and again until they are even. */
const [lineWidths, titleWidths] = [memo<number>(500), memo<number>(500)];

/** A closer estimate for a line of text: digits are half an em wide. */
export const lineEms = (text: string): number =>
  lineWidths(text, () => spaced(text, (char) => (/\d/.test(char) ? 0.5 : ems(char))));

/** An estimate for a line of a title, whose face has wide figures and letters: a line that fits by this one fits. */
export const titleEms = (text: string): number =>
  titleWidths(text, () =>
    spaced(text, (char) => (/\d/.test(char) ? 0.58 : isFullWidth(char.codePointAt(0) ?? 0) ? 1 : 0.75)),
  );
