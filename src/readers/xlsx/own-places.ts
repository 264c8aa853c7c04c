import { type Area, areaOf } from '../../workbook/references.js';
import { type LabelledArea, type LabelledSheet, labelledSheet, type MadeLabels } from './labelled-sheet.js';
import { byNames, renamedSheets } from './named-places.js';
import type { SeenBook } from './open-book.js';

/** What a workbook of ours says of its sheets as they were made, by the names that they had. */
export interface MadeSheets {
  /** What each said in its first cell; older versions do not say it. */
  readonly titles: ReadonlyMap<string, string>;
  /** The labels around its fields; likewise. */
  readonly labels: ReadonlyMap<string, MadeLabels>;
}

/**
 * Why it is told where a field is: its cells were moved and the names of the sheet left behind (`behind`), it is no longer beside its
 * labels (`apart`), or nothing says whether it was moved with the rest of its sheet (`unsure`).
 */
export type Doubt = 'behind' | 'apart' | 'unsure';

interface DoubtedField {
  readonly area: Area;
  readonly doubt: Doubt;
}

/** Where the fields of a workbook of ours stand. */
export interface OwnPlaces {
  /** One for each field; none for what was deleted. */
  readonly areas: readonly (Area | undefined)[];
  readonly doubted: readonly DoubtedField[];
  /** Sheets by the names that they had, where they have others now. */
  readonly renamed: ReadonlyMap<string, string>;
  /** By the names that they have now. */
  readonly labelled: ReadonlyMap<string, LabelledSheet>;
}

/** Where a field was when the workbook was made, and where its name and its labels say that it is. */
interface Sighting {
  readonly made: Area | undefined;
  readonly named: Area | undefined;
  readonly labelled: LabelledArea | undefined;
}

const isAt = (one: Area | undefined, other: Area): boolean =>
  one?.sheet === other.sheet && one.row === other.row && one.column === other.column;

/** Rows and columns that have moved for certain: whether the name has gone with them. */
function followed({ made, named, labelled }: Sighting): readonly boolean[] {
  if (made === undefined || labelled === undefined) return [];
  const { area, isRowSure, isColumnSure } = labelled;
  return [
    ...(isRowSure && area.row !== made.row ? [named?.row === area.row] : []),
    ...(isColumnSure && area.column !== made.column ? [named?.column === area.column] : []),
  ];
}

/** The sheets whose cells were moved by a program that leaves names where they were. */
function leftBehind(sightings: readonly Sighting[]): ReadonlySet<string> {
  const balance = new Map<string, number>();
  for (const one of sightings) {
    for (const hasFollowed of followed(one)) {
      const sheet = one.labelled?.area.sheet ?? '';
      balance.set(sheet, (balance.get(sheet) ?? 0) + (hasFollowed ? 1 : -1));
    }
  }
  return new Set([...balance].flatMap(([sheet, agreeing]) => (agreeing < 0 ? [sheet] : [])));
}

/** Where a field is: by its labels, as far as they leave no doubt, and else by its name. */
function settled(
  { named, labelled }: Sighting,
  isBehind: boolean,
): { readonly area?: Area | undefined; readonly doubt?: Doubt } {
  if (labelled === undefined) return { area: named };
  const { area, isRowSure, isColumnSure, isGone } = labelled;
  const other = named?.sheet === area.sheet ? named : undefined;
  const rows = isRowSure ? area : other;
  if (rows === undefined || (isGone && isBehind)) return {};
  const { column, columns } = isColumnSure ? area : (other ?? area);
  const place = { ...area, row: rows.row, rows: rows.rows, column, columns };
  if (!isAt(other, place)) return { area: place, doubt: isBehind ? 'behind' : 'apart' };
  return isBehind && !isAt(place, area) ? { area: place, doubt: 'unsure' } : { area: place };
}

/** Sheets by the names that they had when the workbook was made, by their labels. */
function labelledSheets(
  { sheets }: SeenBook,
  labels: ReadonlyMap<string, MadeLabels>,
  renamed: ReadonlyMap<string, string>,
): ReadonlyMap<string, LabelledSheet> {
  return new Map(
    [...labels].flatMap(([name, made]) => {
      const sheet = sheets.find((one) => one.name === name) ?? sheets.find((one) => one.name === renamed.get(name));
      return sheet === undefined ? [] : [[name, labelledSheet(sheet, made)] as const];
    }),
  );
}

/**
 * Finds fields by the labels beside them and by their names, which move with their cells. What was deleted is not looked for at its old
 * place, where others stand now.
 *
 * @param titles what each sheet says in its first cell, by the names that the sheets had
 * @param labels what each sheet had around its fields
 * @param entries the fields, by name and by the place where they were
 */
export function ownPlaces(
  book: SeenBook,
  { titles, labels }: MadeSheets,
  entries: readonly { readonly name: string; readonly reference: string }[],
): OwnPlaces {
  const renamed = renamedSheets(book, titles);
  const labelled = labelledSheets(book, labels, renamed);
  const nameOf = byNames(book, renamed);
  const sightings = entries.map(({ name, reference }): Sighting => {
    const made = areaOf(reference);
    const on = made && labelled.get(made.sheet);
    return { made, named: nameOf(name, reference), labelled: made && on?.areaOf(made) };
  });
  const behind = leftBehind(sightings);
  const places = sightings.map((one) => settled(one, behind.has(one.labelled?.area.sheet ?? '')));
  return {
    renamed,
    areas: places.map(({ area }) => area),
    doubted: places.flatMap(({ area, doubt }) => (area && doubt ? [{ area, doubt }] : [])),
    labelled: new Map([...labelled].map(([name, sheet]) => [renamed.get(name) ?? name, sheet])),
  };
}
