import { escapeXml } from '../../bytes/xml.js';
import type { Path } from '../../diagnostics/diagnostic.js';
import { formatPath } from '../../diagnostics/problem-text.js';
import { once } from '../../memo/once.js';
import { type CellHeads, cellHeads } from '../../model/cell-heads.js';
import type { Cell, Table } from '../../model/document.js';
import { headerScope } from '../../model/header-scope.js';
import { splitNote } from '../../model/noted-text.js';
import { columnWidths } from '../../theme/table-fit.js';
import type { Dress } from './dress.js';
import { figuredHtml } from './text-markup.js';
import { attributes, textHtml } from './written-html.js';

/** What the cells of a table are written with. */
interface Around {
  readonly dress: Dress;
  /** The id of each cell that heads others. */
  readonly ids: ReadonlyMap<Cell, string>;
  /** The number of columns of row heads. */
  readonly stubs: number;
  /** The ids of cells that head others, parted by spaces. */
  readonly idsOfHeads: (heads: readonly Cell[]) => string;
}

const NO_HEADS: CellHeads = { over: [], beside: [] };

/** Whether a cell heads others. One without text does not. */
const isHead = ({ role, text }: Cell): boolean => headerScope(role) !== undefined && text !== '';

/** Names the heads of a table one after the other. */
const idsOf = ({ cells }: Table, id: string): ReadonlyMap<Cell, string> =>
  new Map(cells.filter(isHead).map((cell, i) => [cell, `${id}h${i + 1}`]));

/** The number of columns of row heads. */
export const stubColumns = ({ cells }: Table): number =>
  cells.reduce(
    (most, { role, column, colSpan }) => (headerScope(role) === 'row' ? Math.max(most, column + colSpan) : most),
    0,
  );

/** The places of figures in the statutory tables are the same lists in every report. */
const placeOf = once((path: Path) => escapeXml(formatPath(path)));

/** The labels of the statutory tables are the same cells in every report. */
const labelHtml = once(({ text }: Cell) => textHtml(text));

/** What a cell shows: of a figure with a note, the figure is what programs read. */
function cellHtml(cell: Cell, { figure: written }: Dress): string {
  const { text, role, figure, path } = cell;
  if (figure === undefined) return headerScope(role) === undefined ? textHtml(text) : labelHtml(cell);
  // Cells of further tables say no more of themselves than that they are text.
  const { figure: shown, note } = role === 'figure' ? { figure: text, note: '' } : splitNote(text);
  return written(textHtml(shown), figure, path.length === 0 ? '' : placeOf(path)) + textHtml(note);
}

/** Whether a cell is a row head or stands above row heads alone. */
const isLabel = ({ role, column, colSpan }: Cell, stubs: number): boolean =>
  role !== 'band' && column + colSpan <= stubs;

/** A cell as an element. Heads that it has in common with no other are named one by one, for tables of several levels. */
function cellElement(cell: Cell, { over, beside }: CellHeads, { dress, ids, idsOfHeads, stubs }: Around): string {
  const { role, rowSpan, colSpan } = cell;
  const scope = headerScope(role);
  let written = '';
  if (isHead(cell)) written += ` id="${ids.get(cell)}" scope="${scope === 'row' ? 'row' : 'col'}"`;
  const space = over.length === 0 || beside.length === 0 ? '' : ' ';
  if (over.length + beside.length > 0) written += ` headers="${idsOfHeads(over)}${space}${idsOfHeads(beside)}"`;
  if (rowSpan > 1) written += ` rowspan="${rowSpan}"`;
  if (colSpan > 1) written += ` colspan="${colSpan}"`;
  const name = isHead(cell) ? 'th' : 'td';
  const look = isLabel(cell, stubs) ? dress.label(cell, stubs) : dress.look[role];
  return `<${name}${written}${look}>${cellHtml(cell, dress)}</${name}>`;
}

