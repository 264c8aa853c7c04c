import { greatest } from '../../limits/extremes.js';
import type { Cell, Table } from '../../model/document.js';
import { splitNote } from '../../model/noted-text.js';
import { fitTable } from '../../theme/table-fit.js';
import type { Theme } from '../../theme/theme.js';
import { columnShares, stubColumns } from './table-markup.js';

/**
 * Widths on a narrow screen in ems: of a column of upper row heads, which are set upright, of one of figures, and of one of texts that are
 * longer than a few words; and of the last column of row heads. A row head that stays in view stands where those before it end: a column
 * must not be narrower than its text allows.
 */
export const NARROW = { upper: 2.4, last: 'min(7.5em,34vw)', other: 4, words: 7 };

/** What a column has at least, where it is not narrowed, in ems. */
const LEAST = 3;

/** The characters of a text from which on it needs more than a column of figures. */
const WORDS = 12;

/** What a digit takes of an em in the widest of the usual fonts, and the paddings of a cell. */
const room = (digits: number): number => Math.ceil((digits * 0.64 + 0.7) * 10) / 10;

/** A difference or a share: +13464.0129, -24.2%. */
const NUMERAL = /^[-+]?\d[\d.,]*%?$/u;

/** What a cell needs in ems: its figure does not break. */
function need({ figure, role, text }: Cell): number {
  if (figure !== undefined) return room(splitNote(text).figure.length);
  if (role === 'text' && NUMERAL.test(text)) return room(text.length);
  return role === 'text' && text.length > WORDS ? NARROW.words : 0;
}

/** What each column needs: where figures had no room the browser would take it from the other columns down to one character a line. */
function needs({ cells, widths }: Table): readonly number[] {
  const most = widths.map(() => 0);
  for (const cell of cells) {
    if (cell.colSpan === 1) most[cell.column] = Math.max(most[cell.column] ?? 0, need(cell));
  }
  return most;
}

/** What a table needs in ems, with its row heads beside each other. */
export function leastWidth(table: Table): number {
  const sum = needs(table).reduce((all, need) => all + Math.max(LEAST, need), 0);
  return Math.round(sum * 10) / 10;
}

function narrowWidth(need: number, column: number, stubs: number): string {
  if (column >= stubs) return `${Math.max(NARROW.other, need)}em`;
  return column === stubs - 1 ? NARROW.last : `${NARROW.upper}em`;
}

/** The heading of a table on paper may take two lines; a third is spare, because browsers round the heights of rows up. */
const LINES_ABOVE = 3;

function rulesOf(table: Table, id: string, theme: Theme): string {
  const stubs = stubColumns(table);
  const needed = needs(table);
  const narrow = needed.map((need, column) => narrowWidth(need, column, stubs));
  const columns = columnShares(table).map(
    (share, i) => `#${id} col:nth-child(${i + 1}){width:${share}%;--narrow:${narrow[i]}}`,
  );
  const { size, figureSize, rowHeight } = fitTable(table, theme, LINES_ABOVE);
  const paper = `--print:${size}pt;--figures:${figureSize}pt;--row:${rowHeight / 20}pt`;
  const held = [...narrow.slice(0, stubs), `${Math.max(NARROW.other, greatest(table.cells.map(need)))}em`];
  const upper = Math.max(0, stubs - 1) * NARROW.upper;
  const facts = `--wide:${leastWidth(table)}em;--least:calc(${narrow.join(' + ')});--held:calc(${held.join(' + ')});--upper:${upper}em`;
  return `#${id}{${facts};${paper}}\n${columns.join('\n')}\n`;
}

/** What the style sheet of a page says of each of its tables. */
export function tableStyles(tables: readonly Table[], prefix: string, theme: Theme): string {
  return tables.map((table, i) => rulesOf(table, `${prefix}t${i + 1}`, theme)).join('');
}
