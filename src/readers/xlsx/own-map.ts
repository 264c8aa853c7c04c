import type { Path } from '../../diagnostics/diagnostic.js';
import {
  type FieldKind,
  MAP_HEAD,
  MAP_LABELS,
  MAP_MARK,
  MAP_SHEETS,
  MAP_VERSION,
  type Shape,
} from '../../workbook/fields.js';
import { type Area, areaOf, slotPlace } from '../../workbook/references.js';
import type { SheetLabel } from '../../workbook/sheet-labels.js';
import type { FilledField, FilledWorkbook } from '../neutral/filled-workbook.js';
import type { MadeLabels } from './labelled-sheet.js';
import type { SeenBook, SeenSheet } from './open-book.js';
import { outsideOf } from './outside-sheets.js';
import { type MadeSheets, ownPlaces } from './own-places.js';
import { sheetLosses } from './own-sheets.js';
import { BLANK } from './seen-cell.js';

/** Keys that would reach into what every object has. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

const isKey = (key: unknown): key is string | number =>
  typeof key === 'string' ? !FORBIDDEN.has(key) : Number.isInteger(key) && Number(key) >= 0 && Number(key) < 10_000;

function parsed(json: string): unknown {
  if (json === '') return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Whether a value from a map, which may be damaged, is a path. */
export const isPath = (value: unknown): value is Path => Array.isArray(value) && value.length > 0 && value.every(isKey);

function pathOf(json: string): Path | undefined {
  const path = parsed(json);
  return isPath(path) ? path : undefined;
}

/** The sheet of a workbook of ours that says what its places are. */
const mapIn = ({ sheets }: SeenBook): SeenSheet | undefined => sheets.find((sheet) => sheet.at(0, 0).text === MAP_MARK);

/** What the sheets said in their first cells, by the names that they had; older versions do not say it. */
function titlesIn(map: SeenSheet): ReadonlyMap<string, string> {
  const row = Array.from({ length: MAP_HEAD }, (_, i) => i).find((i) => map.at(i, 0).text === MAP_SHEETS);
  const titles = row === undefined ? undefined : parsed(map.at(row, 1).text);
  return new Map(
    Object.entries(titles ?? {}).flatMap(([name, title]) =>
      typeof title === 'string' && title !== '' ? [[name, title]] : [],
    ),
  );
}

const isLabel = (value: unknown): value is SheetLabel => {
  if (!Array.isArray(value)) return false;
  const [row, column, text] = value as unknown[];
  return [row, column].every((line) => Number.isInteger(line) && Number(line) >= 0) && typeof text === 'string';
};

/** What the sheets had around their fields, in one line of the map or more. */
function labelsIn(lines: readonly MapLine[]): ReadonlyMap<string, MadeLabels> {
  const found = new Map<string, MadeLabels>();
  for (const { kind, reference, more } of lines) {
    const area = kind === MAP_LABELS ? areaOf(reference) : undefined;
    const all = area && parsed(more);
    if (area === undefined || !Array.isArray(all) || area.rows * area.columns > MOST_SLOTS) continue;
    const labels = all.filter(isLabel).filter(([row, column]) => row < area.rows && column < area.columns);
    const { sheet, rows, columns } = area;
    found.set(sheet, { labels: [...(found.get(sheet)?.labels ?? []), ...labels], rows, columns });
  }
  return found;
}

/** A line of a map. */
interface MapLine {
  readonly path: Path | undefined;
  readonly kind: string;
  readonly shapes: string;
  readonly name: string;
  readonly reference: string;
  readonly more: string;
}

function linesOf(map: SeenSheet): readonly MapLine[] {
  return Array.from({ length: Math.max(0, map.rows - MAP_HEAD) }, (_, i) => {
    const [json = '', kind = '', shapes = '', name = '', reference = '', more = ''] = [0, 1, 2, 3, 4, 5].map(
      (column) => map.at(MAP_HEAD + i, column).text,
    );
    return { path: pathOf(json), kind, shapes, name, reference, more };
  });
}

/** Of all fields of a map together. */
const MOST_SLOTS = 100_000;

const GONE: Pick<FilledField, 'cells' | 'area' | 'seen' | 'at'> = {
  cells: [],
  area: undefined,
  seen: () => BLANK,
  at: () => undefined,
};

function fieldIn(
  { path, kind, shapes, more }: MapLine,
  area: Area | undefined,
  book: SeenBook,
  budget: { left: number },
): FilledField | undefined {
  if (path === undefined) return undefined;
  const about = {
    path,
    kind: kind as FieldKind,
    shapes: shapes.split(' ').filter((shape) => shape !== '') as readonly Shape[],
    more: parsed(more),
  };
  const sheet = book.sheets.find((one) => one.name === area?.sheet);
  if (area === undefined || sheet === undefined) return { ...about, ...GONE };
  const { rows, columns } = area;
  if (!(rows > 0 && columns > 0 && rows * columns <= budget.left)) return undefined;
  budget.left -= rows * columns;
  const cells = Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (_, j) => sheet.at(area.row + i, area.column + j)),
  );
  const at = (i: number, j: number) => slotPlace(sheet.name, { row: area.row + i, column: area.column + j });
  return { ...about, cells, area, seen: ({ row, column }) => sheet.at(row, column), at };
}

/** A workbook of ours by its own map, of whatever version; undefined if it is none. */
export function ownWorkbook(book: SeenBook, file: string): FilledWorkbook | undefined {
  const map = mapIn(book);
  if (map === undefined) return undefined;
  const lines = linesOf(map);
  const made: MadeSheets = { titles: titlesIn(map), labels: labelsIn(lines) };
  const entries = lines.filter(({ path }) => path !== undefined);
  const places = ownPlaces(book, made, entries);
  const budget = { left: MOST_SLOTS };
  const fields = entries.flatMap((line, i) => fieldIn(line, places.areas[i], book, budget) ?? []);
  const own = { fields, titles: made.titles, places, map: map.name };
  return {
    edition: map.at(1, 1).text,
    isNewer: !(Number(map.at(0, 1).text) <= MAP_VERSION),
    fields,
    losses: sheetLosses(book, own, file),
    outside: outsideOf(book, own, file),
  };
}
