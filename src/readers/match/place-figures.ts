import { spaceless } from '../../characters/spaceless.js';
import type { Diagnostic, Path } from '../../diagnostics/diagnostic.js';
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
  draft.places.set(pathOf(draft.key, cell).join('.'), field.at);
  // A note stands as the report prints it.
  const isAsPrinted = note !== undefined && spaceless(printedCell(value)) === spaceless(field.text);
  if (certainty === 'exact' || isAsPrinted) return;
  const says = { path: pathOf(draft.key, cell), label: cell.label, at: field.at, found: excerpt(field.text) };
  if (certainty === 'none') {
    const hint = '这一格按空白读入，请按原件填写';
    draft.losses.push(loss('unplaced', draft.file, { ...says, message: '这一格不是这里能填的数字', hint }));
  } else if (certainty === 'interpreted') {
    const expected = printed(value);
    draft.losses.push(
      loss('interpreted', draft.file, { ...says, message: '数字的写法已换算', expected, hint: '核对读入的数字' }),
    );
  } else {
    const expected = printed(value);
    draft.losses.push(
      loss('doubtful', draft.file, { ...says, message: '这一格的数字读得没有把握', expected, hint: '对照原件核对' }),
    );
  }
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
      if (field) draft.places.set(pathOf(draft.key, cell).join('.'), field.at);
    }
  }
  const isZero = row.cells.every(({ field, cell }) => field && readFigure(field.text, cell.kind).value === 0);
  const { source, spec } = row.match;
  draft.losses.push(
    loss(isZero ? 'interpreted' : 'doubtful', draft.file, {
      message: `${rowName(spec)} 只有一行`,
      at: placeOf(source),
      found: rowText(source),
      expected: isZero ? '各行都是 0' : `记在“${stands.at(-1)?.labels.at(-1)}”一行，其余各行记 0`,
      hint: isZero ? '不必处理' : '按原件把数字分到各行',
    }),
  );
}

/** How a row was recognised, if not by its own label. */
function tellRow(row: PlacedRow, draft: Draft): void {
  const { match, how } = row;
  const { source, spec, likeness } = match;
  const says = { path: pathOfRow(draft.key, spec), at: placeOf(source), found: rowText(source) };
  const label = rowName(spec);
  if (spec.labels.length > 0 && likeness === 0) {
    const hint = '对照原件核对这一行';
    draft.losses.push(
      loss('doubtful', draft.file, { ...says, message: '行标题认不出，按顺序读入', expected: label, hint }),
    );
  } else if (spec.labels.length > 0 && likeness < 0.999) {
    const hint = '核对是不是这一行';
    draft.losses.push(
      loss('interpreted', draft.file, { ...says, message: '行标题与规定的文字不同', expected: label, hint }),
    );
  }
  if (how === 'heads') {
    const message = '列的顺序与规定的不同，按列标题读入';
    draft.losses.push(loss('interpreted', draft.file, { ...says, message, hint: '核对这一行的各列' }));
  }
  if (how === 'sums') {
    const message = '这一行的列与规定的列对不上，按勾稽关系定出各列';
    draft.losses.push(loss('doubtful', draft.file, { ...says, message, hint: '对照原件核对这一行的各列' }));
  }
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
      loss('unplaced', draft.file, {
        message: '规定的表格里没有这一格',
        at: field.at,
        found: `${rowName(spec)}：${excerpt(field.text)}`,
        hint: '核对这个数字应填在哪一列',
      }),
    );
  }
}

function missingCell(cell: DataCell, source: SourceRow, { file, key }: Draft): Diagnostic {
  const hint = '这一格按空白读入，请按原件填写';
  return loss('missing', file, {
    message: '没有这一格',
    path: pathOf(key, cell),
    label: cell.label,
    at: placeOf(source),
    hint,
  });
}

function missingRow(spec: SpecRow, at: string | undefined, { file, key }: Draft): Diagnostic {
  return loss('missing', file, {
    message: `没有“${rowName(spec)}”一行`,
    path: pathOfRow(key, spec),
    at,
    hint: '这一行按空白读入，请按原件填写',
  });
}

/** Rows whose columns could not be settled: nothing of them is read, because a figure might get into a wrong cell. */
function unsettled({ placed }: FoundTable, { file, key }: Draft): readonly Diagnostic[] {
  return placed.unsettled.map(({ source, spec }) =>
    loss('unplaced', file, {
      message: `“${rowName(spec)}”一行的列与规定的列对不上，没有读入`,
      path: pathOfRow(key, spec),
      at: placeOf(source),
      found: rowText(source),
      hint: '按原件填写这一行',
    }),
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
    loss('unplaced', file, {
      message: '规定的表格里没有这一行',
      path: blankBeside(row, found) ?? [],
      at: placeOf(row),
      found: rowText(row),
      hint: '核对这一行应填在哪里；不属于本格式的，不必填',
    }),
  );
}
