import { spaceless } from '../../characters/spaceless.js';
import { type Memo, memo } from '../../memo/memo.js';
import type { Amount } from '../../table/data.js';
import type { CellKind } from '../../table/spec.js';
import { numberAsWritten } from '../source.js';

/** A figure without a note, or none. */
type BareValue = number | Amount | null;

/** What a cell says. */
export interface FigureText {
  /** `null` for a cell without a figure. */
  readonly value: BareValue;
  /** What stands beside the figure: `其中修订16件`. */
  readonly note?: string;
  /**
   * How surely: as it is written; written otherwise (`２ → 2`); with a doubt; or not at all, because the text is no figure of this
   * kind.
   */
  readonly certainty: 'exact' | 'interpreted' | 'doubtful' | 'none';
}

const BLANK: FigureText = { value: null, certainty: 'exact' };
const NONE: FigureText = { value: null, certainty: 'none' };

/** Signs that offices put where there is nothing to count. */
const NOTHING = /^(?:[/\\|*#×]+|[-—–―─_]+|无|没有|空|暂无|不适用|n\/?a|nil|\.{2,}|…+)$/iu;

const UNIT = '件次|人次|条次|件|笔|条|个|项|次|人|宗|例|起|份|部|篇|户|家|页';
const MONEY = '亿元|百万元|万元|千元|元';
const NUMBER = '[+-]?\\d[\\d,]*(?:\\.\\d+)?';

const IS_MONEY = new RegExp(`^(?:${MONEY})$`, 'u');
const WHOLE = new RegExp(`^(${NUMBER})(?:\\(?(?:单位:)?(${MONEY}|${UNIT}|人民币元)\\)?)?$`, 'u');
const CHANGE = new RegExp(`^(增加|增|新增|减少|减|下降|↑|↓)(?:了)?(\\d[\\d,]*)(${UNIT})?$`, 'u');
const ABOUT = new RegExp(`^(?:约|近|约为|共|共计|合计)?(${NUMBER})(?:余|多|左右)?(${MONEY}|${UNIT})?$`, 'u');

/** Digits in one width, the signs of minus as one, spaces gone. */
function simplified(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\ufeff]/gu, '')
    .replace(/^[—–―−─-](?=[\d.])/u, '-')
    .replace(/\s+/gu, '');
}

/** A plain number without the commas of thousands; undefined if these are set wrongly. */
function plain(number: string): string | undefined {
  if (!number.includes(',')) return number;
  return /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(number) ? number.replaceAll(',', '') : undefined;
}

/** A number as a cell of this kind may hold it. */
function asValue(number: string, kind: CellKind): number | string | undefined {
  const digits = number.replace(/^\+/u, '');
  if (kind === 'amount') return numberAsWritten(digits.replace(/^(-?)0+(?=\d)/u, '$1'));
  const value = Number(digits);
  return Number.isSafeInteger(value) && (kind === 'signed' || value >= 0) ? value : undefined;
}

function figure(
  number: string,
  kind: CellKind,
  unit: string | undefined,
  certainty: FigureText['certainty'],
): FigureText {
  const digits = plain(number);
  const value = digits === undefined ? undefined : asValue(digits, kind);
  if (value === undefined) return NONE;
  const money = unit?.replace(/^人民币/u, '');
  const isMoney = money !== undefined && IS_MONEY.test(money);
  if (kind === 'amount' && isMoney) return { value: { value, unit: money }, certainty };
  // Money where a count stands, or pieces where an amount does, look like a row that is out of its place.
  const isOfOtherKind = money !== undefined && isMoney !== (kind === 'amount');
  return { value, certainty: isOfOtherKind ? 'doubtful' : certainty };
}

const CHINESE = '零一二三四五六七八九十';

function chineseDigit(text: string): number | undefined {
  const digit = text.length === 1 ? CHINESE.indexOf(text.replace('〇', '零').replace('两', '二')) : -1;
  return digit < 0 ? undefined : digit;
}

/** A text in brackets, which may hold another. */
const BRACKETS = /[（(]((?:[^（()）]|[（(][^（()）]*[)）])*)[)）]/gu;

const IS_UNIT = new RegExp(`^(?:${MONEY}|${UNIT})$`, 'u');

