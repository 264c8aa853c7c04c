import type { Path } from '../diagnostics/diagnostic.js';

/** A cell as it shows, and where it is: in the published file by words, in the report by its path. */
export interface ShownCell {
  readonly text: string;
  readonly at?: string | undefined;
  /** On a page: the selector of its element, of a cell that of its table. */
  readonly element?: string | undefined;
  readonly path?: Path | undefined;
  readonly label?: string | undefined;
}

/** What is compared as one: a paragraph (one row of one cell), a table, or a row of it. */
export interface ShownPart {
  readonly kind: 'text' | 'table';
  readonly rows: readonly (readonly ShownCell[])[];
  /** What of it shows: two parts are the same if this is. */
  readonly key: string;
  /** The same without any space and without the borders of cells. */
  readonly flat: string;
  readonly isAside?: boolean;
}

/** White space, and what shows nothing at all. */
const UNSEEN = /[\s\u00AD\u200B-\u200D\u2060\uFEFF]+/gu;

const BORDER = '\u0002';
const ROW = '\u0003';

/** A text as it shows without any space: where lines break is a matter of the format, and PDF lines may break inside a word. */
export const flatOf = (text: string): string => text.replace(UNSEEN, '');

/** A part of rows that are given. */
export function shownPart(
  kind: ShownPart['kind'],
  rows: ShownPart['rows'],
  { isAside = false }: { readonly isAside?: boolean } = {},
): ShownPart {
  const key = rows.map((row) => row.map(({ text }) => flatOf(text)).join(BORDER)).join(ROW);
  const flat = rows.map((row) => row.map(({ text }) => flatOf(text)).join('')).join('');
  return { kind, rows, key, flat, isAside };
}

/** The rows of a table that show something, each to be compared as one; others only give columns their widths. */
export const rowParts = ({ rows }: Pick<ShownPart, 'rows'>): readonly ShownPart[] =>
  rows.map((row) => shownPart('table', [row])).filter(({ flat }) => flat !== '');

/** A later piece of a table that was cut, without the first rows of the whole, which it says again as its head. */
export function withoutHeadOf(whole: ShownPart, piece: ShownPart): ShownPart {
  if (piece.kind !== 'table') return piece;
  const [head, rows] = [rowParts(whole), rowParts(piece)];
  const from = rows.findIndex(({ key }, i) => key !== head[i]?.key);
  return from <= 0
    ? piece
    : shownPart(
        'table',
        rows.slice(from).flatMap((row) => row.rows),
      );
}

/** The cells of a row, each to be compared as one. */
export const cellParts = ({ rows }: ShownPart): readonly ShownPart[] =>
  rows.flat().map((cell) => shownPart('text', [[cell]]));

/** Its first cell, which says where it is. */
export const headOf = ({ rows }: Pick<ShownPart, 'rows'>): ShownCell => rows[0]?.[0] ?? { text: '' };

/** Its text for people: cells that show something, parted by bars. */
export const textOfPart = ({ rows }: ShownPart): string =>
  rows
    .flat()
    .map(({ text }) => text.replace(/\s+/gu, ' ').trim())
    .filter((text) => text !== '')
    .join(' | ');
