import { spaceless } from '../../characters/spaceless.js';
import type { Diagnostic, Path } from '../../diagnostics/diagnostic.js';
import { once } from '../../memo/once.js';
import { type DataCell, dataCells } from '../../table/cells.js';
import { nest } from '../../table/complete.js';
import type { CellValue } from '../../table/data.js';
import { printedCell } from '../../table/printed-figure.js';
import type { TableSpec } from '../../table/spec.js';
import { excerpt, loss } from '../neutral/loss.js';
import { type FigureText, readFigure } from './figure-text.js';
import type { FoundTable } from './find-tables.js';
import type { PlacedRow } from './match-table.js';
import type { SourceField, SourceRow } from './source-rows.js';
import { type SpecRow, specRows } from './spec-rows.js';

/** The data of a table as it was read, where each cell stands, and what was lost. */
export interface ReadTable {
  readonly data: object;
  /** By dotted paths of the report. */
  readonly places: ReadonlyMap<string, string>;
  readonly losses: readonly Diagnostic[];
}

/** What is kept while the cells of a table are read. */
interface Draft {
  readonly file: string;
  readonly key: string;
  readonly values: Map<DataCell, CellValue>;
  readonly places: Map<string, string>;
  readonly losses: Diagnostic[];
}

const pathOf = (key: string, { path }: DataCell): Path => [key, ...path];

const dotted = once(({ path }: DataCell): string => path.join('.'));

/** The path of a cell as places are kept by it. */
const placeKey = (key: string, cell: DataCell): string => `${key}.${dotted(cell)}`;

/** What the paths of the cells of a row have in common. */
function pathOfRow(key: string, { cells }: SpecRow): Path {
  const [first, last] = [cells[0], cells.at(-1)];
  if (first === undefined || last === undefined) return [key];
  const parting = first.path.findIndex((step, i) => step !== last.path[i]);
  return [key, ...first.path.slice(0, parting < 0 ? -1 : parting)];
}

const printed = (value: CellValue): string => printedCell(value) || '空白';

/** A figure with its note, as the report has it. */
function noted(value: FigureText['value'], note: string | undefined): CellValue {
  if (note === undefined || value === null) return value;
  return typeof value === 'object' ? { ...value, note } : ({ value, note } as CellValue);
}

/** Reads the field that stands in a cell, and tells what it had to understand. */
function readCell(cell: DataCell, field: SourceField, draft: Draft): void {
  const { value: bare, note, certainty } = readFigure(field.text, cell.kind);
  const value = noted(bare, note);
  draft.values.set(cell, value);
  draft.places.set(placeKey(draft.key, cell), field.at);
  // A note stands as the report prints it.
  const isAsPrinted = note !== undefined && spaceless(printedCell(value)) === spaceless(field.text);
  if (certainty === 'exact' || isAsPrinted) return;
  const where = { file: draft.file, path: pathOf(draft.key, cell), label: cell.label, at: field.at };
  const given = excerpt(field.text);
  if (certainty === 'none')
    draft.losses.push(loss('unplaced', { cause: 'not-a-figure', given, takes: cell.kind }, where));
  else if (certainty === 'interpreted')
    draft.losses.push(loss('interpreted', { cause: 'figure-converted', given, wanted: printed(value) }, where));
  else draft.losses.push(loss('doubtful', { cause: 'figure-doubtful', given, wanted: printed(value) }, where));
}

function rowName({ labels, band }: SpecRow): string {
  const own = labels.join(' ');
  return own === '' ? (band ?? '这一行') : own;
}

/** What a row of the source is called, and its figures. */
function rowText({ labels, figures }: SourceRow): string {
  return excerpt(`${labels.at(-1) ?? ''} ${figures.map(({ text }) => text.trim() || '（空白）').join(' ')}`);
}

const placeOf = ({ fields, table, row }: SourceRow): string => fields[0]?.at ?? `${table.at}，第${row + 1}行`;

/** A row that stands for several: its figures go to the last of them, and the others have none. */
function spread(row: PlacedRow, stands: readonly SpecRow[], draft: Draft): void {
  for (const spec of stands.slice(0, -1)) {
    for (const [j, cell] of spec.cells.entries()) {
      const field = row.cells[j]?.field;
      const isBlank = field === undefined || readFigure(field.text, cell.kind).value === null;
      draft.values.set(cell, isBlank ? null : 0);
      if (field) draft.places.set(placeKey(draft.key, cell), field.at);
    }
  }
  const isZero = row.cells.every(({ field, cell }) => field && readFigure(field.text, cell.kind).value === 0);
  const { source, spec } = row.match;
  const [facts, where] = [
    { name: rowName(spec), given: rowText(source) },
    { file: draft.file, at: placeOf(source) },
  ];
  draft.losses.push(
    isZero
      ? loss('interpreted', { cause: 'row-for-several', ...facts }, where)
      : loss('doubtful', { cause: 'row-for-several-doubtful', ...facts, row: stands.at(-1)?.labels.at(-1) }, where),
  );
}