/** A figure with notes in brackets behind it, in their own characters; a unit in brackets is none. */
function withNote(typed: string, kind: CellKind): FigureText | undefined {
  const flat = spaceless(typed);
  const start = flat.search(/[（(]/u);
  if (start < 1 || flat.replace(BRACKETS, '').length > start + 2) return undefined;
  const [first = '', ...others] = [...flat.matchAll(BRACKETS)].map((found) => found[1] ?? '');
  const isUnit = IS_UNIT.test(first);
  const notes = isUnit ? others : [first, ...others];
  const [, number, unit] = WHOLE.exec(simplified(`${flat.slice(0, start)}${isUnit ? first : ''}`)) ?? [];
  if (number === undefined || notes.length === 0) return undefined;
  const read = figure(number, kind, unit, 'interpreted');
  return read.certainty === 'none' ? undefined : { ...read, note: notes.join('）（') };
}

/** Texts that hold a figure with something else about it. */
function withMore(text: string, kind: CellKind): FigureText | undefined {
  const [, way, change] = CHANGE.exec(text) ?? [];
  if (kind === 'signed' && way !== undefined && change !== undefined) {
    return figure(`${/[减降↓]/u.test(way) ? '-' : ''}${change}`, kind, undefined, 'interpreted');
  }
  const [, about, aboutUnit] = ABOUT.exec(text) ?? [];
  if (about !== undefined) return figure(about, kind, aboutUnit, 'doubtful');
  const digit = chineseDigit(text);
  if (digit !== undefined) return { value: digit, certainty: 'interpreted' };
  return /^[oO〇○]$/u.test(text) ? { value: 0, certainty: 'doubtful' } : undefined;
}

/** How surely a plain figure was read: `1 234` is typed otherwise; digits on two lines may be two figures. */
function certaintyOf(typed: string, value: BareValue): FigureText['certainty'] {
  if (/\d\s*\n\s*\d/u.test(typed)) return 'doubtful';
  if (/\d[ \u3000\u00a0]+\d/u.test(typed) && !/^\s*\d{1,3}(?:[ \u3000\u00a0]\d{3})+\s*$/u.test(typed))
    return 'doubtful';
  if (/\d\s+\d/u.test(typed)) return 'interpreted';
  const printed = typeof value === 'object' && value !== null ? `${value.value}${value.unit}` : String(value);
  return typed.replace(/[\s()（）]/gu, '') === printed ? 'exact' : 'interpreted';
}

/** Marks behind a figure that lead to a note: set above the line, in circles, or by a sign. */
const MARK =
  /(\d\s*)(?:[\u00b2\u00b3\u00b9\u2070\u2074-\u2079\u2080-\u2089]+|[①-⑳]|[*＊※†#]{1,3}|[[［【〔]\d{1,2}[\]］】〕])\s*$/u;

function readMarked(typed: string, kind: CellKind): FigureText {
  const bare = typed.replace(MARK, '$1');
  if (bare === typed) return readUnmarked(typed, kind);
  const read = readUnmarked(bare, kind);
  return read.certainty === 'none' ? read : { ...read, certainty: 'doubtful' };
}

/** Longer than any cell of figures is; the same short ones come again and again. */
const LONG = 80;

const kept = memo<Memo<FigureText>>(10);

/** Reads the text of a cell as a figure of a kind. */
export function readFigure(typed: string, kind: CellKind): FigureText {
  if (typed.length > LONG) return readMarked(typed, kind);
  return kept(kind, () => memo(1000))(typed, () => readMarked(typed, kind));
}

function readUnmarked(typed: string, kind: CellKind): FigureText {
  const text = simplified(typed);
  if (text === '') return BLANK;
  if (NOTHING.test(text)) return { value: null, certainty: 'interpreted' };
  const [, number, unit] = WHOLE.exec(text) ?? [];
  if (number === undefined) return withNote(typed, kind) ?? withMore(text, kind) ?? NONE;
  const read = figure(number, kind, unit, 'exact');
  return read.certainty === 'exact' ? { ...read, certainty: certaintyOf(typed.trim(), read.value) } : read;
}

const keep = memo<boolean>(1000);

/** Whether a cell can be one of figures: it holds one, or nothing. */
export function isFigureLike(typed: string): boolean {
  if (typed.length > LONG) return false;
  return keep(
    typed,
    () => readFigure(typed, 'amount').certainty !== 'none' || /^\d+(?:\.\d+)?%$/u.test(simplified(typed)),
  );
}
