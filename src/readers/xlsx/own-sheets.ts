import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { areaOfPlace, slotPlace } from '../../workbook/references.js';
import type { FilledField } from '../neutral/filled-workbook.js';
import { excerpt, loss } from '../neutral/loss.js';
import type { SeenBook, SeenSheet } from './open-book.js';
import type { Doubt, OwnPlaces } from './own-places.js';

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
    loss('interpreted', file, {
      message: `工作表“${from}”改了名，照样读入`,
      found: to,
      at: `${to}!A1`,
      hint: '不影响检查和生成；不是这张表的，把名称改回来',
    }),
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
    const message = `“${sheet}”里有隐藏的格，照样读入`;
    return loss('interpreted', file, { message, found: at, at, hint: '取消隐藏，核对里面的数字和文字' });
  });
}

const CHECK = '对照行名和表头核对；挪动过的，用 nianbao workbook 重新生成一份，把内容抄过去';

const DOUBTS: { readonly [doubt in Doubt]: (sheet: string, count: number) => string } = {
  behind: (sheet, count) => `“${sheet}”的行或列挪了位置，有 ${count} 项按行名和表头找到`,
  apart: (sheet, count) => `“${sheet}”有 ${count} 项的格挪了位置，按行名和表头旁边的读入`,
  unsure: (sheet, count) => `“${sheet}”的行或列挪了位置，有 ${count} 项看不出在哪里，按原来的位置读入`,
};

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
    const message = DOUBTS[doubt](area.sheet, fields.length);
    return loss(doubt === 'behind' ? 'interpreted' : 'doubtful', file, { message, found: at, at, hint: CHECK });
  });
}

/** Labels that are not where they belong: whoever filled in the cells beside them may have meant something else. */
function labelsTold({ labelled }: OwnPlaces, file: string): readonly Diagnostic[] {
  return [...labelled].flatMap(([sheet, { changed }]) => {
    const [first] = changed;
    if (first === undefined) return [];
    return loss('doubtful', file, {
      message: `“${sheet}”有 ${changed.length} 处行名或表头和规定的不同`,
      found: excerpt(first.found) || '空白',
      expected: first.label,
      at: slotPlace(sheet, first.slot),
      hint: CHECK,
    });
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
