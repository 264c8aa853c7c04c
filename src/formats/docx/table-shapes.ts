import type { Cell, Table } from '../../model/document.js';

/**
 * The tables of a form are the same in every report but for their figures. What follows from the rest of a table is kept by its shape, in
 * `shape-fits.ts` and `table-moulds.ts`. Every value of a table but its figures is compared, so two tables of one shape differ in nothing else.
 */
export interface TableShape {
  /** The first table of this shape: a copy, because a caller may change it. */
  readonly table: Table;
}

/** Whether a cell may have another text in a table of the same shape: one with a figure. Breaks between words make it a label. */
export const isOpen = ({ role, breaks = [] }: Cell): boolean =>
  (role === 'figure' || role === 'noted') && breaks.length === 0;

function areSame(one: readonly number[] | undefined, other: readonly number[] | undefined): boolean {
  if (one === other) return true;
  if (one === undefined || other === undefined || one.length !== other.length) return false;
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false;
  return true;
}

function areAlike(one: Cell, other: Cell): boolean {
  return (
    one.row === other.row &&
    one.column === other.column &&
    one.rowSpan === other.rowSpan &&
    one.colSpan === other.colSpan &&
    one.role === other.role &&
    areSame(one.breaks, other.breaks) &&
    (one.text === other.text || isOpen(one))
  );
}

function hasShape({ table: one }: TableShape, other: Table): boolean {
  if (one.rows !== other.rows || one.headRows !== other.headRows || one.cells.length !== other.cells.length)
    return false;
  if (one.caption !== other.caption || one.description !== other.description) return false;
  if ((one.note === undefined) !== (other.note === undefined) || !areSame(one.widths, other.widths)) return false;
  for (let i = 0; i < one.cells.length; i++) if (!areAlike(one.cells[i] as Cell, other.cells[i] as Cell)) return false;
  return true;
}

/** What is compared, without where the report has it. */
function copyOf(table: Table): Table {
  const { caption, description, widths, rows, headRows, cells, note } = table;
  return {
    kind: 'table',
    path: [],
    ...(caption !== undefined && { caption }),
    description,
    widths: [...widths],
    rows,
    headRows,
    cells: cells.map(({ row, column, rowSpan, colSpan, role, text, breaks }) => {
      return { row, column, rowSpan, colSpan, role, text, breaks: breaks && [...breaks], path: [] };
    }),
    ...(note && { note: { path: [], paragraphs: [] } }),
  };
}

/** Shapes to keep: the two forms have seven. */
const SHAPES = 40;
/** Larger tables are nobody's form, and running text seldom recurs. */
const MOST_CELLS = 1000;
const recurs = ({ cells }: Table): boolean => cells.length <= MOST_CELLS && cells.every(({ role }) => role !== 'text');

let known: readonly TableShape[] = [];

/** The shape of a table, the same object for all tables that have it; undefined for one that is unlikely to recur. */
export function shapeOf(table: Table): TableShape | undefined {
  const found = known.find((shape) => hasShape(shape, table));
  if (found || !recurs(table)) return found;
  const shape = { table: copyOf(table) };
  known = [...(known.length < SHAPES ? known : []), shape];
  return shape;
}
