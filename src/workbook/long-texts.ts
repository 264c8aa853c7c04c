import { type Diagnostic, diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import type { Form } from '../form/form.js';
import type { Field } from './fields.js';
import { partTitles, titleOf } from './part-titles.js';
import { type Slot, slotPlace } from './references.js';
import { LONGEST, unescapeText } from './sheet-draft.js';
import type { FilledSheet } from './table-sheet.js';

const isIn = ({ area }: Field, { row, column }: Slot): boolean =>
  area !== undefined &&
  row >= area.row &&
  row < area.row + area.rows &&
  column >= area.column &&
  column < area.column + area.columns;

function tooLong({ sheet, fields }: FilledSheet, slot: Slot, length: number, form: Form): Diagnostic {
  const path = fields.find((field) => isIn(field, slot))?.path ?? [];
  const label = titleOf(path, partTitles(form));
  return diagnostic(
    'layout/too-large',
    { cause: 'workbook-cell', count: length, given: slotPlace(sheet.name, slot), most: LONGEST },
    { path, ...(label !== undefined && { label }) },
  );
}

/** The columns that a sheet has at most, for any program. */
const MOST_COLUMNS = 16_384;

function tooWide({ sheet: { name, columns } }: FilledSheet): readonly Diagnostic[] {
  const { length } = columns;
  if (length <= MOST_COLUMNS) return [];
  const facts = { cause: 'workbook-columns', count: length, given: name, most: MOST_COLUMNS } as const;
  return [diagnostic('layout/too-large', facts, { path: ['tables'] })];
}

/**
 * Refuses texts of which a spreadsheet would lose the end, and more columns than a sheet has.
 *
 * @throws ReportError `layout/too-large` for each
 */
export function refuseLongTexts(filled: readonly FilledSheet[], form: Form): void {
  const problems = filled.flatMap((one) =>
    [...one.sheet.cells].flatMap(([key, { value }]) => {
      const length = typeof value === 'string' ? unescapeText(value).length : 0;
      const [row = 0, column = 0] = key.split(',').map(Number);
      return length > LONGEST ? tooLong(one, { row, column }, length, form) : [];
    }),
  );
  const all = [...filled.flatMap(tooWide), ...problems];
  if (all.length > 0) throw new ReportError(all);
}
