import type { Form } from '../form/form.js';
import type { TitleLine } from '../model/document.js';
import type { AnyReport } from '../report/report.js';
import { signersOf } from '../report/signers.js';
import { givenLines } from '../report/title.js';

/** Where a line may break, from the best kind to the worst: between phrases, between words. */
type Breaks = Map<number, 'phrase' | 'word'>;

const CLOSING = /^[、，。：；！？）》〉」』】〕”’·—…]/u;
const OPENING = /[（《〈「『【〔“‘]$/u;

/**
 * Names of places and offices with which the parts of an agency's name end: 示例市|人民政府|办公厅. Not 市 in 市场 or 城市, where it is
 * part of a word.
 */
const NAME_PART =
  /人民政府|\p{Script=Han}{2,}?(?:特别行政区|自治[区州县旗]|总局|[省州盟县旗]|(?<![城社])[市区镇乡]|街道)(?![场政民容域划级长县区镇乡村]|委(?!员会)|办事处)/gu;

const YEAR = /\d{4}年度?/gu;

/** The words at the end of the names of reports. */
const KINDS = /工作|年度报告|年报|报告/gu;

const escaped = (text: string): string => text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');

function set(breaks: Breaks, at: number, kind: 'phrase' | 'word'): void {
  if (kind === 'phrase' || !breaks.has(at)) breaks.set(at, kind);
}

/** The breaks around and in the name of the kind of report, which stays with the year before it. */
function breakKind(text: string, { name, topic }: Form, breaks: Breaks): void {
  for (const { 0: found, index } of text.matchAll(YEAR)) {
    const end = index + found.length;
    set(breaks, index, 'phrase');
    set(breaks, end, text.startsWith(name, end) ? 'word' : 'phrase');
  }
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!breaks.has(at)) breaks.set(at, 'phrase');
    const inner = text.indexOf(topic, at);
    const from = inner < 0 ? at : inner + topic.length;
    if (inner >= 0) set(breaks, inner, 'word');
    for (const { index } of text.slice(from, at + name.length).matchAll(KINDS)) set(breaks, from + index, 'word');
  }
}

/** The breaks around the names of agencies, and in all names between their parts. */
function breakNames(text: string, agencies: readonly string[], breaks: Breaks): void {
  const pattern = new RegExp(agencies.map(escaped).join('|'), 'gu');
  for (const { 0: found, index } of text.matchAll(pattern)) {
    // 关于某局…, 对某局…: the word before a name goes with it.
    if (!/(?:关于|对|由)$/u.test(text.slice(0, index))) set(breaks, index, 'phrase');
    set(breaks, index + found.length, 'phrase');
  }
  for (const { index } of text.matchAll(/(?<=[、，\s])/gu)) set(breaks, index, 'phrase');
  for (const { 0: part, index } of text.matchAll(NAME_PART)) set(breaks, index + part.length, 'word');
}

/** A line of a title as phrases and words. */
function phrasesOf(text: string, agencies: readonly string[], form: Form): TitleLine {
  const breaks: Breaks = new Map();
  breakKind(text, form, breaks);
  breakNames(text, agencies, breaks);
  const places = [...breaks]
    .filter(([at]) => at > 0 && at < text.length)
    .filter(([at]) => !CLOSING.test(text.slice(at)) && !OPENING.test(text.slice(0, at)))
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
