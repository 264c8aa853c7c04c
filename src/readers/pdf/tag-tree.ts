import type { PdfTag } from './pdf-engine.js';

/** What the tags of a page say, in reading order. Content is named by the numbers of its marks. */
export type Tagged = TaggedText | TaggedTable;

export interface TaggedText {
  readonly kind: 'text';
  readonly role: string;
  readonly level?: number;
  /** It is one paragraph, however its lines end: our own files say so of each. */
  readonly isWhole?: true;
  readonly marks: readonly number[];
}

export interface TaggedTable {
  readonly kind: 'table';
  /** The marks of each cell, row by row. Cells without content are not in the tree of a page. */
  readonly rows: readonly (readonly (readonly number[])[])[];
  /** What it is if its cells do not stand beside each other, where the tags do not call it a table. */
  readonly otherwise?: readonly Tagged[];
}

/** Elements within a line of text (ISO 32000-1, 14.8.4.4). */
const INLINE = new Set([
  ...['Span', 'Quote', 'Note', 'Reference', 'BibEntry', 'Code', 'Link', 'Annot', 'Ruby', 'RB', 'RT', 'RP', 'Warichu'],
  ...['WT', 'WP', 'Em', 'Strong', 'Sub', 'NonStruct', 'Lbl', 'FENote'],
]);

/** Elements that hold others, and no text: boxes in them are blocks. */
const GROUPS = new Set(['', 'Root', 'Document', 'Part', 'Art', 'Sect', 'Div', 'NonStruct']);

/** Deeper trees are broken, or made to break. */
const DEEPEST = 60;

const markOf = ({ id = '' }: PdfTag): number => Number(/_mc(\d+)$/.exec(id)?.[1] ?? Number.NaN);

/** The marks of all content in an element. */
function marksIn(tag: PdfTag, depth = 0): readonly number[] {
  if (tag.type === 'content') return Number.isNaN(markOf(tag)) ? [] : [markOf(tag)];
  return depth > DEEPEST ? [] : (tag.children ?? []).flatMap((child) => marksIn(child, depth + 1));
}

const has = (tag: PdfTag, role: string, depth = 0): boolean =>
  depth < DEEPEST && (tag.children ?? []).some((child) => child.role === role || has(child, role, depth + 1));

function rowsIn(tag: PdfTag): readonly PdfTag[] {
  return (tag.children ?? []).flatMap((child) => {
    if (child.role === 'TR') return [child];
    return ['THead', 'TBody', 'TFoot'].includes(child.role ?? '') ? rowsIn(child) : [];
  });
}

const cellsIn = (row: PdfTag): readonly PdfTag[] =>
  (row.children ?? []).filter(({ role }) => role === 'TD' || role === 'TH');

/** What stands in a table beside its rows: its caption. */
const besides = (table: PdfTag): readonly PdfTag[] =>
  (table.children ?? []).filter(({ role }) => !['TR', 'THead', 'TBody', 'TFoot'].includes(role ?? ''));

function tableOf(table: PdfTag, depth: number): readonly Tagged[] {
  const rows = rowsIn(table).map((row) => cellsIn(row).map((cell) => marksIn(cell)));
  return [...besides(table).flatMap((part) => taggedIn(part, depth)), { kind: 'table', rows }];
}

/** An element that says nothing of what it holds, and holds no text of its own. */
const isBox = ({ role = '', children = [] }: PdfTag): boolean =>
  (role === 'NonStruct' || role === 'Div') && children.length > 0 && children.every(({ type }) => type === undefined);

/** Boxes in boxes as browsers print a table without borders, which they take for the layout of a page. */
const isLoose = (tag: PdfTag): boolean =>
  isBox(tag) &&
  (tag.children ?? []).every((row) => isBox(row) && (row.children ?? []).every(isBox)) &&
  (tag.children ?? []).some(({ children = [] }) => children.length > 1);

const hasLoose = (tag: PdfTag, depth = 0): boolean =>
  depth < DEEPEST && (tag.children ?? []).some((child) => isLoose(child) || hasLoose(child, depth + 1));

/** The innermost boxes are a table, if their texts stand beside each other. */
function looseTable(tag: PdfTag, depth: number): TaggedTable {
  const rows = (tag.children ?? []).map((row) => (row.children ?? []).map((cell) => marksIn(cell)));
  return { kind: 'table', rows, otherwise: partsOf(tag, depth) };
}

function levelOf(role: string): number | undefined {
  if (role === 'Title' || role === 'H') return 1;
  const level = /^H(\d)$/.exec(role)?.[1];
  return level === undefined ? undefined : Number(level);
}

function taggedIn(tag: PdfTag, depth: number): readonly Tagged[] {
  const { role = '' } = tag;
  if (depth > DEEPEST) return [];
  // A table around tables lays out a page.
  if (role === 'Table' && !has(tag, 'Table')) return tableOf(tag, depth + 1);
  return isLoose(tag) && !hasLoose(tag) && !has(tag, 'Table') ? [looseTable(tag, depth)] : partsOf(tag, depth);
}

/** The parts of an element, one after the other. */
function partsOf(tag: PdfTag, depth: number): readonly Tagged[] {
  const { role = '' } = tag;
  const isGroup = GROUPS.has(role);
  const found: Tagged[] = [];
  let marks: number[] = [];
  const flush = () => {
    const level = levelOf(role);
    if (marks.length > 0) found.push({ kind: 'text', role, ...(level !== undefined && { level }), marks });
    marks = [];
  };
  for (const child of tag.children ?? []) {
    const isText = INLINE.has(child.role ?? '') && !(isGroup && isBox(child));
    const isInline = child.type !== undefined || (isText && !has(child, 'P') && !has(child, 'Table'));
    if (isInline) for (const one of marksIn(child)) marks.push(one);
    else {
      flush();
      for (const one of taggedIn(child, depth + 1)) found.push(one);
    }
  }
  flush();
  return found;
}

/** The tags of a page. */
export const readTags = (root: PdfTag): readonly Tagged[] => taggedIn(root, 0);
