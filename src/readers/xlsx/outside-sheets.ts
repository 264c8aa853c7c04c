import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { GUIDE } from '../../workbook/guide-sheet.js';
import { type Area, areaOf, type Slot, slotPlace } from '../../workbook/references.js';
import { excerpt, loss } from '../neutral/loss.js';
import { titleIn } from './named-places.js';
import type { SeenBook, SeenSheet } from './open-book.js';
import { type OwnSheets, readSheets } from './own-sheets.js';

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
      loss(
        'doubtful',
        {
          cause: 'sheet-copy',
          name: sheet.name,
          given: titleIn(sheet),
          original: byTitle.get(titleIn(sheet)) ?? titleIn(sheet),
        },
        { file, at: `${sheet.name}!A1` },
      ),
    );
}

/** Whether a slot of a sheet belongs to the form; the print area of older versions says it. */
function ownIn(sheet: SeenSheet, { fields, places }: OwnSheets): (slot: Slot) => boolean {
  const printed = areaOf(`a!${sheet.source.pageSetup?.printArea ?? ''}`);
  const isPrinted = ({ row, column }: Slot) => printed === undefined || isWithin(printed, row, column);
  const isOwn = places.labelled.get(sheet.name)?.isOwn ?? isPrinted;
  const areas = fields.flatMap(({ area }) => (area?.sheet === sheet.name ? [area] : []));
  return (slot) => isOwn(slot) || areas.some((area) => isWithin(area, slot.row, slot.column));
}

const isWithin = (area: Area, row: number, column: number): boolean =>
  row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;

/** What somebody has written around the part of a sheet that is the form's: beside a figure, below a table, in a row put in between. */
function outsideTold(
  book: SeenBook,
  read: ReadonlySet<string | undefined>,
  own: OwnSheets,
  file: string,
): readonly Diagnostic[] {
  return book.sheets.flatMap((sheet) => {
    if (!read.has(sheet.name)) return [];
    const isOwn = ownIn(sheet, own);
    const outside = Array.from({ length: sheet.rows * sheet.columns }, (_, i) => i).flatMap((i) => {
      const slot = { row: Math.floor(i / sheet.columns), column: i % sheet.columns };
      const { text } = sheet.at(slot.row, slot.column);
      return text.trim() === '' || isOwn(slot) ? [] : [{ text, at: slotPlace(sheet.name, slot) }];
    });
    const [first] = outside;
    if (first === undefined) return [];
    return loss(
      'left-out',
      { cause: 'outside-table', name: sheet.name, text: excerpt(first.text), count: outside.length },
      { file, at: first.at },
    );
  });
}

/** Sheets of somebody else's, with something on them. */
function foreignTold(
  book: SeenBook,
  read: ReadonlySet<string | undefined>,
  own: OwnSheets,
  file: string,
): readonly Diagnostic[] {
  const known = new Set([...own.titles.values()]);
  const isForeign = (sheet: SeenSheet) =>
    !sheet.isHidden && !read.has(sheet.name) && !known.has(titleIn(sheet)) && ![own.map, GUIDE].includes(sheet.name);
  return book.sheets
    .filter((sheet) => isForeign(sheet) && sheet.rows > 0)
    .map((sheet) =>
      loss(
        'left-out',
        { cause: 'foreign-sheet', name: sheet.name, text: excerpt(firstText(sheet)) },
        { file, at: `${sheet.name}!A1` },
      ),
    );
}

function firstText(sheet: SeenSheet): string {
  for (let row = 0; row < sheet.rows; row++)
    for (let column = 0; column < sheet.columns; column++) {
      const { text } = sheet.at(row, column);
      if (text.trim() !== '') return text;
    }
  return '';
}

/** What a workbook of ours shows besides the form. */
export function outsideOf(book: SeenBook, own: OwnSheets, file: string): readonly Diagnostic[] {
  const read = readSheets(own);
  return [
    ...copiesTold(book, read, own, file),
    ...foreignTold(book, read, own, file),
    ...outsideTold(book, read, own, file),
  ];
}
