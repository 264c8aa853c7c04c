import { coveredTable, MOST_COLUMNS, MOST_ROWS, type RawCell, type RawRow } from '../neutral/covered-table.js';
import { attributeOf, childOf, type Element, elementsOf, valOf } from '../neutral/markup.js';
import type { SourceBlock, SourceParagraph } from '../neutral/reading.js';
import type { NextNumber } from './numbering.js';
import { isPlaceholder } from './word-drawn.js';
import { hasGround, isOn, paragraphStyle, type WordStyle } from './word-styles.js';
import { gather, noTexts, type RunContext, type ToldKind } from './word-text.js';

/** What is known while a document is walked. */
export interface WordContext extends RunContext {
  readonly number: NextNumber;
  /** Takes note of text that does not print. */
  readonly hidden: (text: string, at: string) => void;
  readonly struck: (text: string, at: string) => void;
  /** Takes note of what is read otherwise than it is drawn, or not at all. */
  readonly told: (kind: ToldKind, text: string, at: string) => void;
  /** Takes note of a part in another format, which is not read. */
  readonly foreign: (at: string) => void;
  /** Takes note of a table that is read only in part. */
  readonly long: (rows: number, at: string) => void;
  /** Takes note of a row that is read only in part. */
  readonly wide: (cells: number, at: string) => void;
}

/** Where blocks are: within the text, a cell, or a box. Each kind of place counts its own paragraphs. */
interface Here {
  readonly name: (paragraph: number) => string;
  readonly tableName: (paragraph: number) => string;
  paragraphs: number;
  /** Text of a paragraph whose end is deleted, so that the next one continues it. */
  carried: string;
}

/** What stands around blocks and prints nothing itself. */
const TRANSPARENT = new Set([
  ...['body', 'sdt', 'sdtContent', 'ins', 'moveTo', 'customXml', 'smartTag', 'txbxContent', 'document', 'dir', 'bdo'],
]);

function numberOf(style: WordStyle, { number }: WordContext): string {
  return style.list === undefined || style.list === '0' ? '' : number(style.list, style.listLevel ?? 0);
}

function styleOf(properties: Element | undefined, { styles }: WordContext): WordStyle {
  return { ...styles.get(valOf(properties, 'pStyle') ?? ''), ...paragraphStyle(properties) };
}

function paragraphBlocks(element: Element, here: Here, context: WordContext): readonly SourceBlock[] {
  const properties = childOf(element, 'pPr');
  const style = styleOf(properties, context);
  const texts = noTexts();
  gather(element, texts, hasGround(properties) || style.hasGround ? { ...context, isShaded: true } : context);
  const at = here.name(here.paragraphs + 1);
  const isHidden = style.isHidden === true;
  const hidden = isHidden ? `${texts.hidden}${texts.text}` : texts.hidden;
  if (hidden.trim() !== '') context.hidden(hidden, at);
  if (texts.struck.trim() !== '') context.struck(texts.struck, at);
  for (const [kind, told] of texts.told) context.told(kind, told, at);
  const text = `${here.carried}${isHidden ? '' : texts.text}`;
  const mark = childOf(properties, 'rPr');
  const goesOn = childOf(mark, 'del') !== undefined || childOf(mark, 'moveFrom') !== undefined;
  here.carried = goesOn ? text : '';
  // A box may be filled with any colour.
  const boxes = texts.boxes.flatMap((box) => blocksIn(box, placeInBox(at), { ...context, isShaded: true }));
  if (goesOn || text.trim() === '') return boxes;
  here.paragraphs += 1;
  return [paragraphOf(`${numberOf(style, context)}${text}`, at, style), ...boxes];
}

function paragraphOf(text: string, at: string, { level, align, isContents }: WordStyle): SourceParagraph {
  return {
    kind: 'paragraph',
    text: text.replaceAll('\u00a0', ' '),
    at,
    ...(level !== undefined && { level }),
    ...(align !== undefined && { align }),
    ...(isContents && { isAside: true }),
  };
}

const placeInBox = (at: string): Here => ({
  name: () => `${at}的文本框`,
  tableName: () => `${at}的文本框里的表`,
  paragraphs: 0,
  carried: '',
});

const placeInCell = (at: string): Here => ({
  name: () => at,
  tableName: () => `${at}里的表`,
  paragraphs: 0,
  carried: '',
});

/** The children of a row or a table that count, through what only wraps them. */
function wrapped(element: Element, name: string): readonly Element[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === name) return [child];
    return TRANSPARENT.has(child.name) ? wrapped(child, name) : [];
  });
}

function cellOf(element: Element, at: string, context: WordContext): RawCell {
  const properties = childOf(element, 'tcPr');
  const span = Number(valOf(properties, 'gridSpan') ?? 1);
  const merge = childOf(properties, 'vMerge');
  const inside = hasGround(properties) ? { ...context, isShaded: true } : context;
  const blocks = blocksIn(element, placeInCell(at), inside);
  return {
    blocks,
    at,
    colSpan: Number.isInteger(span) && span > 0 ? span : 1,
    continues: merge !== undefined && attributeOf(merge, 'val') !== 'restart',
  };
}

