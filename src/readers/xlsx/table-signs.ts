/** What a row of a sheet says, cell by cell. */
export interface Text {
  readonly column: number;
  readonly text: string;
}

type Rows = readonly (readonly Text[])[];

const FIGURE = /^[-+]?[\d０-９][\d０-９,，.．]*$/u;

const isFigure = ({ text }: Text): boolean => FIGURE.test(text);

/** Whether rows have labels of their own before their figures. */
export function isLabelled(rows: Rows): boolean {
  const labelled = rows.filter(([first, ...rest]) => first !== undefined && !isFigure(first) && rest.some(isFigure));
  return labelled.length >= 2;
}

/** Heads enough to be a table's of their own, not the rest of those of another. */
const MANY = 5;

/** The heads above one row of figures without a label; undefined if the rows are no such table. */
function headsOfRow(rows: Rows): readonly Text[] | undefined {
  const figures = rows.filter((row) => row.length > 0 && row.every(isFigure));
  if (figures.length !== 1 || (figures[0]?.length ?? 0) < MANY) return undefined;
  return rows.find((row) => row.length >= MANY && !row.some(isFigure));
}

/** Whether there is one row of figures below their heads, and no label. */
export const isHeadedRow = (rows: Rows): boolean => headsOfRow(rows) !== undefined;

/**
 * Whether there is such a row, and its heads come again and again: groups of figures that are told apart by the same words.
 *
 * @param beside what stands in the same rows beside it: where the row of figures goes on there, it is one table
 */
export function isGroupedRow(rows: Rows, beside: Rows): boolean {
  const heads = headsOfRow(rows);
  const [next] = beside[rows.findIndex((row) => row.length > 0 && row.every(isFigure))] ?? [];
  if (heads === undefined || (next && isFigure(next))) return false;
  return new Set(heads.map(({ text }) => text)).size * 2 <= heads.length;
}

/** More labels than a row has before its figures. */
const MOST_LABELS = 3;

const ENUMERATED = /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)])/u;

/** The rows whose labels begin in a column. */
function rowsFrom(rows: Rows, column: number): Rows {
  return rows.filter((row) => {
    const labels = row.findIndex(isFigure);
    return row[0]?.column === column && labels > 0 && labels <= MOST_LABELS;
  });
}

/** Whether a table with labelled rows begins in a column. */
export const isLabelledFrom = (rows: Rows, column: number): boolean => rowsFrom(rows, column).length >= 2;

/** Whether that table's rows are enumerated, as no remarks beside figures are. */
export const isEnumeratedFrom = (rows: Rows, column: number): boolean =>
  rowsFrom(rows, column).filter(([first]) => ENUMERATED.test(first?.text ?? '')).length >= 2;
