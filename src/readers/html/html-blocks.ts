import { SEAL_TEXT } from '../../model/finish.js';
import { coveredTable, MOST_COLUMNS, MOST_ROWS, type RawCell, type RawRow } from '../neutral/covered-table.js';
import { type Element, elementsOf } from '../neutral/markup.js';
import { offTheLine } from '../neutral/raised-digits.js';
import type { SourceBlock } from '../neutral/reading.js';
import type { BoxTable } from './box-tables.js';
import { shownInField } from './form-fields.js';
import {
  type Around,
  addText,
  addWritten,
  endLine,
  flush,
  isFull,
  newWalk,
  type PageContext,
  placeHere,
  tellHidden,
  type Walk,
} from './grow-paragraphs.js';
import { BLOCKS, isEmbedded, isStruck, SILENT, shownText } from './html-elements.js';
import { emptyCell, nextOf, type PlacedCell, rowsOf } from './html-rows.js';
import { inside } from './inside-element.js';
import { isStacked, mathText } from './math-text.js';
import { type Showing, type Sight, showingOf } from './sight.js';
import { isCommentMark, noteIdOf, wordPartOf } from './word-notes.js';

/** The selector of an element: a path from the body, or from the nearest element with an id. */
function placeIn(element: Element, at: string, counts: Map<string, number>): string {
  const { name, attributes } = element;
  const own = nextOf(name, counts);
  if (attributes.id && /^[\w-]+$/.test(attributes.id)) return `${name}#${attributes.id}`;
  if (name === 'html' || name === 'body') return name;
  return at === '' ? own : `${at} > ${own}`;
}

const showing = (element: Element, { styles }: PageContext, above: Sight): Showing =>
  showingOf(element, styles.of(element), above);

/** Tells where a page becomes longer than any report, once. */
function tellBeyond(child: Element | string, walk: Walk, around: Around): void {
  const { context, count } = walk;
  if (count.isTold) return;
  const text = (typeof child === 'string' ? child : shownText(child)).trim();
  if (text === '') return;
  count.isTold = true;
  context.beyond(text, placeHere(walk, around.element, around));
}

/** Whether a child of an element that may be folded up is folded away. */
const isFolded = ({ name, attributes }: Element, child: Element | string): boolean =>
  name === 'details' && !Object.hasOwn(attributes, 'open') && (typeof child === 'string' || child.name !== 'summary');

function walkChildren(element: Element, walk: Walk, around: Around): void {
  // Most elements hold nothing but text.
  let counts: Map<string, number> | undefined;
  const { styles } = walk.context;
  addText(styles.written(element, 'before'), walk, around);
  for (const child of element.children) {
    if (isFull(walk)) tellBeyond(child, walk, around);
    else if (isFolded(element, child)) {
      const at = () => placeHere(walk, around.element, around);
      tellHidden(typeof child === 'string' ? child : shownText(child), around.element, at, walk.context);
    } else if (typeof child === 'string') addWritten(child, walk, around);
    else {
      counts ??= new Map();
      walkElement(child, walk, around, placeIn(child, around.element, counts));
    }
  }
  addText(styles.written(element, 'after'), walk, around);
}

function tellStruck(element: Element, at: string, walk: Walk, around: Around): void {
  const text = shownText(element).trim();
  if (text !== '') walk.context.struck(text, placeHere(walk, at, around), at);
}

/** What stands above or below the line is no part of the number before it. */
function walkOffTheLine(element: Element, walk: Walk, around: Around): void {
  const before = walk.text;
  walkChildren(element, walk, around);
  // A line that ends within begins anew.
  if (!walk.text.startsWith(before)) return;
  const inside = walk.text.slice(before.length);
  walk.text = `${before}${offTheLine(inside, element.name === 'sup' ? 'above' : 'below')}`;
}

/** What Word keeps beside the text is told; a note stands where it is referred to. False for anything else. */
function walkWordPart(element: Element, walk: Walk, around: Around, at: string): boolean {
  const { context } = walk;
  const note = context.notes.at(noteIdOf(element));
  if (note !== undefined) addText(`（注：${note}）`, walk, around);
  if (note !== undefined || isCommentMark(element)) return true;
  const part = wordPartOf(element);
  if (part === undefined) return false;
  if (part === 'notes') return context.notes.areRead(element);
  const text = shownText(element).trim();
  if (text !== '') context.beside(part, text, placeHere(walk, at, around), at);
  return true;
}

function walkMath(element: Element, walk: Walk, around: Around, at: string): void {
  const text = mathText(element);
  addText(text, walk, around);
  if (isStacked(element)) walk.context.formula(text, placeHere(walk, at, around), at);
}