/** Old files merge cells of a row by marks on each of them. */
const goesOnLeft = (cell: Element): boolean => {
  const merge = childOf(childOf(cell, 'tcPr'), 'hMerge');
  return merge !== undefined && attributeOf(merge, 'val') !== 'restart';
};

/** A row that is not deleted. */
const isKept = (row: Element): boolean => childOf(childOf(row, 'trPr'), 'del') === undefined;

const isKeptCell = (cell: Element): boolean => childOf(childOf(cell, 'tcPr'), 'cellDel') === undefined;

const isHiddenRow = (row: Element): boolean => isOn(childOf(row, 'trPr'), 'hidden') === true;

function tellHidden(row: Element, at: string, context: WordContext): void {
  if (!isHiddenRow(row)) return;
  const text = rowOf(row, 0, at, { ...context, hidden: () => {} })
    .cells.flatMap(({ blocks }) => blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')))
    .join('')
    .trim();
  if (text !== '') context.hidden(text, at);
}

function rowOf(element: Element, row: number, table: string, context: WordContext): RawRow {
  const before = Number(valOf(childOf(element, 'trPr'), 'gridBefore') ?? 0);
  const cells: RawCell[] = [];
  const all = wrapped(element, 'tc').filter(isKeptCell);
  if (all.length > MOST_COLUMNS) context.wide(all.length, `${table}，第${row}行`);
  let column = before + 1;
  for (const one of all.slice(0, MOST_COLUMNS)) {
    const cell = cellOf(one, `${table}，第${row}行第${column}列`, context);
    const last = cells.at(-1);
    if (goesOnLeft(one) && last)
      cells[cells.length - 1] = { ...last, colSpan: (last.colSpan ?? 1) + (cell.colSpan ?? 1) };
    else cells.push(cell);
    column += cell.colSpan ?? 1;
  }
  return { cells, ...(before > 0 && { before }) };
}

function tableBlocks(element: Element, here: Here, context: WordContext): readonly SourceBlock[] {
  const at = here.tableName(here.paragraphs);
  const all = wrapped(element, 'tr').filter(isKept);
  if (all.length > MOST_ROWS) context.long(all.length, at);
  const rows = all.slice(0, MOST_ROWS);
  for (const row of rows) tellHidden(row, at, context);
  const style = context.styles.get(valOf(childOf(element, 'tblPr'), 'tblStyle') ?? '');
  const inside = style?.hasGround ? { ...context, isShaded: true } : context;
  const raw = rows.filter((row) => !isHiddenRow(row)).map((row, i) => rowOf(row, i + 1, at, inside));
  const table = coveredTable(raw, { at });
  return table ? [table] : [];
}

/** A text whose end is deleted, and that nothing continues: it stands before a table, or is the last. */
function endCarried(here: Here): readonly SourceBlock[] {
  const text = here.carried;
  here.carried = '';
  if (text.trim() === '') return [];
  here.paragraphs += 1;
  return [paragraphOf(text, here.name(here.paragraphs), {})];
}

/** A content control of whole paragraphs that only says what to type into it. */
function tellPlaceholder(element: Element, here: Here, context: WordContext): readonly SourceBlock[] {
  const texts = noTexts();
  gather(element, texts, context);
  context.told('placeholder', texts.text, here.name(here.paragraphs + 1));
  return [];
}

function childBlocks(element: Element, here: Here, context: WordContext): readonly SourceBlock[] {
  return elementsOf(element).flatMap((child): readonly SourceBlock[] => {
    if (child.name === 'p') return paragraphBlocks(child, here, context);
    if (child.name === 'tbl') return [...endCarried(here), ...tableBlocks(child, here, context)];
    if (isPlaceholder(child)) return tellPlaceholder(child, here, context);
    if (child.name === 'altChunk') context.foreign(here.name(here.paragraphs + 1));
    return TRANSPARENT.has(child.name) ? childBlocks(child, here, context) : [];
  });
}

/** The blocks of the text, a cell or a box. */
function blocksIn(element: Element, here: Here, context: WordContext): readonly SourceBlock[] {
  const blocks = childBlocks(element, here, context);
  return [...blocks, ...endCarried(here)];
}

/** The paragraphs and tables of a document as it prints: changes accepted, numbers typed out, boxes after their paragraph. */
export function wordBlocks(document: Element, context: WordContext): readonly SourceBlock[] {
  const text: Here = {
    name: (paragraph) => `第${paragraph}段`,
    tableName: (paragraph) => (paragraph === 0 ? '开头的表' : `第${paragraph}段后的表`),
    paragraphs: 0,
    carried: '',
  };
  return blocksIn(document, text, context);
}
