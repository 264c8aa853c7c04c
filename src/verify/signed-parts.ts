import { type Path, within } from '../diagnostics/diagnostic.js';
import { formatPath } from '../diagnostics/problem-text.js';
import type { Form } from '../form/form.js';
import { blockTexts } from '../model/block-texts.js';
import type { Block, Cell, Document, Table } from '../model/document.js';
import { isLayout } from '../readers/match/layout.js';
import { tableOf } from '../reading/document-reading.js';
import { dataCells } from '../table/cells.js';
import { type ShownCell, type ShownPart, shownPart } from './shown-part.js';

/** Cells and headings that show something else than the document has for them. */
export type ShownInstead = ReadonlyMap<Cell | Block, ShownCell>;

/** What is needed to tell what a document shows. */
interface Showing {
  readonly labels: ReadonlyMap<string, string>;
  readonly instead: ShownInstead;
}

/** The names of all data cells of a form by their paths. */
function labelsOf({ tables }: Form): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(tables).flatMap(([key, spec]) =>
      dataCells(spec).map(({ path, label }) => [formatPath([key, ...path]), label] as const),
    ),
  );
}

const textPart = (text: string, path: Path): ShownPart => shownPart('text', [[{ text, path }]]);

/** The rows of a table with the cells that begin in each. */
function rowsOf({ rows, cells }: Table, { labels, instead }: Showing): readonly (readonly ShownCell[])[] {
  const shown = (cell: Cell): ShownCell =>
    instead.get(cell) ?? { text: cell.text, path: cell.path, label: labels.get(formatPath(cell.path)) };
  return Array.from({ length: rows }, (_, row) => cells.filter((cell) => cell.row === row).map(shown));
}

function partsOfTable(table: Table, showing: Showing): readonly ShownPart[] {
  const { caption, path, note } = table;
  const rows = rowsOf(table, showing);
  // A table of so few cells that readers take it for the layout of a page.
  const isFrame = tableOf(table).some((block) => block.kind === 'table' && isLayout(block));
  const lines = rows.flat().filter(({ text }) => text !== '');
  return [
    ...(caption === undefined ? [] : [textPart(caption, within(path, 'caption'))]),
    ...(isFrame ? lines.map((cell) => shownPart('text', [[cell]])) : [shownPart('table', rows)]),
    ...(note?.paragraphs ?? []).map((text) => textPart(text, note?.path ?? path)),
  ];
}

function partsOfBlock(block: Block, showing: Showing): readonly ShownPart[] {
  if (block.kind === 'table') return partsOfTable(block, showing);
  const other = showing.instead.get(block);
  if (other !== undefined) return [shownPart('text', [[other]])];
  const texts = blockTexts(block);
  if (block.kind !== 'paragraph') return texts.map(({ text, path }) => textPart(text, path));
  return [textPart(texts.map(({ text }) => text).join(''), block.path)];
}

/** What a document shows, part by part, each with its place in the report. */
export function signedParts({ blocks }: Document, form: Form, instead: ShownInstead = new Map()): readonly ShownPart[] {
  const showing = { labels: labelsOf(form), instead };
  return blocks.flatMap((block) => partsOfBlock(block, showing)).filter(({ flat }) => flat !== '');
}
