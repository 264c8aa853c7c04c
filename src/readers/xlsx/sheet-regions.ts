import type { SeenSheet } from './open-book.js';

/** A part of a sheet that is read for itself, from top to bottom. */
export interface Region {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** A heading of a section: `二、主动公开政府信息情况`. */
export const SECTION = /^\s*[一二三四五六七八九十]+、/u;
const FIGURE = /^[-+]?[\d０-９][\d０-９,，.．]*$/u;

const textsOf = (sheet: SeenSheet, row: number, { columns }: Pick<Region, 'columns'>) =>
  columns.flatMap((column) => {
    const text = sheet.at(row, column).text.trim();
    return text === '' ? [] : [{ column, text }];
  });

/** The region in columns that begin at some of its own. */
const cutAt = ({ rows, columns }: Region, starts: readonly number[]): readonly Region[] =>
  starts.map((start, i) => {
    const next = starts[i + 1] ?? Number.POSITIVE_INFINITY;
    return { rows, columns: columns.filter((column) => (i === 0 || column >= start) && column < next) };
  });

/** Where headings of sections stand side by side, each has the columns below it up to the next. */
function besideHeadings(sheet: SeenSheet, region: Region): readonly Region[] | undefined {
  for (const [i, row] of region.rows.entries()) {
    const headings = textsOf(sheet, row, region).filter(({ text }) => SECTION.test(text));
    if (headings.length < 2) continue;
    const below = { ...region, rows: region.rows.slice(i) };
    const starts = headings.map(({ column }) => column);
    return [{ ...region, rows: region.rows.slice(0, i) }, ...cutAt(below, starts)];
  }
  return undefined;
}

type Text = ReturnType<typeof textsOf>[number];

/** Whether rows have labels of their own before their figures. */
function isLabelled(rows: readonly (readonly Text[])[]): boolean {
  const labelled = rows.filter(([first, ...rest]) => {
    return first !== undefined && !FIGURE.test(first.text) && rest.some(({ text }) => FIGURE.test(text));
  });
  return labelled.length >= 2;
}

/** Heads enough to be a table's of their own, not the rest of those of another. */
const MANY = 5;

/** Whether there is one row of figures below their heads, and no label. */
function isHeadedRow(rows: readonly (readonly Text[])[]): boolean {
  const filled = rows.filter(({ length }) => length > 0);
  const figures = filled.filter((row) => row.every(({ text }) => FIGURE.test(text)));
  const heads = filled.filter((row) => row.length >= MANY && row.every(({ text }) => !FIGURE.test(text)));
  return figures.length === 1 && (figures[0]?.length ?? 0) >= MANY && heads.length > 0;
}

const isMergedAcross = ({ source: { merges = [] } }: SeenSheet, column: number): boolean =>
  merges.some(({ startCol, endCol, startRow, endRow }) => startCol <= column && column <= endCol && endRow > startRow);

/** More columns without anything in them than there are between the tables of a sheet. */
const MOST_GAPS = 30;

/** Where a column is empty and there is a table on both sides of it, one at least with labelled rows, these are two. */
function besideGap(sheet: SeenSheet, region: Region): readonly Region[] | undefined {
  const texts = region.rows.map((row) => textsOf(sheet, row, region)).filter(({ length }) => length > 1);
  const used = new Set(texts.flat().map(({ column }) => column));
  const gaps = region.columns.filter((column) => !used.has(column) && used.has(column + 1)).slice(0, MOST_GAPS);
  const gap = gaps.find((column) => {
    if (isMergedAcross(sheet, column)) return false;
    const sides = [(text: Text) => text.column < column, (text: Text) => text.column > column];
    const rows = sides.map((isOfSide) => texts.map((row) => row.filter(isOfSide)));
    return rows.some(isLabelled) && rows.every((one) => isLabelled(one) || isHeadedRow(one));
  });
  return gap === undefined ? undefined : cutAt(region, [region.columns[0] ?? 0, gap]);
}

/** Cuts within cuts, deeper than anybody puts tables beside tables. */
const DEEPEST = 4;

/** The parts of a sheet on which tables stand side by side; one if they do not. */
export function regionsOf(sheet: SeenSheet, region: Region, depth = 0): readonly Region[] {
  const parts = depth < DEEPEST ? (besideHeadings(sheet, region) ?? besideGap(sheet, region)) : undefined;
  return parts === undefined ? [region] : parts.flatMap((part) => regionsOf(sheet, part, depth + 1));
}
