import type { Table } from '../../model/document.js';
import type { Theme } from '../../theme/theme.js';
import { columnShares, stubColumns } from './table-markup.js';

/** On a narrow screen, in ems: a column of upper row heads, which are set upright, the last column of row heads, and one of figures. */
export const NARROW = { upper: 2.4, last: 7.5, other: 4 };

/** The size on paper, in points: many rows or columns take a smaller one. */
function printSize({ rows, widths }: Table, { table }: Theme): number {
  const limit = widths.length > 20 ? 6.5 : widths.length > 16 ? 7.5 : rows > 20 || widths.length > 10 ? 9 : 99;
  return table.sizes.find((size) => size <= limit) ?? table.sizes.at(-1) ?? limit;
}

const narrowWidth = (column: number, stubs: number): number =>
  column >= stubs ? NARROW.other : column === stubs - 1 ? NARROW.last : NARROW.upper;

function rulesOf(table: Table, id: string, theme: Theme): string {
  const stubs = stubColumns(table);
  const narrow = table.widths.map((_, column) => narrowWidth(column, stubs));
  const columns = columnShares(table).map(
    (share, i) => `#${id} col:nth-child(${i + 1}){width:${share}%;--narrow:${narrow[i]}em}`,
  );
  const least = narrow.reduce((sum, width) => sum + width, 0);
  const facts = `--columns:${narrow.length};--rows:${table.rows};--least:${Math.round(least * 10) / 10}em`;
  return `#${id}{${facts};--print:${printSize(table, theme)}pt}\n${columns.join('\n')}\n`;
}

/** What the style sheet of a page says of each of its tables. */
export function tableStyles(tables: readonly Table[], prefix: string, theme: Theme): string {
  return tables.map((table, i) => rulesOf(table, `${prefix}t${i + 1}`, theme)).join('');
}
