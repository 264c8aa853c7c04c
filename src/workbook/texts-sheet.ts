import { type Form, headingOf } from '../form/form.js';
import { partsOf } from '../form/preamble.js';
import { valueAt } from '../table/cells.js';
import type { Field, Shape } from './fields.js';
import { ownHeadings, sectionsWithout } from './labelled-parts.js';
import { type PartRows, putPart, putTexts } from './part-rows.js';
import { draftSheet } from './sheet-draft.js';
import type { FilledSheet } from './table-sheet.js';
import { textGuide } from './text-guide.js';

export const TEXTS = '文字';

const WIDTHS = [26, 84];

const ABOUT =
  '一格写一段，从 Word 里可以一次粘贴几段；空着的部分由程序按“基本情况”里的数字和事实写出。双大括号里的名称（如 {{year}}）在生成时换成表里的数，不要改动。';

const WHOLE = { least: 8, more: 4 };
const AROUND = { least: 2, more: 1 };

/** Whether a section's text is given as before and after its table. */
const isAround = (text: unknown): boolean => typeof text === 'object' && text !== null && !Array.isArray(text);

/** A section's own text, or those before and after its table, and the note below it. */
function putSection({ form, key, row, fields, rows }: Section): number {
  const path = ['narrative', key];
  if (!Object.hasOwn(form.tables, key)) {
    return putTexts(rows, { path, label: '第#段', kind: 'prose' }, WHOLE, row, fields);
  }
  const own = valueAt(rows.report, path);
  const shapes: readonly Shape[] = isAround(own) ? ['around'] : [];
  const before: Field[] = [];
  const report = isAround(own) ? rows.report : { narrative: { [key]: { before: own } } };
  let next = putTexts(
    { ...rows, report },
    { path: [...path, 'before'], label: '表前第#段', kind: 'prose' },
    AROUND,
    row,
    before,
  );
  fields.push(...before.map((field) => ({ ...field, shapes: [...field.shapes, ...shapes] })));
  next = putTexts(
    { ...rows, report },
    { path: [...path, 'after'], label: '表后第#段', kind: 'prose' },
    AROUND,
    next,
    fields,
  );
  return putTexts(rows, { path: ['notes', key], label: '表注第#段', kind: 'prose' }, AROUND, next, fields);
}

interface Section {
  readonly form: Form;
  readonly key: string;
  readonly row: number;
  readonly fields: Field[];
  readonly rows: PartRows;
}

/** What few reports need: headings of their own, and sections that they do not have. */
function putSeldom(form: Form, rows: PartRows, top: number, fields: Field[]): void {
  const whole = { columns: WIDTHS.length };
  let row = top;
  rows.draft.put({ row, column: 0 }, '少数报告才填', 'part', whole);
  rows.draft.put(
    { row: row + 1, column: 0 },
    '标题与规定不同的，写上自己的标题；没有某一部分的，写明理由，这一部分就不印。',
    'hint',
    whole,
  );
  row += 2;
  for (const part of [...ownHeadings(form), ...sectionsWithout(form)]) row = putPart(rows, part, row, fields);
}

/** The texts of a report, one paragraph a cell. */
export function textsSheet(form: Form, report: unknown, name: string): FilledSheet {
  const draft = draftSheet(name, WIDTHS);
  const fields: Field[] = [];
  const rows: PartRows = { draft, report, column: 1, span: 1 };
  draft.put({ row: 0, column: 0 }, TEXTS, 'title', { columns: 2 });
  draft.put({ row: 1, column: 0 }, ABOUT, 'hint', { columns: 2 });
  let row = 2;
  for (const key of partsOf(form)) {
    draft.put({ row, column: 0 }, form.texts[key]?.title ?? headingOf(form, key), 'part', { columns: 2 });
    const guide = textGuide(form, key);
    if (guide !== undefined) draft.put({ row: row + 1, column: 0 }, guide, 'hint', { columns: 2 });
    row = putSection({ form, key, row: row + (guide === undefined ? 1 : 2), fields, rows });
  }
  putSeldom(form, rows, row + 1, fields);
  return { sheet: draft.finish({ freeze: { rows: 1, columns: 1 }, tab: '5B9BD5' }), fields };
}
