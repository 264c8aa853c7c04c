import { formatPath } from '../../diagnostics/problem-text.js';
import { cellHeads } from '../../model/cell-heads.js';
import type { Cell, Table } from '../../model/document.js';
import { headerScope } from '../../model/header-scope.js';
import { splitNote } from '../../model/noted-text.js';
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
  readonly heads: ReadonlyMap<Cell, readonly Cell[]>;
}

/** Whether a cell heads others. One without text does not. */
const isHead = ({ role, text }: Cell): boolean => headerScope(role) !== undefined && text !== '';

/** Names the heads of a table one after the other. */
const idsOf = ({ cells }: Table, id: string): ReadonlyMap<Cell, string> =>
  new Map(cells.filter(isHead).map((cell, i) => [cell, `${id}h${i + 1}`]));

/** The number of columns of row heads. */
export const stubColumns = ({ cells }: Table): number =>
  cells.reduce((most, { role, column, colSpan }) => (role === 'stub' ? Math.max(most, column + colSpan) : most), 0);

/** What a cell shows: of a figure with a note, the figure is what programs read. */
function cellHtml({ text, role, figure, path }: Cell, { figure: written }: Dress): string {
  if (figure === undefined) return textHtml(text);
  const { figure: shown, note } = role === 'noted' ? splitNote(text) : { figure: text, note: '' };
  return written(textHtml(shown), { ...figure, path: path.length === 0 ? '' : formatPath(path) }) + textHtml(note);
}

/** A cell as an element. Heads that it has in common with no other are named one by one, for tables of several levels. */
function cellElement(cell: Cell, { dress, ids, heads, stubs }: Around): string {
  const { role, rowSpan, colSpan } = cell;
  const scope = headerScope(role);
  const over = heads.get(cell) ?? [];
  let written = '';
  if (isHead(cell)) written += ` id="${ids.get(cell)}" scope="${scope === 'row' ? 'row' : 'col'}"`;
  if (over.length > 0) written += ` headers="${over.map((head) => ids.get(head)).join(' ')}"`;
  if (rowSpan > 1) written += ` rowspan="${rowSpan}"`;
  if (colSpan > 1) written += ` colspan="${colSpan}"`;
  const name = isHead(cell) ? 'th' : 'td';
  const look = role === 'stub' ? dress.stub(cell, stubs) : dress.look[role];
  return `<${name}${written}${look}>${cellHtml(cell, dress)}</${name}>`;
}

/** The rows at which a group begins: those with heads of columns behind rows without. */
function groupsOf(table: Table): readonly (readonly [from: number, to: number])[] {
  const headRows = new Set(table.cells.flatMap(({ role, row }) => (headerScope(role) === 'column' ? [row] : [])));
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

function rowsHtml(rows: readonly (readonly Cell[])[], around: Around): string {
  return rows.map((cells) => `<tr>${cells.map((cell) => cellElement(cell, around)).join('')}</tr>`).join('\n');
}

/** Widths in percent, of which the edges are rounded, not the widths. */
export function columnShares({ widths }: Table): readonly number[] {
  const total = widths.reduce((sum, width) => sum + width, 0);
  let passed = 0;
  return widths.map((width) => {
    const from = Math.round((passed / total) * 1000);
    passed += width;
    return (Math.round((passed / total) * 1000) - from) / 10;
  });
}

function columnsHtml(table: Table, { column }: Dress): string {
  const columns = columnShares(table).map((share) => `<col${column(share)}>`);
  return `<colgroup>${columns.join('')}</colgroup>`;
}

/** The note below a table. */
function noteHtml({ note }: Table, dress: Dress): string {
  const lines = note?.paragraphs.map((text, i) => figuredHtml({ text, figures: note.figures?.[i] ?? [] }, dress)) ?? [];
  return lines.map((html) => `\n<p${dress.look.tableNote}>${html}</p>`).join('');
}

/** A table that scrolls inside its own frame where the screen is too narrow, with its caption and its note. */
export function tableHtml(table: Table, number: number, dress: Dress): string {
  const { caption, description, headRows, rows, cells } = table;
  const id = `${dress.prefix}t${number}`;
  const around = { dress, ids: idsOf(table, id), heads: cellHeads(table), stubs: stubColumns(table) };
  const byRow = Array.from({ length: rows }, (): Cell[] => []);
  for (const cell of cells) byRow[cell.row]?.push(cell);
  const head = headRows > 0 ? `<thead>\n${rowsHtml(byRow.slice(0, headRows), around)}\n</thead>\n` : '';
  const bodies = groupsOf(table).map(([from, to]) => {
    const first = from === 0 ? firstRow(table, dress) : '';
    return `<tbody>\n${first}${rowsHtml(byRow.slice(from, to), around)}\n</tbody>\n`;
  });
  const title = caption === undefined ? '' : `<caption${dress.look.caption}>${textHtml(caption)}</caption>\n`;
  const name = attributes({ id, 'aria-label': caption === undefined ? description : undefined });
  const frame = attributes({ tabindex: 0, 'aria-label': `${caption ?? description}（可左右滚动）` });
  return `<section${dress.look.scroll}${frame}>\n<table${name}${dress.look.table}>\n${title}${columnsHtml(table, dress)}\n${head}${bodies.join('')}</table>\n</section>${noteHtml(table, dress)}`;
}
