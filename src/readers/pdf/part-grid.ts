import { isFigure } from './cell-text.js';
import { type Contents, fillGrid } from './fill-grid.js';
import { textOfWord, type Word } from './glyph-words.js';
import type { TableDoubt } from './page-block.js';
import type { Grid, GridCell } from './ruled-grid.js';

/** A grid whose missing rules were made up by its figures. */
export interface Parted {
  readonly grid: Grid;
  readonly doubt?: TableDoubt;
}

const middle = (from: number, to: number) => (from + to) / 2;

/** Figures of one slot of rows or columns: where they stand along the direction in question, cell by cell. */
function figuresIn(grid: Grid, figures: Contents, isDown: boolean): ReadonlyMap<number, readonly number[][]> {
  const found = new Map<number, number[][]>();
  for (const cell of grid.cells) {
    const inside = figures.get(cell);
    if (inside === undefined || (isDown ? cell.rowSpan : cell.colSpan) !== 1) continue;
    const places = inside.map(({ left, right, top, bottom }) => (isDown ? middle(top, bottom) : middle(left, right)));
    const slot = isDown ? cell.row : cell.column;
    const cells = found.get(slot);
    if (cells) cells.push(places);
    else found.set(slot, [places]);
  }
  return found;
}

/** Places that several cells share: one for each row (or column) that has no rule of its own. */
function sharedPlaces(cells: readonly number[][], near: number, least: number): readonly number[] {
  const groups: { at: number; cells: Set<number> }[] = [];
  for (const [cell, places] of cells.entries()) {
    for (const place of places) {
      const group = groups.find(({ at }) => Math.abs(at - place) <= near);
      if (group) group.cells.add(cell);
      else groups.push({ at: place, cells: new Set([cell]) });
    }
  }
  const shared = groups.filter(({ cells: sharing }) => sharing.size >= least).map(({ at }) => at);
  return shared.sort((a, b) => a - b);
}

/** The edges with new ones between the places of each slot. */
function partedEdges(edges: readonly number[], shared: ReadonlyMap<number, readonly number[]>): readonly number[] {
  return edges.flatMap((edge, slot) => {
    const places = shared.get(slot) ?? [];
    return [edge, ...places.slice(1).map((place, i) => middle(places[i] as number, place))];
  });
}

/** Where each old edge stands among the new ones. */
const newIndex = (edges: readonly number[], parted: readonly number[]) => (i: number) =>
  parted.indexOf(edges[i] as number);

function split(grid: Grid, words: readonly Word[], isDown: boolean): Grid | undefined {
  const figures = fillGrid(
    grid,
    words.filter((word) => isFigure(textOfWord(word))),
  );
  const edges = isDown ? grid.ys : grid.xs;
  const shared = new Map<number, readonly number[]>();
  for (const [slot, cells] of figuresIn(grid, figures, isDown)) {
    if (cells.filter((places) => places.length > 1).length < 2) continue;
    const places = sharedPlaces(cells, isDown ? 3 : 12, 2);
    if (places.length > 1) shared.set(slot, places);
  }
  if (shared.size === 0) return undefined;
  const parted = partedEdges(edges, shared);
  const at = newIndex(edges, parted);
  const cells = grid.cells.flatMap((cell): GridCell[] => {
    const [slot, span] = isDown ? [cell.row, cell.rowSpan] : [cell.column, cell.colSpan];
    const [from, to] = [at(slot), at(slot + span)];
    const part = (start: number, count: number): GridCell =>
      isDown ? { ...cell, row: start, rowSpan: count } : { ...cell, column: start, colSpan: count };
    const isHead = !figures.has(cell);
    const isParted = span === 1 && shared.has(slot) && (isDown || !isHead);
    return isParted ? Array.from({ length: to - from }, (_, i) => part(from + i, 1)) : [part(from, to - from)];
  });
  const inOrder = cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return { ...grid, [isDown ? 'ys' : 'xs']: parted, cells: inOrder };
}

/** Makes up rules that are missing between figures, where several cells agree on them. */
export function partGrid(grid: Grid, words: readonly Word[]): Parted {
  const byRows = split(grid, words, true);
  const byColumns = split(byRows ?? grid, words, false);
  const doubt = byColumns ? 'columns' : byRows ? 'rows' : undefined;
  return { grid: byColumns ?? byRows ?? grid, ...(doubt && { doubt }) };
}
