import { type Area, areaOf } from '../../workbook/references.js';
import type { SeenBook, SeenSheet } from './open-book.js';

const byKey = (names: SeenBook['names']): ReadonlyMap<string, string> =>
  new Map(names.map(({ name, range }) => [name.toLowerCase(), range]));

/** What a sheet says in its first cell, by which it is known whatever it is called. */
export const titleIn = (sheet: SeenSheet): string => sheet.at(0, 0).text.trim();

/** The sheets that are gone under the names that they had, and are there under others. Copies of a sheet have its title too. */
export function renamedSheets({ sheets }: SeenBook, titles: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const isThere = (wanted: string) => sheets.some(({ name }) => name === wanted);
  return new Map(
    [...titles].flatMap(([name, title]) => {
      if (isThere(name)) return [];
      const found = sheets.find((sheet) => !titles.has(sheet.name) && titleIn(sheet) === title);
      return found === undefined ? [] : [[name, found.name] as const];
    }),
  );
}

/** Where the names of a workbook say that fields are. A copy of a sheet has names of its own, which count only where the sheet itself is gone. */
export function byNames(book: SeenBook, renamed: ReadonlyMap<string, string>) {
  const isThere = (wanted: string) => book.sheets.some(({ name }) => name === wanted);
  const shared = byKey(book.names.filter(({ scope }) => scope === undefined));
  const local = new Map(
    [...renamed.values()].map((sheet) => [sheet, byKey(book.names.filter(({ scope }) => scope === sheet))]),
  );
  const elsewhere = (name: string, made: Area): Area | undefined => {
    const sheet = renamed.get(made.sheet);
    if (sheet === undefined) return undefined;
    const own = areaOf(local.get(sheet)?.get(name) ?? '');
    return own?.sheet === sheet ? own : { ...made, sheet };
  };
  return (name: string, reference: string): Area | undefined => {
    const made = areaOf(reference);
    const now = areaOf(shared.get(name.toLowerCase()) ?? reference);
    if (now && isThere(now.sheet)) return now;
    return made && !isThere(made.sheet) ? elsewhere(name.toLowerCase(), made) : undefined;
  };
}
