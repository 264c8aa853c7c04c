import type { Form } from '../../form/form.js';
import type { SourceBlock, SourceTable } from '../neutral/reading.js';
import { type FormTables, tablesOf } from './find-tables.js';
import { lettersOf } from './label-words.js';
import { sectionsOf } from './sections.js';
import type { SourceRow } from './source-rows.js';
import { titleIn } from './source-title.js';

/** A form, with what of it is in a source. */
export interface FormMatch extends FormTables {
  /** How well the source is of this form: its tables, its headings, its name, its years. */
  readonly weight: number;
}

/** Less than this is no report of any form. */
const LEAST = 0.2;

function weigh(
  form: Form,
  blocks: readonly SourceBlock[],
  rowsOf: (table: SourceTable) => readonly SourceRow[],
): FormMatch {
  const tables = tablesOf(form, blocks, rowsOf);
  const { before, sections } = sectionsOf(blocks, form);
  const headings = sections.filter(({ key }) => key !== undefined).length / form.sections.length;
  const title = titleIn(before, form);
  const [first, last = Number.POSITIVE_INFINITY] = form.years;
  const isInForce = title?.year !== undefined && title.year >= first && title.year <= last;
  const isNamed = lettersOf(title?.lines.join('') ?? '').includes(lettersOf(form.name));
  // The labels of the tables decide. The year does only where two forms fit alike: a report may use the form of another year.
  const weight = tables.fit + headings * 0.15 + (isNamed ? 0.15 : 0) + (isInForce ? 0.05 : 0);
  return { ...tables, weight };
}

/** The form that a source is a report of; undefined if it is of none. */
export function chooseForm(
  forms: readonly Form[],
  blocks: readonly SourceBlock[],
  rowsOf: (table: SourceTable) => readonly SourceRow[],
): FormMatch | undefined {
  const [best] = forms.map((form) => weigh(form, blocks, rowsOf)).toSorted((a, b) => b.weight - a.weight);
  return best !== undefined && best.weight >= LEAST ? best : undefined;
}
