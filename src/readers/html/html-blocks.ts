import { coveredTable, MOST_COLUMNS, MOST_ROWS, type RawCell, type RawRow } from '../neutral/covered-table.js';
import { type Element, elementsOf } from '../neutral/markup.js';
import type { SourceBlock, SourceParagraph } from '../neutral/reading.js';
import { MOST_PIECES } from '../neutral/within-bounds.js';
import { isFurniture, isHiddenElement, keepsItsPlace } from './aside.js';
import { BLOCKS, isListing, keepsLines, SILENT, shownText } from './html-elements.js';
import { emptyCell, rowsOf } from './html-rows.js';
import { listNumbers } from './list-numbers.js';

/** What is known while a page is walked. */
export interface PageContext {
  readonly hidden: (text: string, at: string) => void;
  readonly picture: (at: string) => void;
  /** Takes note of a table that is read only in part. */
  readonly long: (rows: number, at: string) => void;
  /** Takes note of a row that is read only in part. */
  readonly wide: (cells: number, at: string) => void;
  /** Takes note of the end of what is read, if more follows. */
  readonly beyond: (text: string, at: string) => void;
}

/** What has been read so far: a page that is longer than any report is not walked to its end. */
interface Count {
  pieces: number;
  isTold: boolean;
}

const isFull = ({ pieces }: Count): boolean => pieces >= MOST_PIECES;

/** Where the walk is: what the paragraph that is growing has so far, and what applies to it. */
interface Walk {
  readonly context: PageContext;
  readonly count: Count;
  readonly blocks: SourceBlock[];
  /** Line breaks in cells stay in the paragraph; elsewhere they end it. */
  readonly isCell: boolean;
  text: string;
  /** Text of it that is in no link. */
  free: string;
  /** Text of it that is in no such link as leads about on the page. */
  outward: string;
}

/** What applies to an element from those around it. */
interface Around {
  readonly at: string;
  readonly isAside: boolean;
  readonly isLink: boolean;
  /** In a list, where links to places of the same page are a table of contents. */
  readonly isList: boolean;
  /** In an entry of a table of contents, or in a link that only leads about. */
  readonly isInward: boolean;
  /** Lines end where the source has them end. */
  readonly isPre: boolean;
  readonly level?: number | undefined;
  readonly align?: 'center' | 'right' | undefined;
  readonly next?: (() => string) | undefined;
}

