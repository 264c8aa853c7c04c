import type { Path } from '../diagnostics/diagnostic.js';
import { type Form, headingOf } from '../form/form.js';
import { partsOf } from '../form/preamble.js';
import { dataCells, valueAt } from '../table/cells.js';
import type { Field } from './fields.js';
import { commonParts, factsOf } from './labelled-parts.js';
import { draftSheet } from './sheet-draft.js';
import type { FilledSheet } from './table-sheet.js';

export const PREVIOUS = '上年';

const WIDTHS = [56, 56];

interface Leaf {
  readonly path: Path;
  readonly value: string | number | boolean | null;
}

/** Every value of last year's report, with what is empty as its JSON. */
function leavesOf(value: unknown, path: Path): readonly (Leaf & { readonly isEmpty?: true })[] {
  if (typeof value !== 'object' || value === null) {
    return value === undefined ? [] : [{ path, value: value as Leaf['value'] }];
  }
  const inner = Array.isArray(value) ? value.map((one, i) => [i, one] as const) : Object.entries(value);
  if (inner.length === 0) return [{ path, value: JSON.stringify(value), isEmpty: true }];
  return inner.flatMap(([key, one]) => leavesOf(one, [...path, key]));
}

/** What the parts of a report of a form are called, by their dotted paths. */
function titlesOf(form: Form | undefined): ReadonlyMap<string, string> {
  if (form === undefined) return new Map();
  const cells = Object.entries(form.tables).flatMap(([key, spec]) =>
    dataCells(spec).map(({ path, label }) => [[key, ...path].join('.'), label] as const),
  );
  const parts = [...commonParts(form), ...factsOf(form)].flatMap(({ path, label, columns = [] }) => [
    [path.join('.'), label] as const,
    ...columns.map((column) => [[...path, ...column.path].join('.'), `${label}：${column.label}`] as const),
  ]);
  const texts = partsOf(form).flatMap((key) =>
    ['narrative', 'notes', 'headings', 'absent', 'tables'].map(
      (part) => [`${part}.${key}`, form.texts[key]?.title ?? headingOf(form, key)] as const,
    ),
  );
  return new Map([['edition', '版式'], ['year', '报告年度'], ...parts, ...texts, ...cells]);
}

/** The name of a value by the nearest part around it, with its number where it is one of several. */
function labelOf(path: Path, titles: ReadonlyMap<string, string>): string {
  const keys = path.filter((key) => typeof key === 'string');
  const number = path.findLast((key) => typeof key === 'number');
  const counted = typeof number === 'number' ? `（${number + 1}）` : '';
  for (let length = keys.length; length > 0; length--) {
    const title = titles.get(keys.slice(0, length).join('.'));
    if (title !== undefined) return `${title}${counted}`;
  }
  return path.join('.');
}

/** Last year's report, value by value: what the check compares with. Nothing on it is to be filled in. */
export function previousSheet(forms: readonly Form[], previous: unknown, name: string): FilledSheet {
  const draft = draftSheet(name, WIDTHS);
  const fields: Field[] = [];
  const titles = titlesOf(forms.find(({ id }) => id === valueAt(previous, ['edition'])));
  draft.put({ row: 0, column: 0 }, '上年的报告', 'title', { columns: 2 });
  draft.put({ row: 1, column: 0 }, '用来核对跨年的数字，不用填写。', 'hint', { columns: 2 });
  draft.raise(0, '', 100, 15);
  leavesOf(previous, []).forEach(({ path, value, isEmpty }, i) => {
    const row = 2 + i;
    const label = labelOf(path, titles);
    draft.put({ row, column: 0 }, label, 'label');
    draft.raise(row, label, WIDTHS[0] ?? 0);
    draft.raise(row, String(value), WIDTHS[1] ?? 0);
    const isNumber = typeof value === 'number' && Number(value.toPrecision(15)) === value;
    const shown = isNumber || value === null ? value : String(value);
    draft.put({ row, column: 1 }, isNumber ? { value, numFmt: 'General' } : shown, 'fixed');
    const kind = isEmpty || typeof value === 'boolean' ? 'nested' : 'value';
    const area = { sheet: name, row, column: 1, rows: 1, columns: 1 };
    fields.push({ path: ['previous', ...path], kind, shapes: [], area });
  });
  return { sheet: draft.finish({ freeze: { rows: 2, columns: 0 }, tab: 'F4B183' }), fields };
}
