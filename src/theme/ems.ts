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

/** Nearly all are of the first block, for which no pattern is asked. */
const isHan = (point: number): boolean =>
  (point >= 0x4e00 && point <= 0x9fa5) || (point >= 0x2014 && HAN.test(String.fromCodePoint(point)));

const isDigit = (point: number): boolean => point >= 0x30 && point <= 0x39;
const isLetter = (point: number): boolean => (point >= 0x41 && point <= 0x5a) || (point >= 0x61 && point <= 0x7a);

/** The width of a line of characters, with a quarter of an em between Chinese and Western ones. */
function spaced(text: string, widthOf: (point: number) => number): number {
  let width = 0;
  let last = 0;
  let wasWestern = false;
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i) ?? 0;
    const isWestern = isDigit(point) || isLetter(point);
    if (i > 0 && isWestern !== wasWestern && isHan(isWestern ? last : point)) width += 0.25;
    width += widthOf(point);
    if (point > 0xffff) i++;
    last = point;
    wasWestern = isWestern;
  }
  return width;
}

/** Lines of names, labels and titles, of which the same are measured again and again until they are even. */
const [lineWidths, titleWidths] = [memo<number>(500), memo<number>(500)];
/** Longer ones are paragraphs. */
const LONGEST_LINE = 60;

const lineWidth = (text: string): number =>
  spaced(text, (point) => (isDigit(point) ? 0.5 : isFullWidth(point) ? 1 : 0.55));

/** A closer estimate for a line of text: digits are half an em wide. */
export const lineEms = (text: string): number =>
  text.length > LONGEST_LINE ? lineWidth(text) : lineWidths(text, () => lineWidth(text));

/** An estimate for a line of a title, whose face has wide figures and letters: a line that fits by this one fits. */
export const titleEms = (text: string): number =>
  titleWidths(text, () => spaced(text, (point) => (isDigit(point) ? 0.58 : isFullWidth(point) ? 1 : 0.75)));
