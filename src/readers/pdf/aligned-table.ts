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
function columnsOf(rows: readonly (readonly Segment[])[]): readonly Column[] {
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

/** The cells of a row: each text in the columns over which it reaches, and empty cells between them. */
function cellsOfRow(
  segments: readonly Segment[],
  columns: readonly Column[],
  row: number,
  at: string,
): readonly PageCell[] {
  const owner = columns.map((column) => segments.find((segment) => overlap(segment, column)));
  const cells: PageCell[] = [];
  for (let column = 0; column < columns.length; ) {
    const segment = owner[column];
    let colSpan = 1;
    while (segment !== undefined && owner[column + colSpan] === segment) colSpan++;
    const place = cellPlace(at, row, column);
    cells.push({ row, column, rowSpan: 1, colSpan, blocks: segment?.blocks(place) ?? [], at: place });
    column += colSpan;
  }
  return cells;
}

/** A table whose columns are known only by the places of its texts. */
export function alignedTable(
  rows: readonly (readonly Segment[])[],
  { at, page }: { readonly at: string; readonly page: number },
): PageTable {
  const columns = columnsOf(rows);
  const inner = columns.slice(1).map(({ left }, i) => ((columns[i] as Column).right + left) / 2);
  return {
    kind: 'table',
    at,
    page,
    edges: [columns[0]?.left ?? 0, ...inner, columns.at(-1)?.right ?? 0],
    rows: rows.length,
    cells: rows.flatMap((segments, row) => cellsOfRow(segments, columns, row, at)),
    doubt: 'columns',
    isTorn: true,
  };
}
