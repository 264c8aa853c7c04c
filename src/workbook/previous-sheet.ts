import type { Path } from '../diagnostics/diagnostic.js';
import type { Form } from '../form/form.js';
import { valueAt } from '../table/cells.js';
import type { Field } from './fields.js';
import { partTitles, titleOf } from './part-titles.js';
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

/** Last year's report, value by value: what the check compares with. Nothing on it is to be filled in. */
export function previousSheet(forms: readonly Form[], previous: unknown, name: string): FilledSheet {
  const draft = draftSheet(name, WIDTHS);
  const fields: Field[] = [];
  const form = forms.find(({ id }) => id === valueAt(previous, ['edition']));
  const titles = form ? partTitles(form) : new Map<string, string>();
  draft.put({ row: 0, column: 0 }, '上年的报告', 'title', { columns: 2 });
  draft.put({ row: 1, column: 0 }, '用来核对跨年的数字，不用填写。', 'hint', { columns: 2 });
  leavesOf(previous, []).forEach(({ path, value, isEmpty }, i) => {
    const row = 2 + i;
    const label = titleOf(path, titles) ?? path.join('.');
    draft.put({ row, column: 0 }, label, 'label');
    const isNumber = typeof value === 'number' && Number(value.toPrecision(15)) === value;
    const shown = isNumber || value === null ? value : String(value);
    draft.put({ row, column: 1 }, isNumber ? { value, numFmt: 'General' } : shown, 'fixed');
    const kind = isEmpty || typeof value === 'boolean' ? 'nested' : 'value';
    const area = { sheet: name, row, column: 1, rows: 1, columns: 1 };
    fields.push({ path: ['previous', ...path], kind, shapes: [], area });
  });
  return { sheet: draft.finish({ freeze: { rows: 2, columns: 0 }, tab: 'F4B183' }), fields };
}
