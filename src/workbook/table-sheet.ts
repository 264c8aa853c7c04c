import type { Path } from '../diagnostics/diagnostic.js';
import { type Form, headingOf } from '../form/form.js';
import type { Cell, CellRole, Table } from '../model/document.js';
import { PROGRAM } from '../model/program.js';
import { type DataCell, dataCells, valueAt } from '../table/cells.js';
import type { CellValue } from '../table/data.js';
import type { CellKind, TableSpec } from '../table/spec.js';
import { statutoryTable } from '../table/statutory.js';
import type { StyleName } from './cell-looks.js';
import { checkLines } from './check-lines.js';
import type { WrittenSheet } from './engine.js';
import { choice as choiceOf, entries } from './entries.js';
import { BLANKS_ARE_BLANK, BLANKS_ARE_ZERO, type Field, type Shape } from './fields.js';
import { figureContent } from './figure-content.js';
import { putLastYear } from './last-year-rows.js';
import { cellName, fixedName, rangesOf, type Slot } from './references.js';
import { draftSheet, type SheetDraft } from './sheet-draft.js';
import { type PlacedTable, placeOnSheet, rollsFromLastYear } from './table-place.js';
import { isWorkedOut, totalFormula, totalsOf } from './total-formulas.js';

/** A sheet of a workbook with its fields, and what the first sheet counts. */
export interface FilledSheet {
  readonly sheet: WrittenSheet;
  readonly fields: readonly Field[];
  /** Figures to be filled in, and how many there are. */
  readonly open?: {
    readonly ranges: readonly string[];
    readonly count: number;
    readonly blank: number;
    /** The cell that says what blank cells are. */
    readonly choice: string;
  };
  /** Cells that must be 0. */
  readonly checks?: { readonly ranges: readonly string[]; readonly wrong: number };
}

export interface TableSheetInput {
  readonly form: Form;
  readonly key: string;
  readonly name: string;
  /** The table with every cell given; blank ones are null. */
  readonly data: unknown;
  readonly previous: unknown;
}

/** The rows above a table: its heading, what to do, and what blank cells are. */
const TOP = 3;
const CHOICE_ROW = 2;
const CHOICE = '没有填的格';

const STYLES: { readonly [role in CellRole]?: StyleName } = {
  band: 'head',
  head: 'head',
  stub: 'label',
  stubhead: 'head',
  note: 'head',
};

/** The width of a label beside several rows: a short one on one line, a longer one on two. */
function besideRows(label: string): number {
  const lines = label.length > 8 ? 2 : 1;
  return Math.ceil(label.length / lines) * 2 + 1.6;
}

/** Widths in characters: no column of figures is narrower than nine, none of upper labels than its own need. */
function widthsOf({ widths: shares }: TableSpec, { cells }: Table, stubs: number): readonly number[] {
  const isUpper = ({ role, column, colSpan }: Cell) => role === 'stub' && column + colSpan < stubs;
  const needs = shares.map((_, i) =>
    Math.max(
      5,
      ...cells
        .filter((cell) => isUpper(cell) && cell.column === i && cell.colSpan === 1)
        .map(({ text }) => besideRows(text)),
    ),
  );
  const all = shares.reduce((sum, share) => sum + share, 0);
  const least = Math.min(...shares.slice(stubs));
  const whole = Math.max(84, (9 * all) / least);
  return shares.map((share, i) => Math.max(needs[i] ?? 5, Math.round((share / all) * whole * 10) / 10));
}

function putLabels(draft: SheetDraft, placed: PlacedTable): void {
  for (const one of placed.cells) {
    const style = STYLES[one.cell.role];
    if (style === undefined) continue;
    draft.put(one, one.cell.text, style, one);
  }
}

/** What is known of a table while its figures are put. */
interface Figures {
  readonly draft: SheetDraft;
  readonly placed: PlacedTable;
  readonly input: TableSheetInput;
  readonly slotOf: (cell: DataCell) => Slot;
}

function fieldAt(input: TableSheetInput, path: Path, slot: Slot, kind: Field['kind'], shapes: readonly Shape[]): Field {
  return { path, kind, shapes, area: { sheet: input.name, ...slot, rows: 1, columns: 1 } };
}

/** Puts the figures, totals as formulas. A total that its parts do not add up to stands as it is printed, and is coloured. */
function putFigures({ draft, placed, input, slotOf }: Figures): {
  readonly fields: readonly Field[];
  readonly typed: readonly DataCell[];
} {
  const { form, key, data } = input;
  const spec = form.tables[key] ?? { description: '', widths: [], groups: [] };
  const totals = totalsOf(spec);
  const fields: Field[] = [];
  const typed: DataCell[] = [];
  for (const cell of dataCells(spec)) {
    const slot = slotOf(cell);
    const span = placed.cells.find((one) => one.row === slot.row && one.column === slot.column) ?? {};
    const value = valueAt(data, cell.path) as CellValue | undefined;
    const content = figureContent(value, cell.kind);
    const sum = totals.get(cell.path.join('.'));
    const isFormula = sum !== undefined && isWorkedOut(sum, data);
    const shapes: readonly Shape[] = isFormula ? [...content.shapes, 'total'] : content.shapes;
    draft.put(slot, isFormula ? null : content, isFormula ? 'computed' : 'figure', span);
    if (isFormula) {
      const formula = totalFormula(sum.left.map(slotOf), fixedName(choiceSlot(draft, placed)));
      draft.work(slot, formula, content.value ?? '', 'computed', content.numFmt);
    } else {
      typed.push(cell);
      if (sum) draft.warn(cellName(slot), unequal(slot, sum.left.map(slotOf)));
    }
    fields.push(fieldAt(input, [key, ...cell.path], slot, cell.kind, shapes));
  }
  return { fields, typed };
}

