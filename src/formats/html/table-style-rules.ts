import type { Table } from '../../model/document.js';
import { fitTable } from '../../theme/table-fit.js';
import type { Theme } from '../../theme/theme.js';
import { columnShares, stubColumns } from './table-markup.js';

/**
 * Widths on a narrow screen: of a column of upper row heads, which are set upright, of the last column of row heads, and of one of figures.
 * A row head that stays in view stands where those before it end: a column must not be narrower than its text allows.
 */
export const NARROW = { upper: '2.4em', last: 'min(7.5em,34vw)', other: '4em' };

const narrowWidth = (column: number, stubs: number): string =>
  column >= stubs ? NARROW.other : column === stubs - 1 ? NARROW.last : NARROW.upper;

function rulesOf(table: Table, id: string, theme: Theme): string {
  const stubs = stubColumns(table);
  const narrow = table.widths.map((_, column) => narrowWidth(column, stubs));
  const columns = columnShares(table).map(
    (share, i) => `#${id} col:nth-child(${i + 1}){width:${share}%;--narrow:${narrow[i]}}`,
  );
  const { size, figureSize, rowHeight } = fitTable(table, theme);
  const paper = `--print:${size}pt;--figures:${figureSize}pt;--row:${rowHeight / 20}pt`;
  const facts = `--columns:${narrow.length};--least:calc(${narrow.join(' + ')})`;
  return `#${id}{${facts};${paper}}\n${columns.join('\n')}\n`;
}

/** What the style sheet of a page says of each of its tables. */
export function tableStyles(tables: readonly Table[], prefix: string, theme: Theme): string {
  return tables.map((table, i) => rulesOf(table, `${prefix}t${i + 1}`, theme)).join('');
}
