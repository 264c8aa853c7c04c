import { least } from '../../limits/extremes.js';
import type { Measure, PageBlock, PageCell, PageTable } from './page-block.js';
import { cellPlace } from './page-block.js';

/** A text of a row that stands apart from the others, with its blocks. */
export interface Segment extends Measure {
  readonly blocks: (at: string) => readonly PageBlock[];
}

interface Column {
  left: number;
  right: number;
}

const overlap = (a: Measure, b: Measure): boolean => a.left < b.right && b.left < a.right;

/** Columns as the row with most texts has them, with those that other rows show besides. */
export function columnsOf(rows: readonly (readonly Measure[])[]): readonly Measure[] {
  const byCount = rows.toSorted((a, b) => b.length - a.length);
  const columns: Column[] = (byCount[0] ?? []).map(({ left, right }) => ({ left, right }));
  for (const row of byCount) {
    for (const segment of row) {
      const under = columns.filter((column) => overlap(column, segment));
      const [only] = under;
      if (only === undefined) columns.push({ left: segment.left, right: segment.right });
      else if (under.length === 1) {
        const others = columns.filter((column) => column !== only);
        const wider = { left: Math.min(only.left, segment.left), right: Math.max(only.right, segment.right) };
        if (!others.some((column) => overlap(column, wider))) Object.assign(only, wider);
      }
    }
  }
  return columns.sort((a, b) => a.left - b.left);
}

/** Texts of a row, and the columns from the first to the last over which they reach. */
interface Placed {
  readonly from: number;
  readonly to: number;
  readonly segments: readonly Segment[];
}

const middle = ({ left, right }: Measure): number => (left + right) / 2;

function nearestColumn(segment: Segment, columns: readonly Measure[]): number {
  const distances = columns.map((column) => Math.abs(middle(column) - middle(segment)));
  return distances.indexOf(least(distances));
}

/** Each text in its columns. Two that lie over the same one share its cell: no text is lost. */
function placed(segments: readonly Segment[], columns: readonly Measure[]): readonly Placed[] {
  const found: Placed[] = [];
  for (const segment of segments.toSorted((a, b) => a.left - b.left)) {
    const under = columns.flatMap((column, i) => (overlap(column, segment) ? [i] : []));
    const last = found.at(-1);
    const from = Math.max(under[0] ?? nearestColumn(segment, columns), last ? last.to + 1 : 0);
    const to = under.at(-1) ?? nearestColumn(segment, columns);
    if (last && from > to) found[found.length - 1] = { ...last, segments: [...last.segments, segment] };
    else found.push({ from, to, segments: [segment] });
  }
  return found;
}

/** Heads that are as many as columns stand over them in order, also where figures are set at the edge of a column. */
function placedHeads(segments: readonly Segment[], columns: readonly Measure[]): readonly Placed[] {
  const inOrder = segments.toSorted((a, b) => a.left - b.left);
  if (inOrder.length !== columns.length) return placed(segments, columns);
  return inOrder.map((segment, i) => ({ from: i, to: i, segments: [segment] }));
}

/** Columns with those that only heads show. */
function withHeads(columns: readonly Measure[], heads: readonly (readonly Segment[])[]): readonly Measure[] {
  const other = heads.filter((row) => row.length !== columns.length).flat();
  const all = [...columns];
  for (const { left, right } of other)
    if (!all.some((column) => overlap(column, { left, right }))) all.push({ left, right });
  return all.sort((a, b) => a.left - b.left);
}

/** The cells of a row, with empty ones between its texts. */
function cellsOfRow(texts: readonly Placed[], columns: number, row: number, at: string): readonly PageCell[] {
  const cells: PageCell[] = [];
  for (let column = 0; column < columns; ) {
    const here = texts.find(({ from }) => from === column);
    const colSpan = here ? here.to - here.from + 1 : 1;
    const place = cellPlace(at, row, column);
    const blocks = here?.segments.flatMap((segment) => segment.blocks(place)) ?? [];
    cells.push({ row, column, rowSpan: 1, colSpan, blocks, at: place });
    column += colSpan;
  }
  return cells;
}

/** A table whose columns are known only by the places of its texts. @param heads rows of heads above the others */
export function alignedTable(
  rows: readonly (readonly Segment[])[],
  { at, page }: { readonly at: string; readonly page: number },
  heads: readonly (readonly Segment[])[] = [],
): PageTable {
  const columns = withHeads(columnsOf(rows), heads);
  const inner = columns.slice(1).map(({ left }, i) => ((columns[i] as Measure).right + left) / 2);
  const texts = [
    ...heads.map((segments) => placedHeads(segments, columns)),
    ...rows.map((segments) => placed(segments, columns)),
  ];
  return {
    kind: 'table',
    at,
    page,
    edges: [columns[0]?.left ?? 0, ...inner, columns.at(-1)?.right ?? 0],
    rows: texts.length,
    cells: texts.flatMap((row, i) => cellsOfRow(row, columns.length, i, at)),
    doubt: 'columns',
    isTorn: true,
  };
}
