import type { Form } from '../../form/form.js';
import { MOST_ROWS } from '../neutral/covered-table.js';
import type { SourceBlock, SourceTable } from '../neutral/reading.js';
import { isBandLine } from './band-lines.js';
import { findTable, type PlacedTable, placeTable, type RowsOf } from './match-table.js';
import { placePieces } from './place-pieces.js';
import { rowsOf as rowsOfTable, type SourceRow } from './source-rows.js';
import { specRows } from './spec-rows.js';

/** A table of a form as it was found, perhaps in several pieces. */
export interface FoundTable {
  readonly key: string;
  readonly placed: PlacedTable;
  /** The tables of the source that it stands in. */
  readonly tables: readonly SourceTable[];
}

/** The tables of one form in a source. */
export interface FormTables {
  readonly form: Form;
  readonly tables: readonly FoundTable[];
  /** Tables that were found once more: those of another report, or of another year. */
  readonly again: readonly FoundTable[];
  /** How well the form accounts for the tables, 0 to 1. */
  readonly fit: number;
}

/** Tables with nothing between them but what stands between pages: they may be pieces of one. */
type Run = readonly SourceTable[];

/** A line that interrupts a table without ending it: a page number, 续表, a unit. */
const isBetween = (text: string): boolean =>
  /^(?:[-—–\s\d第页共/]+|[（(]?续表?.{0,6}|.{0,4}单位[:：].{0,8}|[（(]?接上[页表][)）]?)$/u.test(text.trim());

function runsIn(blocks: readonly SourceBlock[], form: Form): readonly Run[] {
  const runs: SourceTable[][] = [];
  let isOpen = false;
  for (const block of blocks) {
    if (block.kind === 'paragraph')
      isOpen =
        isOpen &&
        (block.isAside === true || block.isLinked === true || isBetween(block.text) || isBandLine(block, form));
    else if (isOpen) runs.at(-1)?.push(block);
    else {
      runs.push([block]);
      isOpen = true;
    }
  }
  return runs;
}

/** Takes the tables of a form out of the rows of a run, the one that is there most fully first. */
function placeRun(run: Run, form: Form, rowsOf: (table: SourceTable) => readonly SourceRow[]): readonly FoundTable[] {
  const byRow: RowsOf = ({ table }) => rowsOf(table);
  let rows = run.flatMap(rowsOf);
  const found: FoundTable[] = [];
  const left = new Map(Object.entries(form.tables));
  while (left.size > 0 && rows.some(({ figures }) => figures.length > 0)) {
    const tries = [...left].flatMap(([key, spec]) => {
      const own = findTable(rows, spec, byRow);
      return own ? [{ key, own, share: own.likeness / Math.max(1, specRows(spec).length) }] : [];
    });
    const [best] = tries.toSorted((a, b) => b.share - a.share);
    if (best === undefined) break;
    const { key, own } = best;
    const used = new Set(own.matches.map(({ source }) => source));
    const tables = [...new Set([...used].map(({ table }) => table))];
    found.push({ key, placed: placeTable(own, byRow), tables });
    rows = rows.filter((row) => !used.has(row));
    left.delete(key);
  }
  return found;
}

const rowKeys = ({ placed }: FoundTable): readonly unknown[] => [
  ...placed.rows.map(({ match }) => match.spec),
  ...placed.unsettled.map(({ spec }) => spec),
];

/** Two finds of one table as one, if they share no row: the pieces of a table that was interrupted. */
function joined(first: FoundTable, second: FoundTable): FoundTable | undefined {
  const known = new Set(rowKeys(first));
  if (rowKeys(second).some((row) => known.has(row))) return undefined;
  const { placed } = first;
  return {
    key: first.key,
    tables: [...first.tables, ...second.tables],
    placed: {
      ...placed,
      rows: [...placed.rows, ...second.placed.rows],
      unsettled: [...placed.unsettled, ...second.placed.unsettled],
      likeness: placed.likeness + second.placed.likeness,
    },
  };
}

/** As many tables apart as pieces of one that was typed as text may be. */
const NEAR = 6;

/** Rows of tables typed as text that lines without fields have parted from the others: each is the piece that its table lacks. */
function completed(
  tables: Map<string, FoundTable>,
  runs: readonly Run[],
  rowsOf: (table: SourceTable) => readonly SourceRow[],
): void {
  for (const [key, found] of tables) {
    const at = runs.findIndex((run) => found.tables.some((table) => run.includes(table)));
    const taken = new Set([...tables.values()].flatMap((one) => one.tables));
    const near = runs
      .slice(Math.max(0, at - NEAR), at + NEAR)
      .filter((run) => run.every((table) => table.isTorn && !taken.has(table)));
    for (const run of near) {
      const byRow: RowsOf = ({ table }) => rowsOf(table);
      const own = findTable(run.flatMap(rowsOf), found.placed.spec, byRow, 0.95);
      const before = tables.get(key) ?? found;
      const whole = own && joined(before, { key, placed: placeTable(own, byRow), tables: run });
      if (whole) tables.set(key, whole);
    }
  }
}

/** Tables of one row that are printed in pieces, which may be apart from each other. */
function inPieces(
  tables: Map<string, FoundTable>,
  { tables: specs }: Form,
  runs: readonly Run[],
  rowsOf: (table: SourceTable) => readonly SourceRow[],
): void {
  for (const [key, spec] of Object.entries(specs)) {
    const isWhole = tables.get(key)?.placed.rows.some(({ cells }) => cells.every(({ field }) => field !== undefined));
    if (isWhole) continue;
    const others = new Set([...tables.values()].filter((one) => one.key !== key).flatMap((one) => one.tables));
    const rows = runs
      .flat()
      .filter((table) => !others.has(table))
      .flatMap(rowsOf);
    const placed = placePieces(rows, spec, ({ table }) => rowsOf(table));
    if (placed)
      tables.set(key, { key, placed, tables: [...new Set(placed.rows.map(({ match }) => match.source.table))] });
  }
}

/** How well a table accounts for what it was found in: its rows and heads, against those that only one of the two has. */
function fitOf({ placed, tables }: FoundTable, rowsOf: (table: SourceTable) => readonly SourceRow[]): number {
  const prescribed = specRows(placed.spec).filter(({ stands }) => stands === undefined).length;
  const data = tables.flatMap(rowsOf).filter(({ figures }) => figures.length > 0).length;
  const rows = (2 * placed.likeness) / Math.max(1, prescribed + data);
  return placed.heads === undefined ? rows : (rows + placed.heads) / 2;
}

/** Runs up to more rows than the tables of several reports have together. */
function firstRuns(runs: readonly Run[]): readonly Run[] {
  let count = 0;
  const end = runs.findIndex((run) => {
    count += run.reduce((sum, { rows }) => sum + rows, 0);
    return count > MOST_ROWS;
  });
  return end < 0 ? runs : runs.slice(0, end);
}

/** The tables of a form in a source. */
export function tablesOf(
  form: Form,
  blocks: readonly SourceBlock[],
  rowsOf: (table: SourceTable) => readonly SourceRow[],
): FormTables {
  const tables = new Map<string, FoundTable>();
  const again: FoundTable[] = [];
  const runs = firstRuns(runsIn(blocks, form));
  for (const run of runs) {
    for (const found of placeRun(run, form, rowsOf)) {
      const before = tables.get(found.key);
      const whole = before === undefined ? found : joined(before, found);
      if (whole) tables.set(found.key, whole);
      else again.push(found);
    }
  }
  completed(tables, runs, rowsOf);
  inPieces(tables, form, runs, rowsOf);
  const all = [...tables.values()];
  const fit = all.reduce((sum, table) => sum + fitOf(table, rowsOf), 0) / Math.max(1, Object.keys(form.tables).length);
  return { form, tables: all, again, fit };
}

/** Reads the rows of each table once. */
export function rowReader(): (table: SourceTable) => readonly SourceRow[] {
  const known = new Map<SourceTable, readonly SourceRow[]>();
  return (table) => {
    const rows = known.get(table) ?? rowsOfTable(table);
    known.set(table, rows);
    return rows;
  };
}
