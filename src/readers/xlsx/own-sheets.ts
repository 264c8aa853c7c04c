import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { areaOf, areaOfPlace, slotPlace } from '../../workbook/references.js';
import type { FilledField } from '../neutral/filled-workbook.js';
import { excerpt, loss } from '../neutral/loss.js';
import type { SeenBook, SeenSheet } from './open-book.js';
import { titleIn } from './own-places.js';

/** What is known of the sheets of a workbook of ours. */
interface OwnSheets {
  readonly fields: readonly FilledField[];
  /** What each sheet said in its first cell, by the name that it had. */
  readonly titles: ReadonlyMap<string, string>;
  readonly renamed: ReadonlyMap<string, string>;
}

const renamedTold = (renamed: OwnSheets['renamed'], file: string): readonly Diagnostic[] =>
  [...renamed].map(([from, to]) =>
    loss('interpreted', file, {
      message: `工作表“${from}”改了名，照样读入`,
      found: to,
      at: `${to}!A1`,
      hint: '不影响检查和生成；不是这张表的，把名称改回来',
    }),
  );

/** A sheet that shows what one of ours shows, and from which nothing is read. */
function copiesTold(
  { sheets }: SeenBook,
  read: ReadonlySet<string | undefined>,
  { titles }: OwnSheets,
  file: string,
): readonly Diagnostic[] {
  const byTitle = new Map(sheets.filter(({ name }) => read.has(name)).map((sheet) => [titleIn(sheet), sheet.name]));
  const known = new Set(titles.values());
  return sheets
    .filter((sheet) => !read.has(sheet.name) && known.has(titleIn(sheet)))
    .map((sheet) =>
      loss('doubtful', file, {
        message: `工作表“${sheet.name}”是“${byTitle.get(titleIn(sheet)) ?? titleIn(sheet)}”的副本，没有读入`,
        found: titleIn(sheet),
        at: `${sheet.name}!A1`,
        hint: '要以它为准的，把数字抄到原来的表里；不要的，删去',
      }),
    );
}

function isHidden({ isHidden: isWhole, source }: SeenSheet, row: number, column: number): boolean {
  return isWhole || source.rowDefs?.get(row)?.hidden === true || source.columns?.[column]?.hidden === true;
}

/** Cells that are filled in and hidden; a line for each sheet. */
function hiddenTold({ sheets }: SeenBook, { fields }: OwnSheets, file: string): readonly Diagnostic[] {
  const bySheet = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  const hidden = new Map<string, string>();
  for (const { cells, at } of fields) {
    cells.forEach((row, i) => {
      row.forEach(({ text }, j) => {
        const place = text === '' ? undefined : at(i, j);
        const area = areaOfPlace(place ?? '');
        const sheet = area && bySheet.get(area.sheet);
        if (place && sheet && !hidden.has(sheet.name) && isHidden(sheet, area.row, area.column))
          hidden.set(sheet.name, place);
      });
    });
  }
  return [...hidden].map(([sheet, at]) => {
    const message = `“${sheet}”里有隐藏的格，照样读入`;
    return loss('interpreted', file, { message, found: at, at, hint: '取消隐藏，核对里面的数字和文字' });
  });
}

/** What somebody has written around the part of a sheet that is the form's: beside a figure, or below a table. */
function outsideTold({ sheets }: SeenBook, read: ReadonlySet<string | undefined>, file: string): readonly Diagnostic[] {
  return sheets.flatMap((sheet) => {
    const area = areaOf(`a!${sheet.source.pageSetup?.printArea ?? ''}`);
    if (area === undefined || !read.has(sheet.name)) return [];
    const isInside = (row: number, column: number) => row < area.row + area.rows && column < area.column + area.columns;
    const outside = Array.from({ length: sheet.rows * sheet.columns }, (_, i) => i).flatMap((i) => {
      const [row, column] = [Math.floor(i / sheet.columns), i % sheet.columns];
      const { text } = sheet.at(row, column);
      return text.trim() === '' || isInside(row, column) ? [] : [{ text, at: slotPlace(sheet.name, { row, column }) }];
    });
    const [first] = outside;
    if (first === undefined) return [];
    const more = outside.length > 1 ? `等 ${outside.length} 格` : '';
    return loss('left-out', file, {
      message: `写在“${sheet.name}”表格以外的没有读入`,
      found: `${excerpt(first.text)}${more}`,
      at: first.at,
      hint: '属于报告的，填到规定的格里；数字的注写在数字后面的括号里',
    });
  });
}

/** The names of the sheets from which something is read. */
const readSheets = ({ fields }: OwnSheets): ReadonlySet<string | undefined> =>
  new Set(fields.map(({ at }) => areaOfPlace(at(0, 0) ?? '')?.sheet));

/** What has become of the sheets of a workbook of ours. */
export function sheetLosses(book: SeenBook, own: OwnSheets, file: string): readonly Diagnostic[] {
  const read = readSheets(own);
  return [
    ...renamedTold(own.renamed, file),
    ...copiesTold(book, read, own, file),
    ...hiddenTold(book, own, file),
    ...outsideTold(book, read, file),
  ];
}