const tidy = (text: string): string =>
  text
    .replace(/[ \t\r\f\u00a0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();

/** Ends the paragraph that is growing. */
function flush(walk: Walk, { at, isAside, level, align }: Around): void {
  const text = tidy(walk.text);
  const isAllLinks = walk.free.trim() === '';
  // A table of contents says again what stands where it leads to. Cells and headings are none, whatever they lead to.
  const isContents = !walk.isCell && level === undefined && walk.outward.trim() === '';
  walk.text = '';
  walk.free = '';
  walk.outward = '';
  if (text === '' || isContents) return;
  const paragraph: SourceParagraph = {
    kind: 'paragraph',
    text,
    at,
    ...(level !== undefined && { level }),
    ...(align !== undefined && { align }),
    ...((isAside || isAllLinks) && { isAside: true }),
  };
  walk.count.pieces += 1;
  walk.blocks.push(paragraph);
}

function alignOf({ name, attributes: { align = '', style = '' } }: Element, above: Around['align']): Around['align'] {
  const says = /text-align:\s*([a-z]+)/i.exec(style)?.[1] ?? align;
  if (name === 'center' || /^center$/i.test(says) || (name === 'caption' && says === '')) return 'center';
  if (/^(?:right|end)$/i.test(says)) return 'right';
  return says === '' ? above : undefined;
}

/** Where an element is: a path of selectors from the body, or from the nearest element with an id. */
function placeIn(element: Element, at: string, counts: Map<string, number>): string {
  const { name, attributes } = element;
  const count = (counts.get(name) ?? 0) + 1;
  counts.set(name, count);
  if (attributes.id && /^[\w-]+$/.test(attributes.id)) return `${name}#${attributes.id}`;
  if (name === 'html' || name === 'body') return name;
  return `${at === '' ? '' : `${at} > `}${name}${count > 1 ? `:nth-of-type(${count})` : ''}`;
}

/** What a link says that only leads about on the page. */
const LEADS = /^(?:跳[到至过]|返回|回到)\S{0,6}$/u;

function inside(element: Element, around: Around, at: string): Around {
  const { name } = element;
  const isLink = name === 'a' && Object.hasOwn(element.attributes, 'href');
  const isToPlace = isLink && /^#./.test(element.attributes.href ?? '');
  const level = /^h([1-6])$/.exec(name)?.[1];
  return {
    at,
    isAside: around.isAside || isFurniture(element),
    // A heading that leads to a place of the page is one all the same.
    isLink: around.isLink || (isLink && !(isToPlace && around.level !== undefined)),
    isList: around.isList || isListing(element),
    isPre: keepsLines(element, around.isPre),
    isInward: around.isInward || (isToPlace && (around.isList || LEADS.test(shownText(element).trim()))),
    level: level === undefined ? around.level : Number(level),
    align: alignOf(element, around.align),
    next: name === 'ol' || name === 'ul' ? listNumbers(element) : around.next,
  };
}

/** Adds a text whose lines end where the source has them end. */
function addLines(text: string, walk: Walk, around: Around): void {
  for (const [i, line] of text.split(/\r?\n/u).entries()) {
    if (i > 0) endLine(walk, around);
    addText(line, walk, around);
  }
}

function addText(text: string, walk: Walk, { isLink, isInward }: Around): void {
  const flat = text.replace(/\s+/g, (space) => (space.includes('\u3000') ? space : ' '));
  walk.text += flat;
  if (!isLink) walk.free += flat;
  if (!isInward) walk.outward += flat;
}

/** Tells where a page becomes longer than any report, once. */
function tellBeyond(child: Element | string, { context, count }: Walk, { at }: Around): void {
  const text = (typeof child === 'string' ? child : shownText(child)).trim();
  if (count.isTold || text === '') return;
  count.isTold = true;
  context.beyond(text, at);
}

function walkChildren(element: Element, walk: Walk, around: Around): void {
  const counts = new Map<string, number>();
  for (const child of element.children) {
    if (isFull(walk.count)) tellBeyond(child, walk, around);
    else if (typeof child === 'string') (around.isPre ? addLines : addText)(child, walk, around);
    else walkElement(child, walk, around, placeIn(child, around.at, counts));
  }
}

function tellHidden(element: Element, at: string, context: PageContext): void {
  const text = shownText(element).trim();
  if (text !== '') context.hidden(text, at);
}

function walkElement(element: Element, walk: Walk, around: Around, at: string): void {
  const { name } = element;
  if (SILENT.has(name)) return;
  if (isHiddenElement(element)) tellHidden(element, at, walk.context);
  else if (name === 'br') endLine(walk, around);
  else if (name === 'img') {
    // A seal says what it is, and holds nothing that is read.
    if (element.attributes.alt !== '印章') walk.context.picture(at);
  } else if (name === 'table') walkTable(element, walk, inside(element, around, at), around);
  else if (BLOCKS.has(name)) {
    const here = inside(element, around, at);
    flush(walk, around);
    if (name === 'li') walk.text += around.next?.() ?? '';
    walkChildren(element, walk, here);
    flush(walk, here);
  } else walkChildren(element, walk, { ...inside(element, around, at), at: around.at });
}

function endLine(walk: Walk, around: Around): void {
  if (walk.isCell) {
    walk.count.pieces += 1;
    walk.text += '\n';
  } else flush(walk, around);
}

function cellOf(cell: Element, around: Around, { context, count }: Walk): RawCell {
  const walk: Walk = { context, count, blocks: [], isCell: true, text: '', free: '', outward: '' };
  // A cell tells its own place by row and column; what is laid out inside it, by its element.
  walkChildren(cell, walk, { ...around, level: undefined });
  flush(walk, around);
  return {
    ...emptyCell(cell),
    blocks: walk.blocks,
  };
}

function rowOf(row: Element, around: Around, walk: Walk): RawRow {
  const cells = elementsOf(row).filter(({ name }) => name === 'td' || name === 'th');
  if (cells.length > MOST_COLUMNS) walk.context.wide(cells.length, around.at);
  walk.count.pieces += cells.length;
  return {
    cells: cells.slice(0, MOST_COLUMNS).flatMap((cell, c): readonly RawCell[] => {
      const at = `${around.at} > td:nth-of-type(${c + 1})`;
      if (!isHiddenElement(cell)) return [cellOf(cell, { ...around, at }, walk)];
      tellHidden(cell, at, walk.context);
      return keepsItsPlace(cell) ? [emptyCell(cell)] : [];
    }),
  };
}

function walkTable(table: Element, walk: Walk, here: Around, around: Around): void {
  flush(walk, around);
  // What stands in a table and in no cell shows before it.
  for (const child of elementsOf(table)) {
    if (['caption', 'p', 'div', 'span'].includes(child.name)) walkElement(child, walk, here, here.at);
  }
  flush(walk, here);
  const all = rowsOf(table);
  if (all.length > MOST_ROWS) walk.context.long(all.length, here.at);
  const rows = all.slice(0, MOST_ROWS).flatMap((row, r): readonly RawRow[] => {
    const at = `${here.at} > tr:nth-of-type(${r + 1})`;
    if (!isHiddenElement(row)) return [rowOf(row, { ...here, at }, walk)];
    tellHidden(row, at, walk.context);
    return [];
  });
  const covered = coveredTable(rows, { at: here.at, ...(here.isAside && { isAside: true }) });
  if (covered) walk.blocks.push(covered);
}

/** The paragraphs and tables of a page as it shows. */
export function htmlBlocks(root: Element, context: PageContext): readonly SourceBlock[] {
  const walk: Walk = {
    context,
    count: { pieces: 0, isTold: false },
    blocks: [],
    isCell: false,
    text: '',
    free: '',
    outward: '',
  };
  const around: Around = { at: '', isAside: false, isLink: false, isList: false, isInward: false, isPre: false };
  walkChildren(root, walk, around);
  flush(walk, around);
  return walk.blocks;
}