/** How a row was recognised, if not by its own label. */
function tellRow(row: PlacedRow, draft: Draft): void {
  const { match, how } = row;
  const { source, spec, likeness } = match;
  const isOwn = spec.labels.length === 0 || likeness >= 0.999;
  if (isOwn && how === 'order') return;
  const where = { file: draft.file, path: pathOfRow(draft.key, spec), at: placeOf(source) };
  const [given, wanted] = [rowText(source), rowName(spec)];
  if (!isOwn && likeness === 0) draft.losses.push(loss('doubtful', { cause: 'row-by-order', given, wanted }, where));
  else if (!isOwn) draft.losses.push(loss('interpreted', { cause: 'row-label', given, wanted }, where));
  if (how === 'heads') draft.losses.push(loss('interpreted', { cause: 'columns-by-heads', given }, where));
  if (how === 'sums') draft.losses.push(loss('doubtful', { cause: 'columns-by-sums', given }, where));
}

function readRow(row: PlacedRow, draft: Draft, covered: Set<SpecRow>): void {
  const { spec, source } = row.match;
  covered.add(spec);
  for (const one of spec.stands ?? []) covered.add(one);
  for (const { cell, field } of row.cells) {
    if (field) readCell(cell, field, draft);
    else draft.losses.push(missingCell(cell, source, draft));
  }
  if (spec.stands) spread(row, spec.stands, draft);
  tellRow(row, draft);
  for (const field of row.left) {
    draft.losses.push(
      loss(
        'unplaced',
        { cause: 'no-such-cell', name: rowName(spec), given: excerpt(field.text) },
        { file: draft.file, at: field.at },
      ),
    );
  }
}

function missingCell(cell: DataCell, source: SourceRow, { file, key }: Draft): Diagnostic {
  return loss('missing', { cause: 'cell' }, { file, path: pathOf(key, cell), label: cell.label, at: placeOf(source) });
}

function missingRow(spec: SpecRow, at: string | undefined, { file, key }: Draft): Diagnostic {
  return loss('missing', { cause: 'row', name: rowName(spec) }, { file, path: pathOfRow(key, spec), at });
}

/** Rows whose columns could not be settled: nothing of them is read, because a figure might get into a wrong cell. */
function unsettled({ placed }: FoundTable, { file, key }: Draft): readonly Diagnostic[] {
  return placed.unsettled.map(({ source, spec }) =>
    loss(
      'unplaced',
      { cause: 'columns-unsettled', name: rowName(spec), given: rowText(source) },
      { file, path: pathOfRow(key, spec), at: placeOf(source) },
    ),
  );
}

/** Reads the figures of a table of the form. */
export function readTable(found: FoundTable, spec: TableSpec, file: string): ReadTable {
  const draft: Draft = { file, key: found.key, values: new Map(), places: new Map(), losses: [] };
  const at = found.tables[0]?.at;
  if (at !== undefined) draft.places.set(found.key, at);
  const covered = new Set<SpecRow>(found.placed.unsettled.map((match) => match.spec));
  const isGiven = (row: PlacedRow) =>
    row.match.spec.stands?.some((one) => found.placed.rows.some(({ match }) => match.spec === one));
  const rows = found.placed.rows.filter((row) => !isGiven(row));
  for (const row of rows) readRow(row, draft, covered);
  const absent = specRows(spec).filter((row) => !row.stands && !covered.has(row));
  return {
    data: nest(dataCells(spec), (cell) => draft.values.get(cell) ?? null),
    places: draft.places,
    losses: [...draft.losses, ...unsettled(found, draft), ...absent.map((row) => missingRow(row, at, draft))],
  };
}

const isBlankRow = ({ match }: PlacedRow): boolean => match.source.figures.every(({ text }) => text.trim() === '');

/** The row of the form beside a row of figures that has none of its own: the figures may be its own. */
function blankBeside({ table, row }: SourceRow, found: readonly FoundTable[]): Path | undefined {
  for (const { key, placed } of found) {
    const beside = placed.rows.find(
      (one) => one.match.source.table === table && Math.abs(one.match.source.row - row) === 1 && isBlankRow(one),
    );
    if (beside) return pathOfRow(key, beside.match.spec);
  }
  return undefined;
}

/** Rows of figures, in tables of the form, that are none of its rows. */
export function strayRows(
  found: readonly FoundTable[],
  rowsOf: (table: FoundTable['tables'][number]) => readonly SourceRow[],
  file: string,
): readonly Diagnostic[] {
  const used = new Set(
    found.flatMap(({ placed }) => [
      ...placed.rows.map(({ match }) => match.source),
      ...placed.unsettled.map(({ source }) => source),
    ]),
  );
  const tables = new Set(found.flatMap((one) => one.tables));
  const stray = [...tables]
    .flatMap(rowsOf)
    .filter((row) => !used.has(row) && row.figures.some(({ text }) => /\d/u.test(text.normalize('NFKC'))));
  return stray.map((row) =>
    loss(
      'unplaced',
      { cause: 'no-such-row', given: rowText(row) },
      { file, path: blankBeside(row, found) ?? [], at: placeOf(row) },
    ),
  );
}
