import { type Path, within } from '../diagnostics/diagnostic.js';
import { formatPath } from '../diagnostics/problem-text.js';
import type { Form } from '../form/form.js';
import { blockTexts } from '../model/block-texts.js';
import type { Block, Cell, Document, Table } from '../model/document.js';
import { isLayout } from '../readers/match/layout.js';
import { tableOf } from '../reading/document-reading.js';
import { dataCells } from '../table/cells.js';
import { type ShownCell, type ShownPart, shownPart } from './shown-part.js';

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
function rowsOf({ rows, cells }: Table, labels: ReadonlyMap<string, string>): readonly (readonly ShownCell[])[] {
  const shown = ({ text, path }: Cell): ShownCell => ({ text, path, label: labels.get(formatPath(path)) });
  return Array.from({ length: rows }, (_, row) => cells.filter((cell) => cell.row === row).map(shown));
}

function partsOfTable(table: Table, labels: ReadonlyMap<string, string>): readonly ShownPart[] {
  const { caption, path, note } = table;
  const rows = rowsOf(table, labels);
  // A table of so few cells that readers take it for the layout of a page.
  const isFrame = tableOf(table).some((block) => block.kind === 'table' && isLayout(block));
  const lines = rows.flat().filter(({ text }) => text !== '');
  return [
    ...(caption === undefined ? [] : [textPart(caption, within(path, 'caption'))]),
    ...(isFrame ? lines.map((cell) => shownPart('text', [[cell]])) : [shownPart('table', rows)]),
    ...(note?.paragraphs ?? []).map((text) => textPart(text, note?.path ?? path)),
  ];
}

function partsOfBlock(block: Block, labels: ReadonlyMap<string, string>): readonly ShownPart[] {
  if (block.kind === 'table') return partsOfTable(block, labels);
  const texts = blockTexts(block);
  if (block.kind !== 'paragraph') return texts.map(({ text, path }) => textPart(text, path));
  return [textPart(texts.map(({ text }) => text).join(''), block.path)];
}

/** What a document shows, part by part, each with its place in the report. */
export function signedParts({ blocks }: Document, form: Form): readonly ShownPart[] {
  const labels = labelsOf(form);
  return blocks.flatMap((block) => partsOfBlock(block, labels)).filter(({ flat }) => flat !== '');
}
