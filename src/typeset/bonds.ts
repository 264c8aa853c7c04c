import { UNIT } from './units.js';

/** They are bound by nothing. */
export const UNBOUND = 0;
/** No line ends between them. */
export const KEPT = 1;
/** They are parts of one numeric expression, which has neither breaks nor gaps: 10%～20%. */
export const CLOSED = 2;

/** For each unit of UTF-16 of a text, how it is bound to the one before it. */
type Bonds = Uint8Array;

const DIGIT = '[0-9０-９]';
const BEHIND = '[%％‰‱°℃℉′″\\u3371-\\u33DF]';
const SIGNS = '.,．:∶/／~～∼〜‐‑–—―−－×＊÷=＝+＋*\\u00A0\\u202F-';
/** A full-width colon is one of a ratio or a time (1：100, 9：00); behind more digits it is the punctuation of the sentence. */
const WITHIN = `(?:[${SIGNS}]|(?<!${DIGIT}{4})：)`;
/** Thousands apart: 1 234 567, 12，345. */
const NUMBER = `(?:[0-9]{1,3}(?:[ ，][0-9]{3})+(?![0-9])|${DIGIT}+)`;
/** A numeric expression and the unit behind it: 10%～20%, 9:00, 1,234.5万元. */
const FIGURE = new RegExp(`(${NUMBER}${BEHIND}*(?:${WITHIN}{1,2}${NUMBER}${BEHIND}*)*)${UNIT}`, 'y');

const SIGN = /[≥≤≧≦＞＜><≈±＋+−￥¥$＄€£№#＃]/u;
const HYPHEN = /[-－–]/;
/** What makes a hyphen a connector: 1月-3月, 10元－20元. Elsewhere it is a minus. */
const CONNECTED = new RegExp(`(?:${DIGIT}|[%％‰℃]|${DIGIT}[\\u4E00-\\u9FFF]{1,2})$`);

const NUMERAL = '[一二三四五六七八九十]';
/** What the character behind it is kept with. */
const KEEPERS = [
  // A label, which stands at the beginning of a clause: （1）加强, 一、加强.
  new RegExp(`(?<=^|[。；：，！？”）)\\s])(?:[（(](?:${DIGIT}{1,2}|${NUMERAL}{1,3})[）)]|${NUMERAL}{1,3}、) ?`, 'y'),
  /[①-⓿㈠-㉃㉑-㉟㊀-㊉㊱-㊿]/y,
  // 第十五条, 二〇二五年.
  /第[零〇一二三四五六七八九十百千]+|[一二][〇○零一二三四五六七八九]{3}(?=年)/y,
  /(?<=\p{Script=Latin})’(?=\p{Script=Latin})/uy,
];
/** 1.加强 and 1.“加强” anywhere, 1、加强 at the beginning of a clause. */
const POINT = /[.．]\s*(?=[\p{L}\p{Ps}\p{Pi}])|(?<=(?:^|[。；：，！？”）)\s])[0-9０-９]{1,2})[.．、)）]\s*(?=\S)/uy;

/** Characters with which something begins that is kept together. */
const BEGINNING = /[0-9０-９第（(’①-⓿㈠-㉃㉑-㉟㊀-㊉㊱-㊿一二三四五六七八九十]/g;

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex - at : 0;
}

/** Binds each character of a stretch to the one before it, the first excepted. */
function bind(bonds: Bonds, from: number, to: number, bond: number): void {
  for (let i = from + 1; i < to && i < bonds.length; i++) bonds[i] = bond;
}

/** Binds the signs before a figure to it: ≥95%, 第12条, -18. */
function bindSigns(text: string, at: number, bonds: Bonds): void {
  for (let i = at; i > 0; i--) {
    const before = text.charAt(i - 1);
    if (before === '第') bonds[i] = KEPT;
    if (before === ' ' && text.charAt(i - 2) === '第') bind(bonds, i - 2, i + 1, KEPT);
    const isMinus = HYPHEN.test(before) && !CONNECTED.test(text.slice(Math.max(0, i - 4), i - 1));
    if (!isMinus && !SIGN.test(before)) return;
    bonds[i] = CLOSED;
  }
}

/** Binds a figure, what stands before and behind it, and what it is the label of; returns where it ends. */
function bindFigure(text: string, at: number, bonds: Bonds): number {
  FIGURE.lastIndex = at;
  const [whole = '', number = ''] = FIGURE.exec(text) ?? [];
  const end = at + whole.length;
  bindSigns(text, at, bonds);
  bind(bonds, at, at + number.length, CLOSED);
  bind(bonds, at + number.length - 1, end, KEPT);
  const point = lengthAt(POINT, text, end);
  if (point > 0) bind(bonds, end, end + point + 1, KEPT);
  return end;
}

/** Binds what begins at a place; returns where it ends. */
function bindAt(text: string, at: number, bonds: Bonds): number {
  if (/[0-9０-９]/.test(text.charAt(at))) return bindFigure(text, at, bonds);
  for (const keeper of KEEPERS) {
    const length = lengthAt(keeper, text, at);
    if (length === 0) continue;
    bind(bonds, at, at + length + 1, KEPT);
    return at + length;
  }
  return at + 1;
}

/** What is kept together in a text: figures with their signs and units, and labels with what follows them. */
export function bondsOf(text: string): Bonds {
  const bonds = new Uint8Array(text.length);
  BEGINNING.lastIndex = 0;
  for (let found = BEGINNING.exec(text); found; found = BEGINNING.exec(text)) {
    BEGINNING.lastIndex = bindAt(text, found.index, bonds);
  }
  return bonds;
}
