import { matchesOf } from '../characters/matches.js';
import { isRow, joinedLines } from './page-lines.js';
import { editIn, failureIn, fixOf, type Passage, passagesByText, passagesWith } from './passages.js';
import { type Failure, type Rule, type Subject, verdicts } from './rule.js';
import { isTableDebris } from './table-debris.js';

const ENDS_WELL = /[。！？…；：.!?;:][”’」』）)》]*\s*$/u;
/** What goes on, and does not. */
const BREAKS_OFF = /[，、,]\s*$/u;
/** Lines of an address, of a sign-off, or with a label, which have no stop. */
const LABELLED =
  /^\s*(?:附件?|注|备注|单位|地址|通讯地址|联系(?:人|电话|地址|方式)|电话|传真|邮编|邮政编码|网址|电子邮箱|邮箱|来源|编制单位)[：:]/u;
/** A web address, a mail address or a Latin word at the end. */
const LATIN_END = /[A-Za-z/_]\s*$/u;
/** What stands in brackets by itself, and what is left of a page, which is told as such. */
const CAPTION = /^[【[].*[】\]]$|[<>]$/u;
const NUMBERED =
  /^\s*(?:[（(]?[一二三四五六七八九十]{1,3}[）)、]|[（(]?\d{1,2}[）).．、]|[①-⑩]|[一二三四五六七八九十]是)/u;
/** What headings have and sentences too: they are told from each other by their length and by these words. */
const SAYS = /未|没有|无|不存在|已经?|均|共|为|将|了|予以|[进开推落]展?行|如有|请/u;
const HEADING_LENGTH = 30;

/** Whether a paragraph is sentences and not a heading, a label or an address. */
function isProse({ text, isLast, number }: Passage): boolean {
  const line = text.trim();
  if (LABELLED.test(line) || LATIN_END.test(line) || CAPTION.test(line)) return false;
  if (NUMBERED.test(line)) return /[。；]/u.test(line) || line.length > HEADING_LENGTH + 15;
  if (/[。；]/u.test(line)) return true;
  const isAlone = isLast && number === 1;
  if (/[，、]/u.test(line)) return line.length > HEADING_LENGTH || (line.length >= 12 && (isAlone || SAYS.test(line)));
  return isAlone && line.length >= 9 && SAYS.test(line);
}

function openEnd(passage: Passage): readonly Failure[] {
  const line = passage.text.trimEnd();
  if (line.endsWith('。')) return [];
  const last: readonly [number, number] = [Math.max(0, line.length - 1), line.length];
  if (BREAKS_OFF.test(line) && !/^\s*[《“]/u.test(line)) {
    return passage.isLast || line.includes('。')
      ? [failureIn('text/no-stop', passage, last, { cause: 'unfinished', given: String(line.at(-1)) })]
      : [];
  }
  if (passage.isLast && /；\s*$/u.test(line)) {
    return [failureIn('text/no-stop', passage, last, { cause: 'semicolon' })];
  }
  if (ENDS_WELL.test(line) || !isProse(passage)) return [];
  return [failureIn('text/no-stop', passage, [Math.max(0, line.length - 8), line.length], { cause: 'without-stop' })];
}

const CHINESE = '[\\p{Script=Han}，。；：、？！“”‘’《》〈〉（）【】]';
/** Spaces between Chinese characters or marks, where nothing is missing. */
const STRAY = new RegExp(
  `(?<=${CHINESE})[ \\u3000\\u00A0]+(?=${CHINESE})(?!(?:[条件篇份次期场个起元]|人次|万元)[，。；、（])`,
  'gu',
);
/** Names one beside the other, and words that are spaced out: no slips. */
const SPACED = /^\s*(?:\S{1,14}[ \u3000]+){2,}\S{1,14}\s*$/u;
const SPACED_OUT = /(?:^|[\s，。；：])(?:[\p{Script=Han}][ \u3000]+){2,}[\p{Script=Han}](?=$|[\s，。；：])/u;
const AFTER_LABEL = /(?:联系人|负责人|签发人|审核人|姓名)[：:]\s*\S[ \u3000]+\S/u;
const HEAD = /^\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]*|第[一二三四五六七八九十]+[章节条部分]*)[ \u3000]+/u;

/** At most one failure a paragraph: spaces come in numbers. Those at its head are its indent. */
function straySpaces(passage: Passage): readonly Failure[] {
  const { text } = passage;
  if (!/[^\s][ \u3000\u00A0]+[^\s]/u.test(text)) return [];
  if (isRow(text) || (SPACED.test(text) && !/[，。；]/u.test(text)) || SPACED_OUT.test(text) || AFTER_LABEL.test(text))
    return [];
  const head = HEAD.exec(text)?.[0].length ?? 0;
  // The spaces of names, which are data, part them.
  const isName = (at: number) => passage.spotOf(at, at + 1).path[0] === 'agency';
  const found = matchesOf(STRAY, text).filter(({ index }) => index >= head && !isName(index));
  const [first] = found;
  if (first === undefined) return [];
  const edits = found.flatMap(({ 0: spaces, index }) => editIn(passage, [index, index + spaces.length], ''));
  const range = [Math.max(0, first.index - 1), first.index + first[0].length + 1] as const;
  return [failureIn('text/stray-space', passage, range, { count: found.length }, fixOf('safe', edits))];
}

/** So many paragraphs of which each goes on with the one before are lines of a page. */
const LINES = 3;

/** From how many paragraphs without an end on a text is one whose lines were cut, as those copied from a PDF are. */
const CUT = 4;

/** The paragraphs of a text that do not end; nothing if its lines are no paragraphs. */
function openEnds(text: readonly Passage[]): readonly Failure[] {
  const failures = text.map(openEnd);
  const open = failures.filter(({ length }) => length > 0).length;
  if (open >= CUT && open * 3 > text.length) return [];
  const torn = new Set(joinedLines(text).flatMap((run) => (run.length >= LINES ? run.slice(0, -1) : [])));
  return failures.flatMap((own, i) => (torn.has(text[i] as Passage) ? [] : own));
}

const SPACE = /[ \u3000\u00A0]/u;

const inBodies = (subject: Subject): readonly Failure[] =>
  passagesWith(subject, SPACE)
    .filter(({ isBody, text }) => isBody && !isTableDebris(text, subject.form))
    .flatMap(straySpaces);

/** Rules on how paragraphs end, and on what stands between their characters. */
export const stopRules: readonly Rule[] = [
  {
    code: 'text/no-stop',
    severity: 'warning',
    formula: '每一段以句末标点结束',
    basis: 'GB/T 15834—2011，4.1',
    hint: '补上句号',
    example: { wrong: '本机关依法公开信息，及时回应关切', right: '本机关依法公开信息，及时回应关切。' },
    check: (subject) =>
      verdicts(
        passagesByText(subject).flatMap((text) =>
          openEnds(text.filter((passage) => passage.isBody && !isTableDebris(passage.text, subject.form))),
        ),
      ),
  },
  {
    code: 'text/stray-space',
    severity: 'warning',
    formula: '汉字之间没有多余的空格',
    basis: 'GB/T 15834—2011，5.1',
    hint: '删去空格；nianbao check --fix 可以代为删去',
    example: { wrong: '本机关依法公 开信息。', right: '本机关依法公开信息。' },
    check: (subject) => verdicts(inBodies(subject)),
  },
];
