import type { Element } from '../neutral/markup.js';
import type { SourceTable } from '../neutral/reading.js';

/** A table with fewer cells frames text: nobody counts it among the tables of a page. */
const FEWEST_CELLS = 4;

/** The tables of a page that only lay it out: those around other tables, and those of a few cells. */
export function framesIn(root: Element, isTable: (element: Element) => boolean): ReadonlySet<Element> {
  const frames = new Set<Element>();
  const cells = new Map<Element, number>();
  const visit = (element: Element, table: Element | undefined) => {
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      const isOwn = isTable(child);
      if (table && isOwn) frames.add(table);
      if (table && (child.name === 'td' || child.name === 'th')) cells.set(table, (cells.get(table) ?? 0) + 1);
      visit(child, isOwn ? child : table);
      if (child.name === 'table' && (cells.get(child) ?? 0) < FEWEST_CELLS) frames.add(child);
    }
  };
  visit(root, undefined);
  return frames;
}

/**
 * The places of a page in words, as a person counts who looks at it: its paragraphs and its tables, without navigation. Each knows the
 * selector of its element.
 */
export interface PagePlaces {
  /** The paragraph that comes next, which begins to count. */
  readonly paragraph: (element: string) => string;
  /** The paragraph that is growing. */
  readonly growing: (element: string) => string;
  /** What stands between two paragraphs and is none. */
  readonly between: (element: string) => string;
  /** What stands before the next paragraph and is of the page around. */
  readonly beside: (what: '链接' | '网页栏目', element: string) => string;
  /** The table that comes next; a frame does not count. */
  readonly table: (isFrame: boolean, element: string) => string;
  /** Takes note of a table when its cells are known. */
  readonly keep: (table: SourceTable) => void;
  /** The selector of the element at a place in words. */
  readonly elementAt: (at: string) => string | undefined;
}

const CELL = /^(.*)，第(\d+)行第(\d+)列$/u;

export function pagePlaces(): PagePlaces {
  let [paragraphs, tables] = [0, 0];
  const elements = new Map<string, string>();
  const kept = new Map<string, SourceTable>();
  const noted = (at: string, element: string): string => {
    if (!elements.has(at)) elements.set(at, element);
    return at;
  };
  const after = (): string => (paragraphs === 0 ? '开头' : `第${paragraphs}段后`);
  const cellAt = (at: string): string | undefined => {
    const [, table = '', row, column] = CELL.exec(at) ?? [];
    const cells = kept.get(table)?.cells ?? [];
    return cells.find((cell) => cell.row + 1 === Number(row) && cell.column + 1 === Number(column))?.element;
  };
  return {
    paragraph: (element) => {
      paragraphs += 1;
      const at = `第${paragraphs}段`;
      // What is hidden in it may have been told before, at an element of its own.
      elements.set(at, element);
      return at;
    },
    growing: (element) => noted(`第${paragraphs + 1}段`, element),
    between: (element) => noted(after(), element),
    beside: (what, element) => noted(`第${paragraphs + 1}段前的${what}`, element),
    table: (isFrame, element) => {
      if (isFrame) return noted(paragraphs === 0 ? '开头的外框' : `第${paragraphs}段后的外框`, element);
      tables += 1;
      return noted(`第${tables}张表`, element);
    },
    keep: (table) => {
      kept.set(table.at, table);
    },
    elementAt: (at) => cellAt(at) ?? elements.get(at) ?? elements.get(at.replace(/，第\d+行.*$|之后$/u, '')),
  };
}
