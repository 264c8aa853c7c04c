import type { Diagnostic } from '../../diagnostics/diagnostic.js';

import { excerpt, loss } from '../neutral/loss.js';
import type { DrawnPage } from './drawn-page.js';
import { radicalsIn } from './drawn-radicals.js';
import { illegible, scanned } from './pdf-faults.js';

/** Characters that stand for no character: private ones, and those that a font without an encoding is given. */
const NAMELESS = /^[\p{Co}\p{Cc}\p{Cn}\uFFFD]/u;

/** Letters of Western Europe among Chinese ones: programs that rewrite files lose the encoding of fonts in this way. */
const FOREIGN = /^[\u00a1-\u00b6\u00b8-\u00d6\u00d8-\u00f6\u00f8-\u024f]$/u;

/** So many of them are no names of foreign places. */
const MOST_FOREIGN = 8;

const inkedOn = ({ glyphs }: DrawnPage) => glyphs.filter(({ text }) => text.trim() !== '');

/**
 * Makes sure that there is something to read.
 *
 * @throws ReportError `read/unsupported` if no page has text, or only text without an encoding
 */
export function requireText(pages: readonly DrawnPage[], file: string): void {
  const inked = pages.flatMap(inkedOn);
  if (inked.length === 0) throw scanned(file);
  const nameless = inked.filter(({ text }) => NAMELESS.test(text));
  if (nameless.length > 0.2 * inked.length)
    throw illegible(file, `${inked.length} 个字里有 ${nameless.length} 个没有编码`);
}

/** Browsers leave so many marks of the line that ends the page before. */
const FEW_MARKS = 8;

/** What is on a page and was not read, or may be wrong. `left` is the text that tags leave out. */
export function pageLosses(page: DrawnPage, left: string, file: string): readonly Diagnostic[] {
  const at = `第${page.number}页`;
  const where = { file, at };
  const told: Diagnostic[] = [];
  if (inkedOn(page).length === 0) told.push(loss('unplaced', { cause: 'page-without-text', at }, where));
  if (page.unseen > 20 && page.unseen > 0.5 * page.glyphs.length)
    told.push(loss('doubtful', { cause: 'recognised', at }, where));
  if (left !== '') told.push(loss('unplaced', { cause: 'untagged', text: excerpt(left) }, where));
  if (page.switchedOff.trim() !== '')
    told.push(loss('left-out', { cause: 'hidden-layer', text: excerpt(page.switchedOff) }, where));
  if (page.beside.trim() !== '')
    told.push(loss('unplaced', { cause: 'beside-page', text: excerpt(page.beside) }, where));
  if (page.over.trim().length > FEW_MARKS)
    told.push(loss('left-out', { cause: 'beyond-page', text: excerpt(page.over) }, where));
  return told;
}

/** Pages that are read in parts: which text follows which at the foot of a column is a guess. @param numbers of all parts, in order */
export function columnLosses(numbers: readonly number[], file: string): readonly Diagnostic[] {
  const parted = [...new Set(numbers.filter((number, i) => numbers.indexOf(number) !== i))];
  return parted.map((number) => {
    const at = `第${number}页`;
    return loss('doubtful', { cause: 'columns-of-page', at }, { file, at });
  });
}

function strangeLetters(pages: readonly DrawnPage[], file: string): readonly Diagnostic[] {
  const letters = pages.flatMap(({ glyphs }) => glyphs.map(({ text }) => text));
  const strange = letters.filter((text) => FOREIGN.test(text) || NAMELESS.test(text));
  if (strange.length <= MOST_FOREIGN) return [];
  return [loss('doubtful', { cause: 'strange-letters', text: excerpt([...new Set(strange)].join(' ')) }, { file })];
}

function radicals(pages: readonly DrawnPage[], file: string): readonly Diagnostic[] {
  const found = radicalsIn(pages.flatMap(({ glyphs }) => glyphs.map(({ text }) => text)).join(''));
  if (found.length === 0) return [];
  return [loss('interpreted', { cause: 'radicals', all: found }, { file })];
}

/** No mark across a page is longer. */
const LONGEST_MARK = 60;

/** Text in another direction than most of its page: a mark across the page, or, if there is much of it, a table that lies sideways. */
function tellAslant(text: string, file: string): Diagnostic {
  return text.length > LONGEST_MARK
    ? loss('unplaced', { cause: 'turned', text: excerpt(text) }, { file })
    : loss('left-out', { cause: 'slanted', text: excerpt(text) }, { file });
}

/** What is told about the file as a whole; `running` are the texts that stand at the head or foot of its pages. */
export function fileLosses(
  pages: readonly DrawnPage[],
  running: readonly string[],
  file: string,
): readonly Diagnostic[] {
  const aslant = new Set(pages.map(({ aslant: text }) => text.trim()).filter((text) => text !== ''));
  return [
    ...strangeLetters(pages, file),
    ...radicals(pages, file),
    ...running.map((text) => loss('left-out', { cause: 'running-text', text: excerpt(text) }, { file })),
    ...[...aslant].map((text) => tellAslant(text, file)),
  ];
}
