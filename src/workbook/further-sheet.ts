import type { Path } from '../diagnostics/diagnostic.js';
import type { Form } from '../form/form.js';
import type { Cell, CellRole } from '../model/document.js';
import { valueAt } from '../table/cells.js';
import { type FurtherTable, furtherTable } from '../table/further.js';
import { noteOf, printedNote } from '../table/noted.js';
import type { StyleName } from './cell-looks.js';
import { choice } from './entries.js';
import type { Field, Shape } from './fields.js';
import { type PartRows, putPart, putTexts } from './part-rows.js';
import { cellName } from './references.js';
import { type Content, draftSheet, type SheetDraft } from './sheet-draft.js';
import type { FilledSheet } from './table-sheet.js';

export const FURTHER = '附表';

/** Room for tables that are not there yet. */
const ROOM = { tables: 3, rows: 10, columns: 7 };

const ABOUT =
  '各部分另附的小表。表格照下面的样子填：颜色深的是表头和项目；在“所在部分”里选它印在哪一部分。没有的空着。';

const STYLES: { readonly [role in CellRole]?: StyleName } = {
  head: 'head',
  stub: 'label',
  serial: 'label',
  stubhead: 'head',
};

/** What a cell of the table has: its own text or figure. */
function contentOf(value: unknown, cell: Cell): Content & { readonly shapes: readonly Shape[] } {
  if (noteOf(value) !== undefined) {
    const isNumber = typeof (value as { readonly value: unknown }).value === 'number';
    const isBracketed = noteOf(value)?.trim() === printedNote(value);
    const shapes: readonly Shape[] = [
      'note',
      ...(isNumber ? [] : (['string'] as const)),
      ...(isBracketed ? (['bracketed'] as const) : []),
    ];
    return { value: cell.text, shapes };
  }
  if (typeof value === 'number') return { value, numFmt: 'General', shapes: [] };
  return { value: typeof value === 'string' ? value : null, shapes: [] };
}

/** What no cell shows: widths of columns, and labels without a text. */
function hiddenIn(value: unknown, path: Path): readonly Field[] {
  if (Array.isArray(value)) return value.flatMap((one, i) => hiddenIn(one, [...path, i]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => {
    const here = [...path, key];
    const isHidden = key === 'width' || (key === 'label' && one === '') || (key === 'stubhead' && one === '');
    return isHidden ? [{ path: here, kind: 'hidden', shapes: [], more: one } as const] : hiddenIn(one, here);
  });
}

/** Puts a table of the report; gives the next row. */
function putTable(rows: PartRows, table: FurtherTable, path: Path, top: number, fields: Field[]): number {
  const { draft, report } = rows;
  let row = putPart(rows, { path: [...path.map(String), 'caption'], label: '表名', kind: 'text' }, top, fields);
  // Indices are numbers in the paths of fields.
  const caption = fields.pop();
  if (caption) fields.push({ ...caption, path: [...path, 'caption'] });
  const grid = furtherTable(table, path);
  for (const cell of grid.cells) {
    const slot = { row: row + cell.row, column: cell.column };
    const value = valueAt(report, cell.path);
    const content = contentOf(value, cell);
    const span = { rows: cell.rowSpan, columns: cell.colSpan };
    draft.put(slot, content, STYLES[cell.role] ?? 'text', span);
    if (cell.text === '' && cell.role !== 'text') continue;
    const kind = cell.role === 'text' ? 'value' : 'text';
    const area = { sheet: draft.name, ...slot, rows: 1, columns: 1 };
    fields.push({ path: cell.path, kind, shapes: content.shapes, area });
  }
  fields.push(...hiddenIn(table, path));
  row += grid.rows;
  return putTexts(
    rows,
    { path: [...path.map(String), 'note'], label: '表注第#段', kind: 'prose' },
    { least: 1, more: 1 },
    row,
    fields,
  );
}

/** Puts the room for one more table; gives the next row. */
function putRoom(draft: SheetDraft, number: number, sections: readonly string[], top: number, fields: Field[]): number {
  const slot = { row: top, column: 1 };
  draft.put({ row: top, column: 0 }, `另加一张表（${number}）`, 'part', { columns: ROOM.columns });
  const lines = [
    ['所在部分', 1],
    ['表名', 2],
  ] as const;
  for (const [label, below] of lines) {
    draft.put({ row: top + below, column: 0 }, label, 'label');
    draft.put({ row: top + below, column: 1 }, null, 'text', { columns: ROOM.columns - 1 });
  }
  const values = sections.map((section) => section.replaceAll(',', '，'));
  if (values.join(',').length < 250)
    draft.take([cellName({ ...slot, row: top + 1 })], choice(values, '选这张表印在哪一部分。'));
  for (let i = 0; i < ROOM.rows; i++) {
    for (let j = 0; j < ROOM.columns; j++) {
      const style = i === 0 ? 'inputHead' : j === 0 ? 'inputLabel' : 'free';
      draft.put({ row: top + 3 + i, column: j }, null, style);
    }
  }
  draft.put({ row: top + 3 + ROOM.rows, column: 0 }, '表注', 'label');
  draft.put({ row: top + 3 + ROOM.rows, column: 1 }, null, 'text', { columns: ROOM.columns - 1 });
  const area = { sheet: draft.name, row: top + 1, column: 0, rows: ROOM.rows + 3, columns: ROOM.columns };
  fields.push({ path: ['tables'], kind: 'table', shapes: [], area });
  return top + ROOM.rows + 5;
}

/** The further tables of a report, and room for more. */
export function furtherSheet(form: Form, report: unknown, name: string): FilledSheet {
  const given = form.sections.flatMap(({ key, heading }) => {
    const tables = valueAt(report, ['tables', key]);
    return (Array.isArray(tables) ? (tables as readonly FurtherTable[]) : []).map((table, i) => ({
      key,
      heading,
      table,
      i,
    }));
  });
  const columns = given.map(({ table }) => furtherTable(table, []).widths.length);
  const widths = Array.from({ length: Math.max(ROOM.columns, ...columns) }, (_, i) => (i === 0 ? 20 : 13));
  const draft = draftSheet(name, widths);
  const fields: Field[] = [];
  const rows: PartRows = { draft, report, column: 1, span: ROOM.columns - 1 };
  draft.put({ row: 0, column: 0 }, FURTHER, 'title', { columns: ROOM.columns });
  draft.put({ row: 1, column: 0 }, ABOUT, 'hint', { columns: ROOM.columns });
  let row = 2;
  for (const { key, heading, table, i } of given) {
    draft.put({ row, column: 0 }, `印在“${heading}”`, 'part', { columns: ROOM.columns });
    row = putTable(rows, table, ['tables', key, i], row + 1, fields) + 1;
  }
  const headings = form.sections.map(({ heading }) => heading);
  for (let i = 1; i <= ROOM.tables; i++) row = putRoom(draft, i, headings, row, fields);
  return { sheet: draft.finish({ freeze: { rows: 1, columns: 0 }, tab: '5B9BD5' }), fields };
}
