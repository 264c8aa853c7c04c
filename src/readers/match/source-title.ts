import { spaceless } from '../../characters/spaceless.js';
import type { Form } from '../../form/form.js';
import { greatest } from '../../limits/extremes.js';
import { hasAtMost } from '../../limits/text-length.js';
import type { SourceBlock, SourceParagraph } from '../neutral/reading.js';
import { lettersOf } from './label-words.js';
import { isOffice } from './office-names.js';
import { yearsIn } from './source-day.js';

/** The title of a report as it stands in the source. */
export interface FoundTitle {
  /** Its lines, spaces apart. */
  readonly lines: readonly string[];
  readonly agency: string | undefined;
  readonly year: number | undefined;
  /** The blocks that it stands in, first and one after the last. */
  readonly from: number;
  readonly to: number;
}

/** A longer line is a sentence, unless it is a title in one: agencies of zones have names of sixty characters. */
const LONGEST = 60;
const LONGEST_TITLE = 160;
const SENTENCE = /[。；;！!]|^[（(]|^(?:根据|按照|依据|现将)(?!.*报告$)|本报告|[：:]$|[>»›]/u;

/** The words that titles of this form end in: its name, and shorter ones that offices use. */
function isKind(text: string, { name }: Form): boolean {
  const letters = lettersOf(text);
  const short = lettersOf(name).replace('工作', '');
  return letters.includes(lettersOf(name)) || letters.includes(short) || /(?:年度?报告?|年报)$/u.test(letters);
}

/** Whether a text is a title from the agency to the form's name. */
const isWholeTitle = (text: string, { name }: Form): boolean =>
  yearsIn(text).length > 0 && lettersOf(text).endsWith(lettersOf(name));

function isLine(block: SourceBlock | undefined, form: Form): block is SourceParagraph {
  if (block?.kind !== 'paragraph') return false;
  const text = spaceless(block.text);
  if (!hasAtMost(text, LONGEST_TITLE) || SENTENCE.test(text)) return false;
  return hasAtMost(text, LONGEST) || isWholeTitle(text, form);
}

/** How many more brackets a text opens than it closes. */
const openBrackets = (text: string): number => text.split('（').length - text.split('）').length;

/** A line that ends within brackets, which SENTENCE would take for a remark. */
const isWithinBrackets = (block: SourceBlock | undefined): block is SourceParagraph =>
  block?.kind === 'paragraph' && hasAtMost(block.text, LONGEST) && openBrackets(block.text) > 0;

/** A title in simple forms, character for character with that in which years are found, but with its brackets as the agency writes them. */
const simplified = (title: string): string => spaceless(title.replace(/[^（）]+/gu, (text) => text.normalize('NFKC')));

/** Agency and year from a title: what stands before the year, and the year. */
export function partsOfTitle(title: string): {
  readonly agency: string | undefined;
  readonly year: number | undefined;
} {
  const [found] = yearsIn(title);
  if (found === undefined) {
    const agency = title.replace(/(?:关于)?(?:政府信息公开|信息公开|年度).*$/u, '');
    return { agency: agency === '' || agency === title ? undefined : agency, year: undefined };
  }
  const agency = simplified(title)
    .slice(0, found.index)
    .replace(/(?:关于)$/u, '')
    .replace(/[(（【［[]$/u, '');
  return { agency: agency === '' ? undefined : agency, year: found.year };
}

/** What a line stands in: lines of one element of a page are counted as paragraphs each. */
const sourceOf = (block: SourceBlock | undefined): string | undefined => block?.element ?? block?.at;

const lineText = (block: SourceBlock): string => (block.kind === 'paragraph' ? spaceless(block.text) : '');

/** Whether a line is of the same title as the one below: of the same paragraph, or the beginning of what closes its brackets. */
function goesOn(above: SourceBlock | undefined, at: SourceBlock, title: string, form: Form): boolean {
  if (!isLine(above, form) && !isWithinBrackets(above)) return false;
  return sourceOf(above) === sourceOf(at) || openBrackets(title) < 0;
}

/** What says whose it is only with the line above. */
const BARE = /^(?:人民政府(?:办公室)?|(?:管理)?委员会(?:办公室)?|管委会|办公室|(?:街道)?办事处)$/u;
const PLACE = /[省州市县区盟旗镇乡]$/u;

/** Whether the line above a title is its agency, or the beginning of the agency's name. */
function hasAgency(above: SourceBlock | undefined, title: string, form: Form): boolean {
  if (!isLine(above, form) || isDated(above.text)) return false;
  const [text, { agency = '' }] = [spaceless(above.text), partsOfTitle(title)];
  if (agency === '' || BARE.test(agency)) return true;
  if (PLACE.test(text)) return above.align === 'center' && !agency.startsWith(text);
  return isOffice(text) && !isOffice(agency);
}

/** Where a title begins: above it stand lines of its own paragraph, and the agency unless the title names one itself. */
function firstLine(blocks: readonly SourceBlock[], at: number, form: Form): number {
  let from = at;
  for (; from > 0; from--) {
    const title = blocks.slice(from, at + 1).map(lineText);
    const [above, text] = [blocks[from - 1], title.join('')];
    if (!goesOn(above, blocks[at] as SourceBlock, text, form) && !hasAgency(above, text, form)) break;
  }
  return from;
}

/** The agency in the lines of a title: what stands before the year, or the first lines that together end as the name of one does. */
function agencyIn(lines: readonly string[], before: string | undefined): string | undefined {
  if (before === undefined || isOffice(before)) return before;
  const starts = lines.slice(0, -1).map((_, i) => lines.slice(0, i + 1).join(''));
  return starts.find((start) => isOffice(start) && before.startsWith(start)) ?? before;
}

const isDated = (text: string): boolean => /\d{1,2}[:：]\d{2}|[：:|｜]/u.test(text);

/** Lines below a title that belong to it: the rest of the form's name. */
function linesBelow(blocks: readonly SourceBlock[], at: number, form: Form): number {
  const text = spaceless((blocks[at] as SourceParagraph).text);
  const below = blocks[at + 1];
  const ends = /(?:报告|年报)(?:[（(].{1,10}[)）])?$/u.test(text);
  return !ends &&
    isLine(below, form) &&
    isKind(`${text}${spaceless(below.text)}`, form) &&
    /报告|年报/u.test(below.text)
    ? at + 2
    : at + 1;
}

const NUMBERED = /^[一二三四五六七八九十]+、/u;

/** How surely a line is the title: it names form and year, it is set as a heading or in the middle, it is not furniture. */
function weight(block: SourceParagraph, form: Form): number {
  const text = spaceless(block.text);
  const isWhole =
    isKind(text, form) ||
    (yearsIn(text).length > 0 && lettersOf(form.name).startsWith(lettersOf(text.replace(/^.*年度?/u, '')).slice(0, 4)));
  if (!isWhole || NUMBERED.test(text)) return 0;
  return (
    (lettersOf(text).includes(lettersOf(form.name)) ? 2 : 1) +
    (yearsIn(text).length > 0 ? 2 : 0) +
    (block.level !== undefined ? 1 : 0) +
    (block.align === 'center' ? 1 : 0) -
    (block.isAside || block.isLinked ? 3 : 0)
  );
}

/** The title among the blocks before the first section: the likeliest line, the last of those that are equally likely. */
export function titleIn(blocks: readonly SourceBlock[], form: Form): FoundTitle | undefined {
  const weights = blocks.map((block) => (isLine(block, form) ? weight(block, form) : 0));
  const most = greatest(weights, 0);
  const at = most <= 0 ? -1 : weights.lastIndexOf(most);
  if (at < 0) return undefined;
  const from = firstLine(blocks, at, form);
  const to = linesBelow(blocks, at, form);
  const lines = blocks.slice(from, to).map(lineText);
  const { agency, year } = partsOfTitle(lines.join(''));
  return { lines, agency: agencyIn(lines, agency), year, from, to };
}
