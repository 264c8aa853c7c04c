import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { areaOfPlace, slotPlace } from '../../workbook/references.js';
import type { FilledField } from '../neutral/filled-workbook.js';
import { excerpt, loss } from '../neutral/loss.js';
import type { SeenBook, SeenSheet } from './open-book.js';
import type { OwnPlaces } from './own-places.js';

/** What is known of the sheets of a workbook of ours. */
export interface OwnSheets {
  readonly fields: readonly FilledField[];
  /** What each sheet said in its first cell, by the name that it had. */
  readonly titles: ReadonlyMap<string, string>;
  readonly places: OwnPlaces;
  /** The name of the sheet with the map. */
  readonly map: string;
}

const renamedTold = ({ renamed }: OwnPlaces, file: string): readonly Diagnostic[] =>
  [...renamed].map(([from, to]) =>
    loss('interpreted', { cause: 'sheet-renamed', name: from, given: to }, { file, at: `${to}!A1` }),
  );

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
    return loss('interpreted', { cause: 'hidden-cells', name: sheet, at }, { file, at });
  });
}

/** Cells that are not where their names say, or may not be; a line for each sheet and each reason. */
function doubtsTold({ doubted }: OwnPlaces, file: string): readonly Diagnostic[] {
  const byReason = new Map<string, OwnPlaces['doubted']>();
  for (const one of doubted) {
    const key = `${one.area.sheet} ${one.doubt}`;
    byReason.set(key, [...(byReason.get(key) ?? []), one]);
  }
  return [...byReason.values()].flatMap((fields) => {
    const [first] = fields;
    if (first === undefined) return [];
    const { area, doubt } = first;
    const at = slotPlace(area.sheet, area);
    const facts = { name: area.sheet, count: fields.length, at };
    return doubt === 'behind'
      ? loss('interpreted', { cause: 'rows-behind', ...facts }, { file, at })
      : loss('doubtful', { cause: `rows-${doubt}`, ...facts }, { file, at });
  });
}

/** Labels that are not where they belong: whoever filled in the cells beside them may have meant something else. */
function labelsTold({ labelled }: OwnPlaces, file: string): readonly Diagnostic[] {
  return [...labelled].flatMap(([sheet, { changed }]) => {
    const [first] = changed;
    if (first === undefined) return [];
    return loss(
      'doubtful',
      { cause: 'labels-changed', name: sheet, count: changed.length, given: excerpt(first.found), wanted: first.label },
      { file, at: slotPlace(sheet, first.slot) },
    );
  });
}

/** The names of the sheets from which something is read. */
export const readSheets = ({ fields }: OwnSheets): ReadonlySet<string | undefined> =>
  new Set(fields.map(({ at }) => areaOfPlace(at(0, 0) ?? '')?.sheet));

/** What has become of the sheets of a workbook of ours. */
export const sheetLosses = (book: SeenBook, own: OwnSheets, file: string): readonly Diagnostic[] => [
  ...renamedTold(own.places, file),
  ...doubtsTold(own.places, file),
  ...labelsTold(own.places, file),
  ...hiddenTold(book, own, file),
];
