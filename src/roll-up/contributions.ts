import type { Path } from '../diagnostics/diagnostic.js';
import type { Form } from '../form/form.js';
import { dataCells, valueAt } from '../table/cells.js';
import { completeTable, nest } from '../table/complete.js';
import type { CellValue } from '../table/data.js';
import type { TableSpec } from '../table/spec.js';
import type { Child, Chosen } from './choose-reports.js';
import type { HandedReport } from './roll-input.js';
import { isSameFigure } from './same-figures.js';
import type { WholeCell } from './whole-cells.js';

/**
 * What an agency gives to a cell: a figure; a cell left blank; one that could not be read; none, because its report does not have the
 * section; none, because there is no report; two figures, because it handed in two that differ; a file, of which nobody knows whose it is.
 */
export type State = 'given' | 'blank' | 'unread' | 'absent' | 'missing' | 'disputed' | 'unknown';

/** What one agency gives to one cell of the whole. */
export interface Contribution {
  /** The agency; of a file that could not be read, its name. */
  readonly agency: string;
  /** The file that its report is from. */
  readonly file?: string;
  /** Whether it gives a figure, and if not, why. */
  readonly state: State;
  /** As it counts; of figures that differ all of them. */
  readonly values: readonly CellValue[];
}

/** Losses by which a cell is blank that is none in the source. */
const UNREAD = new Set(['read/missing', 'read/unplaced']);

const leadsTo = (path: Path, cell: readonly string[]): boolean =>
  path.length > 0 && path.length <= cell.length && path.every((key, i) => key === cell[i]);

/** Whether a cell is blank because it could not be read. Where a loss names no cell, as of columns that are gone, it may be any. */
const isUnreadCell = ({ losses = [] }: HandedReport, path: readonly string[]): boolean =>
  losses.some(
    (loss) =>
      UNREAD.has(loss.code) && (leadsTo(loss.path, path) || (loss.code === 'read/missing' && loss.path.length === 0)),
  );

function stateIn(handed: HandedReport, { table, path }: WholeCell): State {
  if (valueAt(handed.report, [table]) === undefined) return 'absent';
  if ((valueAt(handed.report, path) ?? null) !== null) return 'given';
  return isUnreadCell(handed, path) ? 'unread' : 'blank';
}

/** A table whose blank cells are 0 and whose blank totals are what their parts add up to; cells that could not be read stay blank. */
function filledTable(table: string, spec: TableSpec, handed: HandedReport): object {
  const data = valueAt(handed.report, [table]);
  const raw = nest(dataCells(spec), ({ path }) => {
    const value = valueAt(data, path) ?? null;
    return value === null && !isUnreadCell(handed, [table, ...path]) ? undefined : value;
  });
  return completeTable(spec, { ...raw, fill: 0, totals: 'compute' }, table).data;
}

/** The figures of a report as they count. */
function countedTables(handed: HandedReport, form: Form, blankAsZero: boolean): unknown {
  if (!blankAsZero) return handed.report;
  return Object.fromEntries(
    Object.entries(form.tables).flatMap(([table, spec]) =>
      valueAt(handed.report, [table]) === undefined ? [] : [[table, filledTable(table, spec, handed)]],
    ),
  );
}

/** One of the reports of a child, with its figures as they count. */
interface Version {
  readonly handed: HandedReport;
  readonly counted: unknown;
}

const figureIn = ({ counted }: Version, { path }: WholeCell): CellValue =>
  (valueAt(counted, path) ?? null) as CellValue;

/** What one of the reports of a child says of a cell. */
function stateOf({ handed, counted }: Version, cell: WholeCell, blankAsZero: boolean): State {
  const state = stateIn(handed, cell);
  // The total of a part that could not be read is not known either.
  const isOpen = blankAsZero && state === 'blank' && (valueAt(counted, cell.path) ?? null) === null;
  return isOpen ? 'unread' : state;
}

/** Gives what one child contributes to each cell. A report in which a cell could not be read does not gainsay another. */
function contributor({ agency, versions }: Child, form: Form, blankAsZero: boolean): (cell: WholeCell) => Contribution {
  const all = versions.map((handed) => ({ handed, counted: countedTables(handed, form, blankAsZero) }));
  return (cell) => {
    const known = all.filter((one) => stateOf(one, cell, blankAsZero) !== 'unread');
    const [first, ...more] = known.length > 0 ? known : all;
    if (first === undefined) return { agency, state: 'missing', values: [] };
    const { file } = first.handed;
    const whose = { agency, ...(file !== undefined && { file }) };
    const value = figureIn(first, cell);
    if (more.every((other) => isSameFigure(value, figureIn(other, cell), cell))) {
      return { ...whose, state: stateOf(first, cell, blankAsZero), values: [value] };
    }
    return { ...whose, state: 'disputed', values: [first, ...more].map((one) => figureIn(one, cell)) };
  };
}

/**
 * What every child of the whole gives to each cell. A file that could not be read may be anyone's, unless a list says who is missing.
 *
 * @param blankAsZero a blank cell counts as 0, and a blank total as what its parts add up to
 */
export function contributions(chosen: Chosen, blankAsZero: boolean): (cell: WholeCell) => readonly Contribution[] {
  const { children, unread, hasList, form } = chosen;
  const contributors = children.map((child) => contributor(child, form, blankAsZero));
  const unknown = hasList
    ? []
    : unread.map(({ file }): Contribution => ({ agency: file, file, state: 'unknown', values: [] }));
  return (cell) => [...contributors.map((of) => of(cell)), ...unknown];
}
