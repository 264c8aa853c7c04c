/** A slot of a sheet; rows and columns are counted from 0. */
export interface Slot {
  readonly row: number;
  readonly column: number;
}

/** A block of slots on a named sheet. */
export interface Area extends Slot {
  readonly sheet: string;
  readonly rows: number;
  readonly columns: number;
}

/** `A`, `Z`, `AA`. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}

/** `D7`. */
export const cellName = ({ row, column }: Slot): string => `${columnLetters(column)}${row + 1}`;

/** `$D$7`. */
export const fixedName = ({ row, column }: Slot): string => `$${columnLetters(column)}$${row + 1}`;

/** `'三'!$D$7`, `'文字'!$B$5:$B$12`: as formulas and defined names have it. */
export function areaName({ sheet, row, column, rows, columns }: Area): string {
  const first = fixedName({ row, column });
  const last = fixedName({ row: row + rows - 1, column: column + columns - 1 });
  return `'${sheet.replaceAll("'", "''")}'!${first === last ? first : `${first}:${last}`}`;
}

/** `三!D7`: as people write it. */
export const slotPlace = (sheet: string, slot: Slot): string => `${sheet}!${cellName(slot)}`;

/** `A1:C1 E1`: slots as few ranges as runs along rows allow, where they are of one row, or else along columns. */
export function rangesOf(slots: readonly Slot[]): readonly string[] {
  const isRow = slots.every(({ row }) => row === slots[0]?.row);
  const along = ({ row, column }: Slot) => (isRow ? column : row);
  const across = ({ row, column }: Slot) => (isRow ? row : column);
  const sorted = slots.toSorted((a, b) => across(a) - across(b) || along(a) - along(b));
  const runs: [Slot, Slot][] = [];
  for (const slot of sorted) {
    const last = runs.at(-1);
    if (last && across(last[1]) === across(slot) && along(last[1]) + 1 === along(slot)) last[1] = slot;
    else runs.push([slot, slot]);
  }
  return runs.map(([first, last]) => (first === last ? cellName(first) : `${cellName(first)}:${cellName(last)}`));
}

const REFERENCE = /^(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/u;

const columnOf = (letters: string): number => [...letters].reduce((sum, c) => sum * 26 + c.charCodeAt(0) - 64, 0) - 1;

/** The area that a reference means; undefined if it means none, as where its sheet was deleted. */
export function areaOf(reference: string): Area | undefined {
  const [, quoted, plain, left, top, right = left, bottom = top] = REFERENCE.exec(reference) ?? [];
  const sheet = quoted?.replaceAll("''", "'") ?? plain;
  if (sheet === undefined || left === undefined || right === undefined) return undefined;
  const [row, column] = [Number(top) - 1, columnOf(left)];
  return { sheet, row, column, rows: Number(bottom) - row, columns: columnOf(right) - column + 1 };
}

/** The area of a place as people write it: `三!D7`. */
export function areaOfPlace(place: string): Area | undefined {
  const cut = place.lastIndexOf('!');
  return areaOf(`'${place.slice(0, Math.max(0, cut)).replaceAll("'", "''")}'!${place.slice(cut + 1)}`);
}
