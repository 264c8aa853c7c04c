import type { Element } from '../neutral/markup.js';
import type { SourceBlock, SourceParagraph } from '../neutral/reading.js';
import { MOST_PIECES } from '../neutral/within-bounds.js';
import type { BoxTable } from './box-tables.js';
import { shownText } from './html-elements.js';
import type { NextItem } from './item-numbers.js';
import type { PagePlaces } from './page-places.js';
import type { PageStyles } from './page-styles.js';
import { isSeen, type Sight } from './sight.js';
import type { WordNotes, WordPart } from './word-notes.js';

/** What is known while a page is walked. */
export interface PageContext {
  readonly styles: PageStyles;
  readonly places: PagePlaces;
  /** The table that an element is which is none by its name. */
  readonly boxTable: (element: Element) => BoxTable | undefined;
  /** The tables that only lay out the page. */
  readonly frames: ReadonlySet<Element>;
  readonly hidden: (text: string, at: string, element: string) => void;
  readonly struck: (text: string, at: string, element: string) => void;
  /** Takes note of another page or file that shows in this one. */
  readonly embedded: () => void;
  readonly picture: () => void;
  readonly notes: WordNotes;
  /** Takes note of what Word keeps beside the text. */
  readonly beside: (part: WordPart, text: string, at: string, element: string) => void;
  /** Takes note of a formula of several lines. */
  readonly formula: (text: string, at: string, element: string) => void;
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

/** Where the walk is: what the paragraph that is growing has so far, and what applies to it. */
export interface Walk {
  readonly context: PageContext;
  readonly count: Count;
  readonly blocks: SourceBlock[];
  /** The outermost list around each paragraph that stands in one. */
  readonly lists: Map<SourceBlock, string>;
  /** Line breaks in cells stay in the paragraph; elsewhere they end it. */
  readonly isCell: boolean;
  text: string;
  /** Whether some of it is in no link. */
  isFree: boolean;
  /** Whether some of it is in no such link as only leads about on the page. */
  isOutward: boolean;
  /** What stands in it and is not seen. */
  unseen: string;
}

/** What applies to an element from those around it. */
export interface Around {
  /** The selector of the element. */
  readonly element: string;
  /** The cell of a table that it stands in, in words. */
  readonly cell: string | undefined;
  readonly sight: Sight;
  readonly isAside: boolean;
  readonly isLink: boolean;
  /** The outermost list that it stands in. */
  readonly list: string | undefined;
  /** In a link that only leads about on the page. */
  readonly isInward: boolean;
  /** Lines end where the source has them end. */
  readonly isPre: boolean;
  readonly level?: number | undefined;
  readonly align?: 'center' | 'right' | undefined;
  readonly next?: NextItem | undefined;
}

/** A walk at its beginning: of a page, or of a cell in the walk around it. */
export const newWalk = (context: PageContext, outer?: Walk): Walk => ({
  context,
  count: outer?.count ?? { pieces: 0, isTold: false },
  blocks: [],
  lists: outer?.lists ?? new Map(),
  isCell: outer !== undefined,
  text: '',
  isFree: false,
  isOutward: false,
  unseen: '',
});

export const isFull = ({ count }: Walk): boolean => count.pieces >= MOST_PIECES;

const tidy = (text: string): string => {
  const even = text.replace(/[ \t\r\f\u00a0]+/g, ' ');
  return (even.includes('\n') ? even.replace(/ ?\n ?/g, '\n') : even).trim();
};

/** What a link says that only leads about on the page. */
const LEADS = /^(?:跳[到至过]|返回|回到)\S{0,6}$/u;

/** Whether an element only leads about on the page. */
export const leadsAbout = (element: Element): boolean =>
  /^#/.test(element.attributes.href ?? '') && LEADS.test(shownText(element).trim());

/** Where something is that is no paragraph of its own. */
export function placeHere({ context: { places }, text }: Walk, element: string, { cell }: Around): string {
  return cell ?? (text.trim() === '' ? places.between(element) : places.growing(element));
}

/** Tells a text that is there and not seen, unless it is for those who go about the page by keys. */
export function tellHidden(text: string, element: string, at: () => string, { hidden }: PageContext): void {
  const said = text.trim();
  if (said !== '' && !LEADS.test(said)) hidden(said, at(), element);
}

/** The place of a paragraph. */
function placeOf({ context: { places }, isFree }: Walk, { element, cell, isAside, level }: Around): string {
  if (cell !== undefined) return cell;
  if (isAside) return places.beside('网页栏目', element);
  return isFree || level !== undefined ? places.paragraph(element) : places.beside('链接', element);
}

type Growing = { -readonly [K in keyof SourceParagraph]: SourceParagraph[K] };

/** Ends the paragraph that is growing. */
export function flush(walk: Walk, around: Around): void {
  const { element, isAside, level, align, list } = around;
  const text = tidy(walk.text);
  const { isFree, isOutward } = walk;
  tellHidden(walk.unseen, element, () => placeHere(walk, element, around), walk.context);
  // Cells and headings are read, wherever they lead.
  const isOnlyWay = !walk.isCell && level === undefined && !isOutward;
  const at = text === '' || isOnlyWay ? undefined : placeOf(walk, around);
  walk.text = '';
  walk.unseen = '';
  walk.isFree = false;
  walk.isOutward = false;
  if (at === undefined) return;
  const paragraph: Growing = { kind: 'paragraph', text, at, element };
  if (level !== undefined) paragraph.level = level;
  if (align !== undefined) paragraph.align = align;
  if (isAside) paragraph.isAside = true;
  if (!isFree) paragraph.isLinked = true;
  if (list !== undefined && !walk.isCell) walk.lists.set(paragraph, list);
  walk.count.pieces += 1;
  walk.blocks.push(paragraph);
}

/** Adds text to the paragraph that is growing, if it is seen. */
export function addText(text: string, walk: Walk, { sight, isLink, isInward }: Around): void {
  // A single space stays as it is: most of a text is left alone.
  const flat = text.replace(/(?: \s|[^\S ])\s*/g, (space) => (space.includes('\u3000') ? space : ' '));
  if (!isSeen(sight)) {
    walk.unseen += flat;
    return;
  }
  const isBlank = flat.trim() === '';
  walk.text += flat;
  walk.isFree ||= !isLink && !isBlank;
  walk.isOutward ||= !isInward && !isBlank;
}

/** Ends a line: a paragraph, or a line of one in a cell. */
export function endLine(walk: Walk, around: Around): void {
  if (walk.isCell) {
    walk.count.pieces += 1;
    walk.text += '\n';
  } else flush(walk, around);
}

/** Adds text of the source, which may have lines that show. */
export function addWritten(text: string, walk: Walk, around: Around): void {
  const lines = around.isPre ? text.split(/\r?\n/u) : [text];
  for (const [i, line] of lines.entries()) {
    if (i > 0) endLine(walk, around);
    addText(line, walk, around);
  }
}
