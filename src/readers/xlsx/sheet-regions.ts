import type { SeenSheet } from './open-book.js';
import { isEnumeratedFrom, isGroupedRow, isHeadedRow, isLabelled, isLabelledFrom, type Text } from './table-signs.js';

/** A part of a sheet that is read for itself, from top to bottom. */
export interface Region {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** A heading of a section: `二、主动公开政府信息情况`. */
export const SECTION = /^\s*[一二三四五六七八九十]+、/u;

const textsOf = (sheet: SeenSheet, row: number, { columns }: Pick<Region, 'columns'>): readonly Text[] =>
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

const isMergedAcross = ({ source: { merges = [] } }: SeenSheet, column: number): boolean =>
  merges.some(({ startCol, endCol, startRow, endRow }) => startCol <= column && column <= endCol && endRow > startRow);

/** More columns without anything in them than there are between the tables of a sheet. */
const MOST_GAPS = 30;

/** The rows of a region that say more than one thing. */
const rowsOf = (sheet: SeenSheet, region: Region): readonly (readonly Text[])[] =>
  region.rows.map((row) => textsOf(sheet, row, region)).filter(({ length }) => length > 1);

/** Where a column is empty and there is a table on both sides of it, one at least with labelled rows, these are two. */
function besideGap(sheet: SeenSheet, region: Region): readonly Region[] | undefined {
  const texts = rowsOf(sheet, region);
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

/** Columns over which a row that says more than one thing has a cell in one piece: no table ends between them. */
function joinedColumns(sheet: SeenSheet, region: Region): ReadonlySet<number> {
  const rows = new Set(region.rows.filter((row) => textsOf(sheet, row, region).length > 1));
  return new Set(
    (sheet.source.merges ?? []).flatMap(({ startRow, startCol, endCol }) =>
      rows.has(startRow) ? region.columns.filter((column) => column > startCol && column <= endCol) : [],
    ),
  );
}

/** A sheet with more is none of a form's tables side by side. */
const MOST_SEAMED = { rows: 300, columns: 60 };

/** Where a table begins right beside another, with no column between them. */
function besideSeam(sheet: SeenSheet, region: Region): readonly Region[] | undefined {
  if (region.rows.length > MOST_SEAMED.rows || region.columns.length > MOST_SEAMED.columns) return undefined;
  const texts = rowsOf(sheet, region);
  const [from = 0, ...starts] = region.columns;
  const joined = joinedColumns(sheet, region);
  const seam = starts.find((start) => {
    if (joined.has(start)) return false;
    const left = texts.map((row) => row.filter(({ column }) => column < start));
    const right = texts.map((row) => row.filter(({ column }) => column >= start));
    if (isLabelled(left) && isGroupedRow(right, left)) return true;
    if (!isLabelledFrom(right, start)) return false;
    return (
      isGroupedRow(left, right) ||
      (isLabelled(left) && (isEnumeratedFrom(right, start) || isEnumeratedFrom(left, from)))
    );
  });
  return seam === undefined ? undefined : cutAt(region, [from, seam]);
}

/** Cuts within cuts, deeper than anybody puts tables beside tables. */
const DEEPEST = 4;

const besideParts = (sheet: SeenSheet, region: Region): readonly Region[] | undefined =>
  besideHeadings(sheet, region) ?? besideGap(sheet, region) ?? besideSeam(sheet, region);

/** The parts of a sheet on which tables stand side by side; one if they do not. */
export function regionsOf(sheet: SeenSheet, region: Region, depth = 0): readonly Region[] {
  const parts = depth < DEEPEST ? besideParts(sheet, region) : undefined;
  return parts === undefined ? [region] : parts.flatMap((part) => regionsOf(sheet, part, depth + 1));
}
