import { type Path, within } from '../diagnostics/diagnostic.js';
import { type ByKind, byKind } from './by-kind.js';
import type { Block, CellRole, Document, Title } from './document.js';

/** The style of a text outside tables. */
export type TextStyle =
  | 'title'
  | 'addressee'
  | 'heading1'
  | 'heading2'
  | 'lead'
  | 'body'
  | 'caption'
  | 'tableNote'
  | 'signoff';

/** A text of a document, its style, and where the report has it. */
export interface BlockText {
  readonly text: string;
  readonly style: TextStyle | CellRole;
  readonly path: Path;
  /** Which paragraph of a narrative it belongs to, counted from 1. */
  readonly paragraph: number | undefined;
  /** Where a link leads. */
  readonly href: string | undefined;
}

function textOf(
  text: string,
  style: BlockText['style'],
  path: Path,
  paragraph?: number | undefined,
  href?: string | undefined,
): BlockText {
  return { text, style, path, paragraph, href };
}

/** The whole title on one line. */
export const titleText = ({ lines }: Title): string => lines.flat(2).join('');

/** The style of a heading. */
export const headingStyle = (level: 1 | 2): 'heading1' | 'heading2' => (level === 1 ? 'heading1' : 'heading2');

const TEXTS: ByKind<Block, [], readonly BlockText[]> = {
  title: (title) => [textOf(titleText(title), 'title', title.path)],
  addressee: ({ text, path }) => [textOf(text, 'addressee', path)],
  heading: ({ level, text, path, paragraph }) => [textOf(text, headingStyle(level), path, paragraph)],
  paragraph: ({ inlines, path, paragraph }) =>
    inlines.map((inline) =>
      textOf(
        inline.text,
        inline.kind === 'lead' || inline.kind === 'added' ? 'lead' : 'body',
        path,
        paragraph,
        inline.kind === 'link' ? inline.href : undefined,
      ),
    ),
  table: ({ caption, path, cells, note }) => [
    ...(caption === undefined ? [] : [textOf(caption, 'caption', within(path, 'caption'))]),
    ...cells.map((cell) => textOf(cell.text, cell.role, cell.path)),
    ...(note?.paragraphs ?? []).map((text, i) => textOf(text, 'tableNote', note?.path ?? path, i + 1)),
  ],
  signoff: ({ agencies, date, path }) => [...agencies, date].map((text) => textOf(text, 'signoff', path)),
};

/** The texts of a block in reading order: a paragraph's are its runs, a table's its caption, its cells and its note. */
export function blockTexts(block: Block): readonly BlockText[] {
  return byKind(TEXTS, block);
}

/** All texts of a document in reading order. */
export function allTexts({ blocks }: Pick<Document, 'blocks'>): readonly BlockText[] {
  return blocks.flatMap(blockTexts);
}
