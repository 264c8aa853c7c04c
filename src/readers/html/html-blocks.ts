import { SEAL_TEXT } from '../../model/finish.js';
import { coveredTable, MOST_COLUMNS, MOST_ROWS, type RawCell, type RawRow } from '../neutral/covered-table.js';
import { type Element, elementsOf } from '../neutral/markup.js';
import type { SourceBlock } from '../neutral/reading.js';
import { isFurniture } from './aside.js';
import {
  type Around,
  addText,
  addWritten,
  endLine,
  flush,
  isFull,
  leadsAbout,
  newWalk,
  type PageContext,
  tellHidden,
  type Walk,
} from './grow-paragraphs.js';
import { BLOCKS, SILENT, shownText } from './html-elements.js';
import { emptyCell, rowsOf } from './html-rows.js';
import { listNumbers } from './list-numbers.js';
import { type Showing, type Sight, type Styles, showingOf } from './sight.js';

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

/** The list that an element begins: by what it is, or as the entries in the pages that Word writes. */
function listAt({ name, attributes }: Element, at: string): string | undefined {
  if (/^MsoToc/i.test(attributes.class ?? '')) return 'MsoToc';
  return name === 'nav' || name === 'ul' || name === 'ol' ? at : undefined;
}

const showing = (element: Element, { styles }: PageContext, above: Sight): Showing =>
  showingOf(element, styles.of(element), above);

/** Whether line ends of the source show in an element. */
function keepsLines(name: string, styles: Styles, above: boolean): boolean {
  const says = styles.get('white-space');
  return says === undefined ? above || name === 'pre' : /^(?:pre|break)/.test(says);
}

function inside(element: Element, around: Around, at: string, sight: Sight, styles: Styles): Around {
  const { name } = element;
  const isLink = name === 'a' && Object.hasOwn(element.attributes, 'href');
  const isToPlace = isLink && /^#./.test(element.attributes.href ?? '');
  const level = /^h([1-6])$/.exec(name)?.[1];
  return {
    at,
    sight,
    isAside: around.isAside || isFurniture(element),
    // A heading that leads to a place of the page is one all the same.
    isLink: around.isLink || (isLink && !(isToPlace && around.level !== undefined)),
    list: around.list ?? listAt(element, at),
    isPre: keepsLines(name, styles, around.isPre),
    isInward: around.isInward || (isLink && leadsAbout(element)),
    level: level === undefined ? around.level : Number(level),
    align: alignOf(element, around.align),
    next: name === 'ol' || name === 'ul' ? listNumbers(element) : around.next,
  };
}

/** Tells where a page becomes longer than any report, once. */
function tellBeyond(child: Element | string, { context, count }: Walk, { at }: Around): void {
  const text = (typeof child === 'string' ? child : shownText(child)).trim();
  if (count.isTold || text === '') return;
  count.isTold = true;
  context.beyond(text, at);
}

/** Whether a child of an element that may be folded up is folded away. */
const isFolded = ({ name, attributes }: Element, child: Element | string): boolean =>
  name === 'details' && !Object.hasOwn(attributes, 'open') && (typeof child === 'string' || child.name !== 'summary');

function walkChildren(element: Element, walk: Walk, around: Around): void {
  const counts = new Map<string, number>();
  const { styles } = walk.context;
  addText(styles.written(element, 'before'), walk, around);
  for (const child of element.children) {
    if (isFull(walk)) tellBeyond(child, walk, around);
    else if (isFolded(element, child))
      tellHidden(typeof child === 'string' ? child : shownText(child), around.at, walk.context);
    else if (typeof child === 'string') addWritten(child, walk, around);
    else walkElement(child, walk, around, placeIn(child, around.at, counts));
  }
  addText(styles.written(element, 'after'), walk, around);
}

function walkElement(element: Element, walk: Walk, around: Around, at: string): void {
  const { name } = element;
  if (SILENT.has(name)) return;
  const styles = walk.context.styles.of(element);
  const sight = showingOf(element, styles, around.sight);
  if (sight === 'absent' || sight === 'blank') tellHidden(shownText(element), at, walk.context);
  else if (name === 'br') endLine(walk, around);
  else if (name === 'img') {
    // A seal says what it is, and holds nothing that is read.
    if (element.attributes.alt !== SEAL_TEXT) walk.context.picture(at);
  } else if (name === 'table') walkTable(element, walk, inside(element, around, at, sight, styles), around);
  else if (BLOCKS.has(name)) {
    const here = inside(element, around, at, sight, styles);
    flush(walk, around);
    if (name === 'li') walk.text += around.next?.() ?? '';
    walkChildren(element, walk, here);
    flush(walk, here);
  } else walkChildren(element, walk, { ...inside(element, around, at, sight, styles), at: around.at });
}

function cellOf(cell: Element, around: Around, outer: Walk): RawCell {
  const walk = newWalk(outer.context, outer);
  // A cell tells its own place by row and column; what is laid out inside it, by its element.
  walkChildren(cell, walk, { ...around, level: undefined });
  flush(walk, around);
  return { ...emptyCell(cell), blocks: walk.blocks };
}

function rowOf(row: Element, around: Around, walk: Walk): RawRow {
  const cells = elementsOf(row).filter(({ name }) => name === 'td' || name === 'th');
  if (cells.length > MOST_COLUMNS) walk.context.wide(cells.length, around.at);
  walk.count.pieces += cells.length;
  return {
    cells: cells.slice(0, MOST_COLUMNS).flatMap((cell, c): readonly RawCell[] => {
      const at = `${around.at} > td:nth-of-type(${c + 1})`;
      const sight = showing(cell, walk.context, around.sight);
      if (typeof sight === 'object') return [cellOf(cell, { ...around, at, sight }, walk)];
      tellHidden(shownText(cell), at, walk.context);
      return sight === 'blank' ? [emptyCell(cell)] : [];
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
  const rows = all.slice(0, MOST_ROWS).flatMap(({ row, parts }, r): readonly RawRow[] => {
    const at = `${here.at} > tr:nth-of-type(${r + 1})`;
    const sight = [...parts, row].reduce<Showing>(
      (above, element) => (typeof above === 'object' ? showing(element, walk.context, above) : above),
      here.sight,
    );
    if (typeof sight === 'object') return [rowOf(row, { ...here, at, sight }, walk)];
    tellHidden(shownText(row), at, walk.context);
    return [];
  });
  const covered = coveredTable(rows, { at: here.at, ...(here.isAside && { isAside: true }) });
  if (covered) walk.blocks.push(covered);
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
    at: '',
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
