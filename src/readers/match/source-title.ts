import { spaceless } from '../../characters/spaceless.js';
import type { Form } from '../../form/form.js';
import { greatest } from '../../limits/extremes.js';
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

/** A longer line is a sentence. */
const LONGEST = 60;
const SENTENCE = /[。；;！!]|^[（(]|^(?:根据|按照|依据|现将)(?!.*报告$)|本报告|[：:]$|[>»›]/u;

/** The words that titles of this form end in: its name, and shorter ones that offices use. */
function isKind(text: string, { name }: Form): boolean {
  const letters = lettersOf(text);
  const short = lettersOf(name).replace('工作', '');
  return letters.includes(lettersOf(name)) || letters.includes(short) || /(?:年度?报告?|年报)$/u.test(letters);
}

const isLine = (block: SourceBlock | undefined): block is SourceParagraph =>
  block?.kind === 'paragraph' && [...spaceless(block.text)].length <= LONGEST && !SENTENCE.test(spaceless(block.text));

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

/** Lines above a title that belong to it: those of its own paragraph, and the agency unless the title names one itself. */
function linesAbove(blocks: readonly SourceBlock[], at: number): number {
  const { text } = blocks[at] as SourceParagraph;
  let from = at;
  while (isLine(blocks[from - 1]) && sourceOf(blocks[from - 1]) === sourceOf(blocks[at])) from--;
  const above = blocks[from - 1];
  const { agency = '' } = partsOfTitle(blocks.slice(from, at).map(lineText).join('') + spaceless(text));
  const isPart =
    isLine(above) && !isDated(above.text) && (agency === '' || (isOffice(above.text) && !isOffice(agency)));
  return isPart ? from - 1 : from;
}

const lineText = (block: SourceBlock): string => (block.kind === 'paragraph' ? spaceless(block.text) : '');

/** The agency in the lines of a title: the first lines that together end as the name of one does, or what stands before the year. */
function agencyIn(lines: readonly string[], before: string | undefined): string | undefined {
  const starts = lines.slice(0, -1).map((_, i) => lines.slice(0, i + 1).join(''));
  return starts.find((start) => isOffice(start) && before?.startsWith(start)) ?? before;
}

const isDated = (text: string): boolean => /\d{1,2}[:：]\d{2}|[：:|｜]/u.test(text);

/** Lines below a title that belong to it: the rest of the form's name. */
function linesBelow(blocks: readonly SourceBlock[], at: number, form: Form): number {
  const text = spaceless((blocks[at] as SourceParagraph).text);
  const below = blocks[at + 1];
  const ends = /(?:报告|年报)(?:[（(].{1,10}[)）])?$/u.test(text);
  return !ends && isLine(below) && isKind(`${text}${spaceless(below.text)}`, form) && /报告|年报/u.test(below.text)
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
  const weights = blocks.map((block) => (isLine(block) ? weight(block, form) : 0));
  const most = greatest(weights, 0);
  const at = most <= 0 ? -1 : weights.lastIndexOf(most);
  if (at < 0) return undefined;
  const from = linesAbove(blocks, at);
  const to = linesBelow(blocks, at, form);
  const lines = blocks.slice(from, to).map(lineText);
  const { agency, year } = partsOfTitle(lines.join(''));
  return { lines, agency: agencyIn(lines, agency), year, from, to };
}