/** Whether a total that was typed is not what its parts add up to, once all of them are there. */
function unequal(total: Slot, parts: readonly Slot[]): string {
  const ranges = rangesOf(parts).join(',');
  return `AND(COUNT(${ranges})=${parts.length},ROUND(${cellName(total)}-SUM(${ranges}),8)<>0)`;
}

/** The cell that says what blank cells are; its label stands before it, on one line. */
function choiceSlot({ widths }: Pick<SheetDraft, 'widths'>, { stubs, columns }: PlacedTable): Slot {
  let [column, width] = [0, 0];
  while (column < columns - 1 && (column < stubs || width < besideRows(CHOICE))) {
    width += widths[column] ?? 0;
    column += 1;
  }
  return { row: CHOICE_ROW, column };
}

/** What the cells to be filled in take: each kind once for the sheet. */
function guard({ draft, slotOf }: Figures, typed: readonly DataCell[]): void {
  for (const kind of ['count', 'signed', 'amount'] as const satisfies readonly CellKind[]) {
    draft.take(rangesOfRows(typed.filter((cell) => cell.kind === kind).map(slotOf)), entries[kind]);
  }
}

/** Slots as ranges, row by row. */
function rangesOfRows(slots: readonly Slot[]): readonly string[] {
  const rows = new Map<number, Slot[]>();
  for (const slot of slots) rows.set(slot.row, [...(rows.get(slot.row) ?? []), slot]);
  return [...rows.values()].flatMap((row) => rangesOf(row));
}

function putTop({ draft, placed, input }: Figures): Field {
  const { form, key } = input;
  const slot = choiceSlot(draft, placed);
  const { column } = slot;
  const whole = { columns: placed.columns };
  draft.put({ row: 0, column: 0 }, headingOf(form, key), 'title', whole);
  const hint =
    '淡黄色的格填数；蓝色的格是合计，自动算出；橙色的格是上年报告的数字。没有发生的填 0，或者填完后在下面选“空格都是 0”。';
  draft.put({ row: 1, column: 0 }, hint, 'hint', whole);
  draft.put({ row: CHOICE_ROW, column: 0 }, CHOICE, 'label', { columns: column });
  const span = Math.min(2, placed.columns - column);
  draft.put(slot, BLANKS_ARE_BLANK, 'text', { columns: span });
  const words = `“${BLANKS_ARE_ZERO}”：没有填的格都按 0 计；“${BLANKS_ARE_BLANK}”：没有填的格检查时会提示。`;
  draft.take([cellName(slot)], choiceOf([BLANKS_ARE_BLANK, BLANKS_ARE_ZERO], words));
  return fieldAt(input, [key], slot, 'blanks', []);
}

/** A statutory table as a sheet. */
export function tableSheet(input: TableSheetInput): FilledSheet {
  const { form, key, data, previous } = input;
  const spec = form.tables[key];
  if (spec === undefined) throw new Error(`${PROGRAM}: no table ${key}`);
  const table = statutoryTable(spec, data, key);
  const rolls = previous === undefined ? [] : rollsFromLastYear(form);
  const placed = placeOnSheet(spec, table, rolls, TOP);
  const draft = draftSheet(input.name, widthsOf(spec, table, placed.stubs));
  const slotOf = ({ path }: DataCell): Slot => placed.slots.get([key, ...path].join('.')) ?? { row: 0, column: 0 };
  const figures: Figures = { draft, placed, input, slotOf };
  const top = putTop(figures);
  putLabels(draft, placed);
  const { fields, typed } = putFigures(figures);
  guard(figures, typed);
  putLastYear(draft, placed, { form, data, key, previous });
  const choice = fixedName(choiceSlot(draft, placed));
  const checks = checkLines(draft, placed, { spec, data, slotOf, choice });
  const isWide = draft.widthOf(0, placed.columns) > 100 && checks.end < 22;
  const rows = table.headRows > 0 ? TOP + table.headRows : TOP;
  const blank = typed.filter(({ path }) => (valueAt(data, path) ?? null) === null).length;
  return {
    sheet: draft.finish({
      isWide,
      freeze: { rows, columns: placed.stubs },
      titles: `$1:$${rows}`,
      tab: 'FFC000',
    }),
    fields: [top, ...fields],
    open: { ranges: rangesOfRows(typed.map(slotOf)), count: typed.length, blank, choice },
    ...(checks.ranges.length > 0 && { checks }),
  };
}
