import { once } from '../memo/once.js';
import { DECIMAL, isShort } from './exact-sum.js';
import type { CellKind, Header, TableSpec } from './spec.js';

/**
 * A short way for tables that nobody can find fault with: plain objects with keys of the definition alone, and plain figures in all cells.
 * What the schema would say of them is known, so it is not asked; every other table is left to it. What becomes of a table, with all its
 * cells, is the work of `completeTable` either way.
 */

/** What may stand at a place of a table: a figure, one of the table's options, or a group with these keys. */
type Place = CellKind | readonly unknown[] | ReadonlyMap<string, Place>;

type Entry = readonly [key: string, place: Place];

function columnPlaces(columns: readonly Header[]): readonly Entry[] {
  return columns.flatMap(({ key, kind = 'count', children }): readonly Entry[] => {
    const inner = children && columnPlaces(children);
    if (key === undefined) return inner ?? [];
    return [[key, inner ? new Map(inner) : kind]];
  });
}

function rowPlaces(rows: readonly Header[], inner: readonly Entry[]): readonly Entry[] {
  return rows.map(({ key = '', children }) => [key, new Map(children ? rowPlaces(children, inner) : inner)]);
}

const placesOf = once(
  ({ groups }: TableSpec): Place =>
    new Map<string, Place>([
      ...groups.flatMap(({ rows, columns }) => {
        const inner = columnPlaces(columns);
        return rows.length === 0 ? inner : rowPlaces(rows, inner);
      }),
      ['fill', [0]],
      ['totals', ['given', 'compute']],
    ]),
);

/** A unit in characters that can be seen. */
const UNIT = /^[一-龥]+$/u;

function isDecimal(value: unknown): boolean {
  if (typeof value === 'string') return DECIMAL.test(value) && isShort(value);
  return typeof value === 'number' && DECIMAL.test(String(value));
}

function isAmount(value: unknown): boolean {
  if (!isPlain(value)) return isDecimal(value);
  const { value: figure, unit, ...more } = value;
  return isDecimal(figure) && typeof unit === 'string' && UNIT.test(unit) && Object.keys(more).length === 0;
}

function isFigure(value: unknown, kind: CellKind): boolean {
  if (value === null) return true;
  if (kind === 'amount') return isAmount(value);
  return Number.isSafeInteger(value) && (kind === 'signed' || (value as number) >= 0);
}

/** An object that is nothing else, as files give them. */
export const isPlain = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

function isRight(value: unknown, place: Place): boolean {
  if (typeof place === 'string') return isFigure(value, place);
  if (Array.isArray(place)) return place.includes(value);
  if (!isPlain(value)) return false;
  // Those as well that are not listed: whoever asks for a cell gets them.
  for (const key of Object.getOwnPropertyNames(value)) {
    const inner = (place as ReadonlyMap<string, Place>).get(key);
    if (inner === undefined || !isRight(value[key], inner)) return false;
  }
  return true;
}

/** Whether the data of a table, as a report gives them, are beyond doubt of the right shape. */
export const isSurelyRight = (spec: TableSpec, data: unknown): boolean => isRight(data, placesOf(spec));
