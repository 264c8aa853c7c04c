import { concat } from '../../bytes/concat.js';
import { memoOf } from '../../memo/memo.js';
import { once } from '../../memo/once.js';
import type { Cell, Table } from '../../model/document.js';
import { charactersPerLine, type TableFit } from '../../theme/table-fit.js';
import { cellRuns, figureRuns } from './cell-runs.js';
import type { NamedFont, NamedTheme } from './faces.js';
import { keptRows } from './kept-rows.js';
import { isOpen, type TableShape } from './table-shapes.js';
import { tableWith } from './tables.js';

/**
 * The short way to write a table: the XML of the one before that had the same shape, with the figures of this. It skips making rows, cells and
 * labels. All that they are made of is in the shape, the theme, or the key that a mould is kept by, but the figures and the height of rows,
 * which are put in; and no figure decides more than its own runs, since only labels have breaks.
 */
interface Mould {
  readonly first: Uint8Array;
  readonly holes: readonly Hole[];
}

/** A place for the height of a row or, if there is a cell, for its runs. */
interface Hole {
  readonly open: Open | undefined;
  /** What is behind it, up to the next. */
  readonly rest: Uint8Array;
}

/** A cell with a figure: which one it is, and what its runs depend on besides. */
interface Open {
  readonly at: number;
  readonly perLine: number;
  readonly font: NamedFont;
}

/** Stands where runs go: a character that no XML has. Heights stand in an attribute, of which each row has one. */
const MARK = '\u0001';
const HOLES = new RegExp(`((?<=<w:trHeight w:val=")\\d+|${MARK})`);

const encoder = new TextEncoder();

function mouldOf({ table }: TableShape, fit: TableFit, theme: NamedTheme): Mould {
  const opened: Open[] = [];
  const places = new Map(table.cells.map((cell, at) => [cell, at]));
  const xml = tableWith(table, fit, theme, (cell, size) => {
    if (!isOpen(cell)) return cellRuns(cell, size, fit, theme);
    const perLine = charactersPerLine(cell, fit.columns, size, theme);
    opened.push({ at: places.get(cell) ?? 0, perLine, font: theme.word[theme.table.cells[cell.role].face] });
    return MARK;
  });
  const [first = '', ...marked] = xml.split(HOLES);
  let next = 0;
  const holes = marked.flatMap((rest, i) =>
    i % 2 === 0 ? [] : [{ open: marked[i - 1] === MARK ? opened[next++] : undefined, rest: encoder.encode(rest) }],
  );
  return { first: encoder.encode(first), holes };
}

/** Runs of figures as bytes: most are small numbers. */
const knownRuns = memoOf<NamedFont, Uint8Array>(4096);

function runBytes(cell: Cell, { perLine, font }: Open): Uint8Array {
  const make = () => encoder.encode(figureRuns(cell, perLine, font));
  return cell.role === 'figure' && cell.text.length <= 20 ? knownRuns(font)(cell.text, make) : make();
}

function filled({ first, holes }: Mould, { cells }: Table, { rowHeight }: TableFit): Uint8Array {
  const height = encoder.encode(String(rowHeight));
  const pieces = [first];
  for (const { open, rest } of holes) {
    const cell = open && cells[open.at];
    pieces.push(cell ? runBytes(cell, open) : height, rest);
  }
  return concat(pieces);
}

/** Moulds of a shape: one or two, as its last rows stay together or not. Each takes 60 kB. */
const known = once((_: NamedTheme) => memoOf<TableShape, Mould>(4));
/** The same by their fits, of which all tables of a shape have one unless it was changed for one of them. */
const knownByFit = new WeakMap<TableFit, Mould>();

function mouldFor(table: Table, shape: TableShape, fit: TableFit, theme: NamedTheme): Mould {
  const key = `${fit.size} ${fit.figureSize} ${keptRows(table, fit)}`;
  const mould = known(theme)(shape)(key, () => mouldOf(shape, fit, theme));
  knownByFit.set(fit, mould);
  return mould;
}

/** A table as Word has it. */
export function wordTable(
  table: Table,
  shape: TableShape | undefined,
  fit: TableFit,
  theme: NamedTheme,
): string | Uint8Array {
  if (shape === undefined) return tableWith(table, fit, theme, (cell, size) => cellRuns(cell, size, fit, theme));
  return filled(knownByFit.get(fit) ?? mouldFor(table, shape, fit, theme), table, fit);
}
