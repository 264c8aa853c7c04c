import { spaceless } from '../../characters/spaceless.js';
import { greatest } from '../../limits/extremes.js';
import { once } from '../../memo/once.js';
import { align } from './align.js';
import { similarity } from './label-words.js';
import type { SourceField, SourceRow } from './source-rows.js';

/** Which field of a row stands in each column that the form prescribes, and how that was settled. */
export interface ColumnMatch {
  /** By the columns of the form; undefined where the source has no cell. */
  readonly fields: readonly (SourceField | undefined)[];
  /** By count and heads alike; by heads against the order; by order against the heads or with cells missing. */
  readonly how: 'order' | 'heads' | 'doubt';
}

/** Heads less alike are of other columns; as alike as this they surely are the same. */
const [LEAST, SURE] = [0.6, 0.9];

const isBlank = ({ text }: SourceField): boolean => text.trim() === '';
/** The rows of heads above a row: those without figures, up to the figures above them. */
export function headRowsAbove({ row }: SourceRow, rows: readonly SourceRow[]): readonly SourceRow[] {
  let last = row;
  while (last > 0 && rows[last - 1]?.figures.length !== 0) last--;
  let first = last;
  while (first > 0 && rows[first - 1]?.figures.length === 0) first--;
  return rows.slice(first, last);
}

/** The heads over a field, from the outermost. */
export function headsOver({ from, to }: SourceField, heads: readonly SourceRow[]): readonly string[] {
  const texts = heads.flatMap(({ fields }) =>
    fields.filter((field) => field.isOwn && field.from < to && field.to > from).map(({ text }) => spaceless(text)),
  );
  return texts.filter((text) => text !== '');
}

/** How alike the heads over a column are to those that the form prescribes. A head may be parted in two, one above the other. */
export function headLikeness(heads: readonly string[], wanted: readonly string[]): number {
  const [leaf, parents] = [wanted.at(-1) ?? '', wanted.slice(0, -1)];
  const own = heads.at(-1);
  if (own === undefined) return 0;
  const parted = heads.length > 1 ? similarity(heads.slice(-2).join(''), leaf) : 0;
  const likeness = Math.max(similarity(own, leaf), parted);
  const upper = heads.slice(0, -1);
  if (likeness < LEAST || parents.length === 0 || upper.length === 0) return likeness;
  const shared = parents.filter((parent) => upper.some((head) => similarity(head, parent) >= LEAST)).length;
  return Math.min(1, likeness * (0.8 + (0.2 * shared) / parents.length));
}

type Heads = readonly (readonly string[])[];

/** How alike the heads over each field are to those of each column; no rows if there are no heads. */
type Likes = readonly (readonly number[])[];

const likesOf = once((heads: Heads) =>
  once((columns: Heads): Likes => heads.map((over) => columns.map((column) => headLikeness(over, column)))),
);

/** How alike the heads over each field are to those of each column. Rows below the same heads ask for the same. */
export const likesUnder = (heads: Heads, columns: Heads): Likes => likesOf(heads)(columns);

/** Whether the heads over as many fields as there are columns put one of them under another column. */
const isAgainst = once((likes: Likes): boolean =>
  likes.some((row, k) => row.some((one) => one >= SURE && one > (row[k] ?? 0) + 0.15)),
);

/** Every field under the head that it has, if heads and columns belong together one by one. */
function byHeads(count: number, likes: Likes): readonly number[] | undefined {
  const columns = likes.map((row) => {
    const best = greatest(row);
    return best >= SURE && row.filter((one) => one === best).length === 1 ? row.indexOf(best) : -1;
  });
  return new Set(columns).size === count && !columns.includes(-1) ? columns : undefined;
}

function sameCount(figures: readonly SourceField[], count: number, likes: Likes): ColumnMatch {
  if (!isAgainst(likes)) return { fields: figures, how: 'order' };
  const columns = byHeads(count, likes);
  if (columns === undefined) return { fields: figures, how: 'doubt' };
  return { fields: Array.from({ length: count }, (_, j) => figures[columns.indexOf(j)]), how: 'heads' };
}

/** Stretches of as many fields as there are columns, with nothing but blank ones outside. */
function windowsIn(figures: readonly SourceField[], count: number): readonly number[] {
  return Array.from({ length: Math.max(0, figures.length - count + 1) }, (_, i) => i).filter((start) =>
    figures.every((field, k) => isBlank(field) || (k >= start && k < start + count)),
  );
}

/** Without heads: blank cells at either end are those of merged labels. */
function byWindow(figures: readonly SourceField[], count: number, usual: number | undefined): ColumnMatch | undefined {
  const starts = windowsIn(figures, count);
  const [only] = starts;
  if (only === undefined) return undefined;
  if (starts.length === 1) return { fields: figures.slice(only, only + count), how: 'order' };
  const start = usual !== undefined && starts.includes(usual) ? usual : only;
  const isAllBlank = figures.every(isBlank);
  const isUsual = start === usual || isAllBlank;
  return { fields: figures.slice(start, start + count), how: isUsual ? 'order' : 'doubt' };
}

/** What most rows of a group have in common. */
export interface Usual {
  /** How many figures they have. */
  readonly count: number | undefined;
  /** Where these begin, in rows with one possible stretch. */
  readonly start: number | undefined;
}

/** The commonest of some numbers. */
function commonest(numbers: readonly number[]): number | undefined {
  const votes = new Map<number, number>();
  for (const number of numbers) votes.set(number, (votes.get(number) ?? 0) + 1);
  return [...votes].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}

/** What most rows of a group have in common. @param columns how many columns the form prescribes */
export function usualOf(rows: readonly SourceRow[], columns: number): Usual {
  const starts = rows.flatMap(({ figures }) => {
    const windows = windowsIn(figures, columns);
    return windows.length === 1 ? windows : [];
  });
  return { count: commonest(rows.map(({ figures }) => figures.length)), start: commonest(starts) };
}

/**
 * Puts the fields of a row under the columns of the form: by order if they are as many and the heads do not say otherwise, and by the
 * heads if they are more or fewer.
 *
 * @param heads the heads over each field; empty if the source has none that can be relied on
 * @returns undefined if nothing tells which field belongs where
 */
export function matchColumns(
  figures: readonly SourceField[],
  columns: Heads,
  heads: Heads,
  usual: Usual,
): ColumnMatch | undefined {
  const count = columns.length;
  const likes = likesUnder(heads, columns);
  if (figures.length === count) return sameCount(figures, count, likes);
  const pairs = align(figures.length, count, (k, j) => Math.max(0, (likes[k]?.[j] ?? 0) - LEAST + 0.01));
  const window = byWindow(figures, count, usual.start);
  if (pairs.length < count && window !== undefined) return window;
  if (pairs.length * 2 < count) return undefined;
  // All rows lack the column, and every figure has its head: it is the column that is missing, not a cell.
  const isWithoutColumn = pairs.length === figures.length && figures.length === usual.count;
  const fieldAt = new Map(pairs.map(([k, j]) => [j, figures[k]]));
  return {
    fields: Array.from({ length: count }, (_, j) => fieldAt.get(j)),
    how: pairs.length === count || isWithoutColumn ? 'order' : 'doubt',
  };
}
