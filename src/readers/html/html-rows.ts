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

/** The rows of a table, in the order in which they show: the foot stands last wherever it is written. */
export function rowsOf(table: Element): readonly Element[] {
  const parts = elementsOf(table).flatMap((child) => {
    if (child.name === 'tr') return [{ row: child, isFoot: false }];
    const isPart = ['tbody', 'thead', 'tfoot', 'form'].includes(child.name);
    return isPart ? rowsOf(child).map((row) => ({ row, isFoot: child.name === 'tfoot' })) : [];
  });
  return [...parts.filter(({ isFoot }) => !isFoot), ...parts.filter(({ isFoot }) => isFoot)].map(({ row }) => row);
}