/** The rows at which a group begins: those with heads of columns behind rows without. */
function groupsOf(table: Table): readonly (readonly [from: number, to: number])[] {
  const headRows = new Set<number>();
  for (const { role, row } of table.cells) if (headerScope(role) === 'column') headRows.add(row);
  const starts = Array.from({ length: table.rows }, (_, row) => row).filter(
    (row) => row >= table.headRows && (row === table.headRows || (headRows.has(row) && !headRows.has(row - 1))),
  );
  return starts.map((from, i) => [from, starts[i + 1] ?? table.rows]);
}

/**
 * A row that does not show, before a table that begins with a band: a single cell in the first row passes for a caption that somebody
 * has typed as a row.
 */
function firstRow({ cells, widths }: Table, { hidden }: Dress): string {
  const isBanded = widths.length > 1 && cells[0]?.colSpan === widths.length;
  return isBanded ? `<tr${hidden}>${'<td></td>'.repeat(widths.length)}</tr>\n` : '';
}

/** Rows, each ended by a line feed. Strings that are put together stay so until the page is written: to join would copy each. */
function rowsHtml(rows: readonly string[], from: number, to: number): string {
  let html = '';
  for (let row = from; row < to; row++) html += `<tr>${rows[row]}</tr>\n`;
  return html;
}

/** Widths in percent, to a tenth. */
export const columnShares = ({ widths }: Table): readonly number[] =>
  columnWidths(widths, 1000).map((width) => width / 10);

function columnsHtml(table: Table, { column }: Dress): string {
  const columns = columnShares(table).map((share) => `<col${column(share)}>`);
  return `<colgroup>${columns.join('')}</colgroup>`;
}

/** The cells of each row as elements. */
function rowsOf(table: Table, id: string, dress: Dress): readonly string[] {
  const ids = idsOf(table, id);
  const idsOfHeads = once((heads: readonly Cell[]) => heads.map((head) => ids.get(head)).join(' '));
  const around = { dress, ids, idsOfHeads, stubs: stubColumns(table) };
  const heads = cellHeads(table);
  const rows = new Array<string>(table.rows).fill('');
  for (const [i, cell] of table.cells.entries()) rows[cell.row] += cellElement(cell, heads[i] ?? NO_HEADS, around);
  return rows;
}

/** The note below a table. */
function noteHtml({ note }: Table, dress: Dress): string {
  const lines = note?.paragraphs.map((text, i) => figuredHtml({ text, figures: note.figures?.[i] ?? [] }, dress)) ?? [];
  return lines.map((html) => `\n<p${dress.look.tableNote}>${html}</p>`).join('');
}

/** A table that scrolls inside its own frame where the screen is too narrow, with its caption and its note. */
export function tableHtml(table: Table, number: number, dress: Dress): string {
  const { caption, description, headRows, pictures = [] } = table;
  const id = `${dress.prefix}t${number}`;
  const byRow = rowsOf(table, id, dress);
  const head = headRows > 0 ? `<thead>\n${rowsHtml(byRow, 0, headRows)}</thead>\n` : '';
  let bodies = '';
  for (const [from, to] of groupsOf(table)) {
    const first = from === 0 ? firstRow(table, dress) : '';
    bodies += `<tbody>\n${first}${rowsHtml(byRow, from, to)}</tbody>\n`;
  }
  const title = caption === undefined ? '' : `<caption${dress.look.caption}>${textHtml(caption)}</caption>\n`;
  const name = attributes({ id, 'aria-label': caption === undefined ? description : undefined });
  const frame = attributes({ tabindex: 0, 'aria-label': `${caption ?? description}（可左右滚动）` });
  const drawn = pictures.length === 0 ? '' : dress.pictures(pictures, id);
  return `${drawn}<section${dress.look.scroll}${frame}>\n<table${name}${dress.table(table)}>\n${title}${columnsHtml(table, dress)}\n${head}${bodies}</table>\n</section>${noteHtml(table, dress)}`;
}