function walkElement(element: Element, walk: Walk, around: Around, at: string): void {
  const { name } = element;
  if (walkWordPart(element, walk, around, at)) return;
  if (isEmbedded(element) && typeof showing(element, walk.context, around.sight) === 'object') walk.context.embedded();
  const field = around.cell === undefined ? undefined : shownInField(element);
  if (SILENT.has(name) && field === undefined) return;
  const styles = walk.context.styles.of(element);
  const sight = showingOf(element, styles, around.sight);
  const table = typeof sight === 'object' ? tableIn(element, walk.context) : undefined;
  if (sight === 'absent' || sight === 'blank')
    tellHidden(shownText(element), at, () => placeHere(walk, at, around), walk.context);
  else if (isStruck(name, styles)) tellStruck(element, at, walk, around);
  else if (field !== undefined) addText(field, walk, around);
  else if (name === 'math') walkMath(element, walk, around, at);
  else if (name === 'br') endLine(walk, around);
  else if (name === 'sup' || name === 'sub') walkOffTheLine(element, walk, inside(element, around, at, sight, styles));
  else if (name === 'img') {
    // A seal says what it is, and holds nothing that is read.
    if (element.attributes.alt !== SEAL_TEXT) walk.context.picture();
  } else if (table !== undefined) {
    const isFrame = walk.context.frames.has(element);
    walkTable(table, isFrame, walk, inside(element, around, at, sight, styles), around);
  } else if (BLOCKS.has(name)) {
    const here = inside(element, around, at, sight, styles);
    flush(walk, around);
    if (name === 'li') walk.text += around.next?.(element) ?? '';
    walkChildren(element, walk, here);
    flush(walk, here);
  } else walkChildren(element, walk, { ...inside(element, around, at, sight, styles), element: around.element });
}

function cellOf(cell: Element, around: Around, outer: Walk): RawCell {
  const walk = newWalk(outer.context, outer);
  walkChildren(cell, walk, around.level === undefined ? around : { ...around, level: undefined });
  flush(walk, around);
  return { ...emptyCell(cell), blocks: walk.blocks, element: around.element };
}

/** @param at the row in words; in a frame undefined, because its paragraphs are counted with the others */
function rowOf(cells: readonly PlacedCell[], around: Around, walk: Walk, at: string | undefined): RawRow {
  const { places } = walk.context;
  if (cells.length > MOST_COLUMNS) walk.context.wide(cells.length, at ?? places.between(around.element));
  walk.count.pieces += cells.length;
  return {
    cells: cells.slice(0, MOST_COLUMNS).flatMap(({ cell, element: own }, c): readonly RawCell[] => {
      const element = `${around.element} > ${own}`;
      const place = at && `${at}第${c + 1}格`;
      const sight = showing(cell, walk.context, around.sight);
      if (typeof sight === 'object') return [cellOf(cell, { ...around, element, cell: place, sight }, walk)];
      tellHidden(shownText(cell), element, () => place ?? places.between(element), walk.context);
      return sight === 'blank' ? [emptyCell(cell)] : [];
    }),
  };
}

/** What stands in a table and in no cell shows before it. */
function walkBeside(beside: readonly Element[], walk: Walk, here: Around, around: Around): void {
  flush(walk, around);
  for (const child of beside) walkElement(child, walk, here, here.element);
  flush(walk, here);
}

/** The rows of an element as a table, and what stands beside them; undefined if it is none. */
function tableIn(element: Element, { boxTable }: PageContext): BoxTable | undefined {
  if (element.name !== 'table') return boxTable(element);
  const beside = elementsOf(element).filter(({ name }) => ['caption', 'p', 'div', 'span'].includes(name));
  return { rows: rowsOf(element), beside };
}

/** @param shown rows above it that are seen */
function hiddenRowPlace(at: string | undefined, shown: number, element: string, { places }: PageContext): string {
  if (at === undefined) return places.between(element);
  return shown === 0 ? `${at}，第1行前` : `${at}，第${shown}行后`;
}

function rawRows({ rows: all }: BoxTable, walk: Walk, here: Around, at: string | undefined): readonly RawRow[] {
  const { context } = walk;
  if (all.length > MOST_ROWS) context.long(all.length, at ?? context.places.between(here.element));
  const rows: RawRow[] = [];
  for (const { row, parts, element: own, cells } of all.slice(0, MOST_ROWS)) {
    const element = `${here.element} > ${own}`;
    const sight = [...parts, row].reduce<Showing>(
      (above, one) => (typeof above === 'object' ? showing(one, context, above) : above),
      here.sight,
    );
    const place = at && `${at}，第${rows.length + 1}行`;
    if (typeof sight === 'object') rows.push(rowOf(cells, { ...here, element, sight }, walk, place));
    else tellHidden(shownText(row), element, () => hiddenRowPlace(at, rows.length, element, context), context);
  }
  return rows;
}

function walkTable(table: BoxTable, isFrame: boolean, walk: Walk, here: Around, around: Around): void {
  const { places } = walk.context;
  walkBeside(table.beside, walk, here, around);
  const at = places.table(isFrame, here.element);
  const rows = rawRows(table, walk, here, isFrame ? undefined : at);
  const covered = coveredTable(rows, { at, element: here.element, ...(here.isAside && { isAside: true }) });
  if (covered === undefined) return;
  places.keep(covered);
  walk.blocks.push(covered);
}

/**
 * The paragraphs and tables of a page as it shows, and the outermost list around each paragraph that stands in one.
 *
 * @param ground the colour of the page itself, if it is known
 */
export function htmlBlocks(
  root: Element,
  context: PageContext,
  ground: string | undefined,
): { readonly blocks: readonly SourceBlock[]; readonly lists: ReadonlyMap<SourceBlock, string> } {
  const walk = newWalk(context);
  const sight: Sight = { isInvisible: false, isTiny: false, ink: undefined, ground };
  const around: Around = {
    element: '',
    cell: undefined,
    sight,
    isAside: false,
    isLink: false,
    list: undefined,
    isInward: false,
    isPre: false,
  };
  walkChildren(root, walk, around);
  flush(walk, around);
  return { blocks: walk.blocks, lists: walk.lists };
}
