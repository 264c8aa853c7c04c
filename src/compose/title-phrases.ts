import type { Form } from '../form/form.js';
import type { TitleLine } from '../model/document.js';
import type { AnyReport } from '../report/report.js';
import { signersOf } from '../report/signers.js';
import { givenLines } from '../report/title.js';
import { mayBreak } from '../unicode/line-class.js';

/** Where a line may break, from the best kind to the worst: between phrases, between words. */
type Breaks = Map<number, 'phrase' | 'word'>;

/**
 * Names of places and offices with which the parts of an agency's name end: 示例市|人民政府|办公厅. Not 市 in 市场 or 城市, where it is
 * part of a word.
 */
const NAME_PART =
  /人民政府|\p{Script=Han}{2,16}?(?:特别行政区|自治[区州县旗]|总局|[省州盟县旗]|(?<![城社])[市区镇乡]|街道)(?![场政民容域划级长县区镇乡村]|委(?!员会)|办事处)/gu;

const YEAR = /\d{4}年度?/gu;

/** The words at the end of the names of reports. */
const KINDS = /工作|年度报告|年报|报告/gu;

/** Longer names, and more of them, are in no title; together they would be more than a pattern holds. */
const NAMES = { most: 100, longest: 200 };

const escaped = (text: string): string => text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');

function set(breaks: Breaks, at: number, kind: 'phrase' | 'word'): void {
  if (kind === 'phrase' || !breaks.has(at)) breaks.set(at, kind);
}

/** A phrase begins here, unless the word before goes with it: 关于某局…, 关于2025年…. */
function begin(breaks: Breaks, text: string, at: number): void {
  if (!/(?:关于|对|由)$/u.test(text.slice(Math.max(0, at - 2), at))) set(breaks, at, 'phrase');
}

/** The breaks around the kind of report and in it. It stays with the year before it. */
function breakKind(text: string, { name, topic }: Form, breaks: Breaks): void {
  const begins = (at: number): boolean => text.startsWith(name, at) || text.startsWith(topic, at);
  for (const { 0: found, index } of text.matchAll(YEAR)) {
    const end = index + found.length;
    begin(breaks, text, index);
    set(breaks, end, begins(end) ? 'word' : 'phrase');
  }
  const whole = text.indexOf(name);
  const at = whole < 0 ? text.indexOf(topic) : whole;
  if (at < 0) return;
  if (!breaks.has(at)) begin(breaks, text, at);
  const inner = text.indexOf(topic, at);
  const from = inner < 0 ? at : inner + topic.length;
  if (inner >= 0) for (const edge of [inner, from]) set(breaks, edge, 'word');
  for (const { index } of text.slice(from).matchAll(KINDS)) set(breaks, from + index, 'word');
}

/** The breaks around the names of agencies, and in all names between their parts. */
function breakNames(text: string, agencies: readonly string[], breaks: Breaks): void {
  const names = agencies.filter(({ length }) => length > 0 && length <= NAMES.longest).slice(0, NAMES.most);
  const found = names.length === 0 ? [] : text.matchAll(new RegExp(names.map(escaped).join('|'), 'gu'));
  for (const { 0: name, index } of found) {
    begin(breaks, text, index);
    set(breaks, index + name.length, 'phrase');
  }
  for (const { index } of text.matchAll(/(?<=[、，\s])/gu)) set(breaks, index, 'phrase');
  for (const { 0: part, index } of text.matchAll(NAME_PART)) set(breaks, index + part.length, 'word');
}

/** Where the words of an agency's name end, as places in it: 示例市|人民政府|办公厅. */
export function wordEndsOf(name: string): readonly number[] {
  const breaks: Breaks = new Map();
  breakNames(name, [name], breaks);
  let end = 0;
  return partedAt(breaks, name)
    .flat()
    .slice(0, -1)
    .map((word) => (end += word.length));
}

/** A line of a title as phrases and words. */
function phrasesOf(text: string, agencies: readonly string[], form: Form): TitleLine {
  const breaks: Breaks = new Map();
  breakKind(text, form, breaks);
  breakNames(text, agencies, breaks);
  return partedAt(breaks, text);
}

/** A text cut at breaks, where the rules for lines let it. */
function partedAt(breaks: Breaks, text: string): TitleLine {
  const places = [...breaks]
    .filter(([at]) => at > 0 && at < text.length)
    .filter(([at]) => mayBreak(text, at) && !/^\s/u.test(text.slice(at, at + 1)))
    .toSorted(([a], [b]) => a - b);
  const phrases: string[][] = [[]];
  let from = 0;
  for (const [at, kind] of [...places, [text.length, 'word'] as const]) {
    phrases.at(-1)?.push(text.slice(from, at));
    if (kind === 'phrase') phrases.push([]);
    from = at;
  }
  return phrases;
}

/** The title of a report, as its lines: those given, or one. By convention it is the agency's full name, then year and kind. */
export function titleLinesOf(report: AnyReport, form: Form): readonly TitleLine[] {
  const { title, agency, year } = report;
  const lines = title === undefined ? [`${agency.name}${year}年${form.name}`] : givenLines(title);
  const agencies = [...new Set([agency.name, ...signersOf(report)])].toSorted((a, b) => b.length - a.length);
  return lines.map((line) => phrasesOf(line, agencies, form));
}
