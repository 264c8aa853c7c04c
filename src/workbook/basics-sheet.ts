import { nounOf } from '../editions/editions.js';
import type { Form } from '../form/form.js';
import { greatest } from '../limits/extremes.js';
import { waiversSchema } from '../report/common-schema.js';
import type { Field } from './fields.js';
import { commonParts, FACTS, factsOf, type LabelledPart, ownWaivers } from './labelled-parts.js';
import { type PartRows, putPart, putRecords, putTexts } from './part-rows.js';
import { draftSheet, type SheetDraft } from './sheet-draft.js';
import type { FilledSheet } from './table-sheet.js';

export const BASICS = '基本情况';

/** Labels, values, hints beside them; a list of records takes as many columns as it has fields. */
const WIDTHS = [28, 44, 36, 12];
const COLUMN = 1;
const MORE = 12;

const year: LabelledPart = { path: ['year'], label: '报告年度', kind: 'year', hint: '四位数字，如 2026' };

/** The widths of a sheet that has room for all fields of these records. */
function widthsFor(parts: readonly LabelledPart[]): readonly number[] {
  const most = greatest(
    parts.map(({ columns = [] }) => COLUMN + columns.length),
    WIDTHS.length,
  );
  return Array.from({ length: most }, (_, i) => WIDTHS[i] ?? MORE);
}

function heading(draft: SheetDraft, row: number, text: string, hint: string): number {
  draft.put({ row, column: 0 }, text, 'part', { columns: draft.widths.length });
  draft.put({ row: row + 1, column: 0 }, hint, 'hint', { columns: draft.widths.length });
  return row + 2;
}

function putAny(rows: PartRows, part: LabelledPart, row: number, fields: Field[]): number {
  if (part.kind === 'records') return putRecords(rows, part, { least: 6, more: 3 }, row, fields);
  if (part.kind === 'counts') return putRecords(rows, part, { least: 3, more: 2 }, row, fields);
  if (part.kind === 'texts') {
    return putTexts(rows, { ...part, label: `${part.label}（#）` }, { least: 4, more: 2 }, row, fields);
  }
  return putPart(rows, part, row, fields);
}

function putEdition(draft: SheetDraft, row: number, form: Form, fields: Field[]): number {
  draft.put({ row, column: 0 }, nounOf([form]), 'label');
  draft.put({ row, column: COLUMN }, form.id, 'fixed');
  draft.put({ row, column: COLUMN + 1 }, `${form.name}，${form.citation}`, 'hint');
  const area = { sheet: draft.name, row, column: COLUMN, rows: 1, columns: 1 };
  fields.push({ path: ['edition'], kind: 'text', shapes: [], area });
  return row + 1;
}

/** Who reports, for which year, who signs; and the facts that the texts tell. */
export function basicsSheet(form: Form, report: unknown, name: string): FilledSheet {
  const facts = factsOf(form);
  const draft = draftSheet(name, widthsFor([...facts, ownWaivers]));
  const fields: Field[] = [];
  const rows: PartRows = { draft, report, column: COLUMN, span: 1 };
  let row = heading(draft, 0, BASICS, '淡黄色的格填写；机关全称和报告年度必填，其余没有的空着。');
  row = putEdition(draft, row, form, fields);
  for (const part of [year, ...commonParts(form)]) row = putPart(rows, part, row, fields);
  if (facts.length > 0) {
    const hint = '“文字”表里没有自己写的部分，由程序用这里的数字和事实写成；自己写了文字的，这里可以不填。';
    row = heading(draft, row + 1, FACTS, hint);
    for (const part of facts) row = putAny(rows, part, row, fields);
  }
  const about = waiversSchema({ rule: '', path: '' }).meta()?.title ?? '';
  row = heading(
    draft,
    row + 1,
    about,
    '一般不用填：检查报出的差错确属原有、不能改的，才写明理由，规则照抄检查结果，位置写哪一格，如 三!D7。',
  );
  putRecords(rows, ownWaivers, { least: 2, more: 1 }, row, fields);
  return { sheet: draft.finish({ freeze: { rows: 1, columns: 0 }, tab: '70AD47' }), fields };
}
