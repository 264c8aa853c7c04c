import { shippedFonts } from '../../src/host/opened-fonts.js';
import { type Block, composeReport, type Document, gbt9704, parseReport, type Table } from '../../src/index.js';
import type { Page, TextItem } from '../../src/typeset/page.js';
import { typeset } from '../../src/typeset/typeset.js';
import { minimal } from '../input/example.js';

const { meta, blocks: minimalBlocks } = composeReport(parseReport(minimal()));

/** A document of these blocks. */
export const documentOf = (blocks: readonly Block[]): Document => ({ meta, blocks });

export const pagesOf = (document: Document): readonly Page[] => typeset(document, gbt9704, shippedFonts);

export const paragraph = (text: string): Block => ({
  kind: 'paragraph',
  inlines: [{ kind: 'text', text }],
  path: ['narrative', 'overview'],
  paragraph: 1,
});
/** A paragraph that fills so many lines of 28 characters. */
export const ofLines = (lines: number): Block => paragraph(`${'公'.repeat(28 * lines - 4)}。`);

export const heading = (level: 1 | 2): Block => ({
  kind: 'heading',
  level,
  text: level === 1 ? '一、总体情况' : '（一）主动公开',
  path: ['headings', 'overview'],
});
export const signoff: Block = { kind: 'signoff', agencies: ['示例市示例局'], date: '2026年1月5日', path: ['signoff'] };

/** A statutory table, all zeros. */
export const statutory = (key: 'disclosure' | 'requests' | 'review'): Table => {
  const table = minimalBlocks.find((block) => block.path[0] === key);
  if (table?.kind !== 'table') throw new Error(key);
  return table;
};

/** A further table of two columns under one row of heads, of so many rows with texts of so many characters. */
export function further(rows: number, characters = 4): Table {
  const cell = (row: number, column: number, text: string, role: 'head' | 'text') => ({
    ...{
      row,
      column,
      rowSpan: 1,
      colSpan: 1,
      role,
      text,
      path: ['tables', 'other', 0, 'rows', row - 1, 'values', column],
    },
  });
  const cells = Array.from({ length: rows }, (_, i) => [
    cell(i + 1, 0, `第${i + 1}行`, 'text'),
    cell(i + 1, 1, '公'.repeat(characters), 'text'),
  ]);
  return {
    kind: 'table',
    path: ['tables', 'other', 0],
    description: '示例',
    widths: [1, 3],
    rows: rows + 1,
    headRows: 1,
    cells: [cell(0, 0, '项目', 'head'), cell(0, 1, '内容', 'head'), ...cells.flat()],
  };
}

const textItems = ({ items }: Page) => items.filter((item): item is TextItem => item.kind === 'text');

/** The lines of a page that belong to blocks outside tables, from top to bottom: of which block each is. */
export function blockLines(page: Page): readonly number[] {
  const lines = textItems(page).flatMap((item) =>
    item.role.kind === 'block' ? [{ ...item, block: item.role.block }] : [],
  );
  return lines.toSorted((a, b) => a.baseline - b.baseline).map(({ block }) => block);
}

/** Whether a page has no room for another line. */
export function isFull(page: Page): boolean {
  const last = Math.max(
    ...textItems(page).flatMap(({ role, baseline }) => (role.kind === 'artifact' ? [] : [baseline])),
  );
  const { height, margin } = gbt9704.page;
  return last > height - margin.bottom - 28;
}

/** What stands on a page, from top to bottom: the block of every line, of the text or of a table. */
export function standing(page: Page): readonly { readonly block: number; readonly baseline: number }[] {
  return textItems(page)
    .flatMap(({ role, baseline }) => (role.kind === 'artifact' ? [] : [{ block: role.block, baseline }]))
    .toSorted((a, b) => a.baseline - b.baseline);
}

/** The pages on which something of a block stands. */
export const pagesWith = (pages: readonly Page[], block: number): readonly number[] =>
  pages.flatMap((page, i) => (standing(page).some((line) => line.block === block) ? [i] : []));

/** The texts of a page, a line each. */
export const texts = (page: Page): readonly string[] =>
  textItems(page).map(({ runs }) => runs.map(({ text }) => text).join(''));
