import { PROGRAM } from '../model/program.js';
import type { NamedRange, WrittenSheet } from './engine.js';
import { type Field, MAP_HEAD, MAP_LABELS, MAP_MARK, MAP_SHEET, MAP_SHEETS, MAP_VERSION } from './fields.js';
import { areaName } from './references.js';
import { draftSheet, type SheetDraft } from './sheet-draft.js';
import { labelLines } from './sheet-labels.js';
import type { FilledSheet } from './table-sheet.js';

/** A name for the place of a path that every program takes: letters, digits, dots and underscores, none of them twice. */
function namer(): (path: Field['path']) => string {
  /** Names that are given, each with the last number behind it. */
  const taken = new Map<string, number>();
  return (path) => {
    const plain = path.join('.').replace(/[^\p{L}\p{N}._]/gu, '_');
    const name = `${/^[\p{L}_]/u.test(plain) && plain.includes('.') ? '' : '_'}${plain}`.slice(0, 200);
    let [free, number] = [name, taken.get(name.toLowerCase()) ?? 1];
    while (taken.has(free.toLowerCase())) free = `${name}_${++number}`;
    taken.set(name.toLowerCase(), number);
    if (free !== name) taken.set(free.toLowerCase(), 1);
    return free;
  };
}

/** A field with the name under which the workbook knows its place. */
interface NamedField {
  readonly field: Field;
  readonly name: string;
  readonly reference: string;
}

function named(fields: readonly Field[]): readonly NamedField[] {
  const nameOf = namer();
  return fields.map((field) => {
    if (field.area === undefined) return { field, name: '', reference: '' };
    return { field, name: nameOf(field.path), reference: areaName(field.area) };
  });
}

const HEAD = ['位置（报告对象）', '种类', '写法', '名称', '单元格', '其他'];

function putLine(draft: SheetDraft, row: number, cells: readonly string[]): void {
  cells.forEach((text, column) => {
    if (text !== '') draft.put({ row, column }, text, 'unseen');
  });
}

/** Lines with the labels of a sheet, by which its places are found when a program has moved them. */
const labelCells = (one: FilledSheet): readonly (readonly string[])[] =>
  labelLines(one).map(({ area, labels }) => ['', MAP_LABELS, '', '', areaName(area), labels]);

/**
 * The hidden sheet, which says what every place of the workbook means, and the names of these places. It holds no value that a cell shows.
 *
 * @param edition the id of the form
 */
export function mapSheet(
  edition: string,
  filled: readonly FilledSheet[],
): { readonly sheet: WrittenSheet; readonly names: readonly NamedRange[] } {
  const draft = draftSheet(MAP_SHEET, [60, 10, 14, 44, 24, 40]);
  const about = [
    [MAP_MARK, String(MAP_VERSION)],
    ['edition', edition],
    ['program', PROGRAM],
    ['说明', '这张表说明每一格是报告的哪一项，读回时要用；不要改动。'],
  ] as const;
  const titles = filled.map(({ sheet: { name, cells } }) => [name, cells.get('0,0')?.value ?? '']);
  const sheets = [MAP_SHEETS, JSON.stringify(Object.fromEntries(titles))] as const;
  [...about, sheets].forEach(([label, value], row) => {
    putLine(draft, row, [label, value]);
  });
  putLine(draft, MAP_HEAD - 1, HEAD);
  const all = named(filled.flatMap(({ fields }) => fields));
  all.forEach(({ field, name, reference }, i) => {
    const { path, kind, shapes, more } = field;
    const cells = [
      JSON.stringify(path),
      kind,
      shapes.join(' '),
      name,
      reference,
      more === undefined ? '' : JSON.stringify(more),
    ];
    putLine(draft, MAP_HEAD + i, cells);
  });
  filled.flatMap(labelCells).forEach((cells, i) => {
    putLine(draft, MAP_HEAD + all.length + i, cells);
  });
  return {
    sheet: draft.finish({ isHidden: true }),
    names: all.filter(({ name }) => name !== '').map(({ name, reference }) => ({ name, range: reference })),
  };
}
