import type { RawCell } from '../neutral/covered-table.js';
import { type Element, elementsOf } from '../neutral/markup.js';

const span = (value: string | undefined): number => {
  const number = Number.parseInt(value ?? '1', 10);
  return Number.isInteger(number) && number >= 0 ? Math.min(number, 1000) : 1;
};

/** A cell as it lies in the table, without what it holds. */
export const emptyCell = ({ attributes }: Element): RawCell => ({
  blocks: [],
  colSpan: Math.max(1, span(attributes.colspan)),
  rowSpan: span(attributes.rowspan),
});

/** A row of a table, and the parts of the table that it stands in, from the outermost. */
interface PlacedRow {
  readonly row: Element;
  readonly parts: readonly Element[];
}

/** The rows of a table, in the order in which they show: the foot stands last wherever it is written. */
export function rowsOf(table: Element): readonly PlacedRow[] {
  const all = elementsOf(table).flatMap((child): readonly (PlacedRow & { readonly isFoot: boolean })[] => {
    if (child.name === 'tr') return [{ row: child, parts: [], isFoot: false }];
    const isPart = ['tbody', 'thead', 'tfoot', 'form'].includes(child.name);
    const isFoot = child.name === 'tfoot';
    return isPart ? rowsOf(child).map(({ row, parts }) => ({ row, parts: [child, ...parts], isFoot })) : [];
  });
  return [...all.filter(({ isFoot }) => !isFoot), ...all.filter(({ isFoot }) => isFoot)];
}
