import { type ByKind, byKind } from '../../model/by-kind.js';
import type { Block, Cell, Document, Paragraph, Signoff, Table } from '../../model/document.js';
import { SEAL_TEXT } from '../../model/finish.js';
import { headerScope } from '../../model/header-scope.js';
import type { TextRole } from '../../typeset/page.js';
import type { PdfReference } from './objects.js';

/** The structure types in use, all of them standard (ISO 32000-1, 14.8.4). */
export type TagType =
  | 'Document'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'Figure'
  | 'Link'
  | 'Table'
  | 'Caption'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD';

/** A structure element: a part of the document, whatever lines and pages it is drawn on. */
export interface Tag {
  readonly type: TagType;
  readonly scope: 'Row' | 'Column' | undefined;
  readonly rowSpan: number | undefined;
  readonly colSpan: number | undefined;
  /** What a table shows, for readers who cannot see it. */
  readonly summary: string | undefined;
  /** What follows goes on in its last line: a run-in head. */
  readonly runsIn: boolean;
  /** What a picture shows, for readers who cannot see it. */
  readonly alt: string | undefined;
  /** Where a picture is on its page: its left, lower, right and upper edge. It is known when it is drawn. */
  box: readonly [left: number, foot: number, right: number, top: number] | undefined;
  /** The number of its object in the file, once it has one. */
  object: number;
  /** Children in reading order. Content is added when it is drawn. */
  readonly kids: (Tag | DrawnPart)[];
}

/** Something drawn for an element: marked content, or the area of a link. */
export type DrawnPart =
  | { readonly kind: 'content'; readonly page: PdfReference; readonly number: number }
  | { readonly kind: 'annotation'; readonly page: PdfReference; readonly annotation: PdfReference };

/** The role of text that belongs to the document. */
export type DocumentRole = Exclude<TextRole, { kind: 'artifact' }>;

/** The structure elements of a document. They have no content before it is drawn. */
export interface TagTree {
  readonly root: Tag;
  /** The element that a line belongs to, or the run-in head in it. */
  readonly of: (role: DocumentRole, isHead: boolean) => Tag;
  /** The seal, which follows what it is over. */
  readonly seal: Tag;
}

interface BlockTags {
  readonly tags: readonly Tag[];
  readonly of: (role: DocumentRole, isHead: boolean) => Tag;
}

/** Makes an element. */
export function tag(
  type: TagType,
  kids: readonly Tag[] = [],
  {
    scope,
    rowSpan,
    colSpan,
    summary,
    runsIn = false,
    alt,
  }: Partial<Omit<Tag, 'type' | 'kids' | 'box' | 'object'>> = {},
): Tag {
  return { type, scope, rowSpan, colSpan, summary, runsIn, alt, box: undefined, object: 0, kids: [...kids] };
}

const SCOPES = { row: 'Row', column: 'Column' } as const;

/** A report has some three hundred cells: their elements are written out, in the shape of all. */
function cellTag({ role, rowSpan, colSpan }: Cell): Tag {
  const scope = headerScope(role);
  return {
    type: scope ? 'TH' : 'TD',
    scope: scope && SCOPES[scope],
    rowSpan: rowSpan > 1 ? rowSpan : undefined,
    colSpan: colSpan > 1 ? colSpan : undefined,
    summary: undefined,
    runsIn: false,
    alt: undefined,
    box: undefined,
    object: 0,
    kids: [],
  };
}

function tableTags({ rows, headRows, cells, caption, description, note }: Table): BlockTags {
  const label = tag('Caption');
  const notes = (note?.paragraphs ?? []).map(() => tag('P'));
  const tags = cells.map(cellTag);
  const lines = Array.from({ length: rows }, () => tag('TR'));
  for (const [i, cell] of cells.entries()) lines[cell.row]?.kids.push(tags[i] as Tag);
  const table = tag(
    'Table',
    [
      ...(caption === undefined ? [] : [label]),
      ...(headRows > 0 ? [tag('THead', lines.slice(0, headRows))] : []),
      tag('TBody', lines.slice(headRows)),
    ],
    { summary: description },
  );
  const of = (role: DocumentRole): Tag => {
    if (role.kind === 'note') return notes[role.paragraph] as Tag;
    return role.kind === 'cell' ? (tags[role.cell] as Tag) : label;
  };
  return { tags: [table, ...notes], of };
}

function one(type: TagType): BlockTags {
  const only = tag(type);
  return { tags: [only], of: () => only };
}

const HEADINGS = ['H1', 'H2', 'H3'] as const;

/**
 * Levels must not be skipped (ISO 14289-1, 7.4.2). A heading of a part is one level below its section or, in the preamble, below the
 * title.
 */
function headingType(level: 0 | 1 | 2, before: readonly Block[]): TagType {
  const hasTitle = before.some(({ kind }) => kind === 'title');
  const hasSection = before.some((block) => block.kind === 'heading' && block.level === 1);
  const depth = [0, Number(hasTitle), Number(hasTitle) + Number(hasSection)] as const;
  return HEADINGS[depth[level] as 0 | 1 | 2];
}

/** A head that runs in is an element of its own before the rest of its paragraph, so that readers can jump to it. */
function paragraphTags({ inlines }: Paragraph, before: readonly Block[]): BlockTags {
  if (inlines[0]?.kind !== 'lead') return one('P');
  const [head, rest] = [tag(headingType(2, before), [], { runsIn: inlines.length > 1 }), tag('P')];
  return { tags: inlines.length > 1 ? [head, rest] : [head], of: (_, isHead) => (isHead ? head : rest) };
}

function signoffTags({ agencies, date }: Signoff): BlockTags {
  const tags = [...agencies, date].map(() => tag('P'));
  return { tags, of: (role) => tags[(role.kind === 'block' && role.part) || 0] as Tag };
}

const TAGS: ByKind<Block, [before: readonly Block[]], BlockTags> = {
  title: (_, before) => one(headingType(0, before)),
  addressee: () => one('P'),
  heading: ({ level }, before) => one(headingType(level, before)),
  paragraph: paragraphTags,
  table: tableTags,
  signoff: signoffTags,
};

/** The structure elements of a document: one for each block and cell, in reading order. */
export function tagDocument({ blocks }: Document, isSealed: boolean): TagTree {
  const seal = tag('Figure', [], { alt: SEAL_TEXT });
  const all = blocks.map((block, i) => byKind(TAGS, block, blocks.slice(0, i)));
  return {
    root: tag(
      'Document',
      all.flatMap(({ tags }, i) => (isSealed && blocks[i]?.kind === 'signoff' ? [...tags, seal] : tags)),
    ),
    seal,
    of: (role, isHead) => (all[role.block] as BlockTags).of(role, isHead),
  };
}
