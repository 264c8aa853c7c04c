import type { RawCell } from '../neutral/covered-table.js';
import { type Element, elementsOf } from '../neutral/markup.js';

const span = (value: string | undefined): number => {
  if (value === undefined) return 1;
  const number = Number.parseInt(value, 10);
  return Number.isInteger(number) && number >= 0 ? Math.min(number, 1000) : 1;
};

/** A cell as it lies in the table, without what it holds. */
export const emptyCell = ({ attributes }: Element): RawCell => ({
  blocks: [],
  colSpan: Math.max(1, span(attributes.colspan ?? attributes['aria-colspan'])),
  rowSpan: span(attributes.rowspan ?? attributes['aria-rowspan']),
});

/** A cell of a row, with its selector within the row. */
export interface PlacedCell {
  readonly cell: Element;
  readonly element: string;
}

/** A row of a table, and the parts of the table that it stands in, from the outermost. */
export interface PlacedRow {
  readonly row: Element;
  readonly parts: readonly Element[];
  /** Its selector within the table, as a browser builds it: with a body around rows that have none. */
  readonly element: string;
  readonly cells: readonly PlacedCell[];
}

/** The selector of the next element of a name among its siblings. */
export function nextOf(name: string, counts: Map<string, number>): string {
  const count = (counts.get(name) ?? 0) + 1;
  counts.set(name, count);
  return count > 1 ? `${name}:nth-of-type(${count})` : name;
}

const isCell = ({ name }: Element): boolean => name === 'td' || name === 'th';

/** Children of a table with a row around cells that stand in none, as browsers make one. */
function withRows(children: readonly Element[]): readonly Element[] {
  if (!children.some(isCell)) return children;
  const whole: Element[] = [];
  let loose: Element[] | undefined;
  for (const child of children) {
    if (!isCell(child)) {
      loose = undefined;
      whole.push(child);
    } else if (loose) loose.push(child);
    else {
      loose = [child];
      whole.push({ name: 'tr', attributes: {}, children: loose });
    }
  }
  return whole;
}

function cellsIn(row: Element): readonly PlacedCell[] {
  const counts = new Map<string, number>();
  return elementsOf(row)
    .filter(isCell)
    .map((cell) => ({ cell, element: nextOf(cell.name, counts) }));
}

const PARTS: readonly string[] = ['tbody', 'thead', 'tfoot', 'form'];

/** The rows of a table or of a part of it, in the order of the source. @param isWhole rows of a table itself get a body from browsers */
function rowsIn(whole: Element, around: string, isWhole: boolean): readonly PlacedRow[] {
  const counts = new Map<string, number>();
  let body: { readonly element: string; readonly counts: Map<string, number> } | undefined = isWhole
    ? undefined
    : { element: around, counts };
  return withRows(elementsOf(whole)).flatMap((child): readonly PlacedRow[] => {
    if (child.name === 'tr') {
      body ??= { element: `${around}${nextOf('tbody', counts)} > `, counts: new Map() };
      const element = `${body.element}${nextOf('tr', body.counts)}`;
      return [{ row: child, parts: [], element, cells: cellsIn(child) }];
    }
    if (!PARTS.includes(child.name)) return [];
    if (isWhole) body = undefined;
    const inner = rowsIn(child, `${around}${nextOf(child.name, counts)} > `, false);
    return inner.map((one) => ({ ...one, parts: [child, ...one.parts] }));
  });
}

/** The rows of a table, in the order in which they show: the foot stands last wherever it is written. */
export function rowsOf(table: Element): readonly PlacedRow[] {
  const all = rowsIn(table, '', true);
  const isFoot = ({ parts }: PlacedRow) => parts[0]?.name === 'tfoot';
  return [...all.filter((one) => !isFoot(one)), ...all.filter(isFoot)];
}
