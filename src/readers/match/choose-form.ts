import type { Form } from '../../form/form.js';
import type { SourceBlock, SourceTable } from '../neutral/reading.js';
import { type FormTables, tablesOf } from './find-tables.js';
import { lettersOf } from './label-words.js';
import { sectionsOf } from './sections.js';
import { yearsIn } from './source-day.js';
import type { SourceRow } from './source-rows.js';
import { titleIn } from './source-title.js';

/** A form, with what of it is in a source. */
export interface FormMatch extends FormTables {
  /** How well the source is of this form: its tables, its headings, its name, its years. */
  readonly weight: number;
}

/** Less than this is no report of any form, and no other form can account better for what weighs as much as that. */
const [LEAST, WHOLE] = [0.2, 1.34];

function isInForce({ years: [first, last = Number.POSITIVE_INFINITY] }: Form, year: number | undefined): boolean {
  return year !== undefined && year >= first && year <= last;
}

function weigh(
  form: Form,
  blocks: readonly SourceBlock[],
  rowsOf: (table: SourceTable) => readonly SourceRow[],
): FormMatch {
  const tables = tablesOf(form, blocks, rowsOf);
  const { before, sections } = sectionsOf(blocks, form);
  const headings = sections.filter(({ key }) => key !== undefined).length / form.sections.length;
  const title = titleIn(before, form);
  const isNamed = lettersOf(title?.lines.join('') ?? '').includes(lettersOf(form.name));
  // The labels of the tables decide. The year does only where two forms fit alike: a report may use the form of another year.
  const weight = tables.fit + headings * 0.15 + (isNamed ? 0.15 : 0) + (isInForce(form, title?.year) ? 0.05 : 0);
  return { ...tables, weight };
}

/** As many paragraphs from the beginning as name the year. */
const BEGINNING = 60;

/** Forms that are in force in a year which the beginning of a source names come first. */
function likeliestFirst(forms: readonly Form[], blocks: readonly SourceBlock[]): readonly Form[] {
  const texts = blocks.slice(0, BEGINNING).map((block) => (block.kind === 'paragraph' ? block.text : ''));
  const named = texts.filter((text) => text.length < 60 && text.includes('报告')).flatMap(yearsIn);
  const isNamed = (form: Form) => named.some(({ year }) => isInForce(form, year));
  return [...forms.filter(isNamed), ...forms.filter((form) => !isNamed(form))];
}

/** The form that a source is a report of; undefined if it is of none. */
export function chooseForm(
  forms: readonly Form[],
  blocks: readonly SourceBlock[],
  rowsOf: (table: SourceTable) => readonly SourceRow[],
): FormMatch | undefined {
  let best: FormMatch | undefined;
  for (const form of likeliestFirst(forms, blocks)) {
    const match = weigh(form, blocks, rowsOf);
    if (best === undefined || match.weight > best.weight) best = match;
    if (best.weight >= WHOLE) break;
  }
  return best !== undefined && best.weight >= LEAST ? best : undefined;
}
