import { type Path, within } from '../diagnostics/diagnostic.js';
import { type ByKind, byKind } from './by-kind.js';
import type { Block, CellRole, Document } from './document.js';

/** What a text outside tables is styled as. */
export type TextStyle = 'title' | 'heading1' | 'heading2' | 'lead' | 'body' | 'caption' | 'signoff';

/** A text of a document, what it is styled as, and where the report has it. */
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

/** The style of a heading. */
export const headingStyle = (level: 1 | 2): 'heading1' | 'heading2' => (level === 1 ? 'heading1' : 'heading2');

const TEXTS: ByKind<Block, [], readonly BlockText[]> = {
  title: ({ words, path }) => [textOf(words.join(''), 'title', path)],
  heading: ({ level, text, path, paragraph }) => [textOf(text, headingStyle(level), path, paragraph)],
  paragraph: ({ inlines, path, paragraph }) =>
    inlines.map((inline) =>
      textOf(
        inline.text,
        inline.kind === 'lead' ? 'lead' : 'body',
        path,
        paragraph,
        inline.kind === 'link' ? inline.href : undefined,
      ),
    ),
  table: ({ caption, path, cells }) => [
    ...(caption === undefined ? [] : [textOf(caption, 'caption', within(path, 'caption'))]),
    ...cells.map((cell) => textOf(cell.text, cell.role, cell.path)),
  ],
  signoff: ({ agency, date, path }) => [textOf(agency, 'signoff', path), textOf(date, 'signoff', path)],
};

/** The texts of a block in reading order: a paragraph's are its runs, a table's its caption and its cells. */
export function blockTexts(block: Block): readonly BlockText[] {
  return byKind(TEXTS, block);
}

/** All texts of a document in reading order. */
export function allTexts({ blocks }: Pick<Document, 'blocks'>): readonly BlockText[] {
  return blocks.flatMap(blockTexts);
}
