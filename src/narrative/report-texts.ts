import type { Path } from '../diagnostics/diagnostic.js';
import type { Form } from '../form/form.js';
import { partsOf } from '../form/preamble.js';
import { isAbsent } from '../report/absent.js';
import type { AnyReport, NarrativeText, TextsAround } from '../report/report.js';

/** A text that a report has, or must have. */
export interface ReportText {
  /** `preamble`, or the key of its section. */
  readonly part: string;
  /** Before the section's table, if it has one; after it; or a note below a table. */
  readonly place: 'before' | 'after' | 'note';
  /** Where the report has it, or could have it. */
  readonly path: Path;
  /** As the report gives it; undefined if a template of the form writes it. */
  readonly typed: NarrativeText | undefined;
  /** Whether the form asks for it. */
  readonly isRequired: boolean;
}

const isAround = (text: NarrativeText | TextsAround | undefined): text is TextsAround =>
  typeof text === 'object' && !Array.isArray(text);

function textsAround(part: string, { narrative, notes }: AnyReport, isRequired: boolean): readonly ReportText[] {
  const given = narrative?.[part];
  const path = ['narrative', part];
  const { before, after } = isAround(given) ? given : { before: given };
  const note = notes?.[part];
  const all: ReportText[] = [];
  if (isRequired || before !== undefined) {
    all.push({ part, place: 'before', path: isAround(given) ? [...path, 'before'] : path, typed: before, isRequired });
  }
  if (note !== undefined) all.push({ part, place: 'note', path: ['notes', part], typed: note, isRequired: false });
  if (after !== undefined)
    all.push({ part, place: 'after', path: [...path, 'after'], typed: after, isRequired: false });
  return all;
}

function furtherNotes(part: string, { tables }: AnyReport): readonly ReportText[] {
  return (tables?.[part] ?? []).flatMap(({ note }, i) =>
    note === undefined
      ? []
      : [{ part, place: 'note', path: ['tables', part, i, 'note'], typed: note, isRequired: false }],
  );
}

/** The texts of a report in the order in which they are printed. A section that is declared absent has none. */
export function textsIn(report: AnyReport, form: Form): readonly ReportText[] {
  return partsOf(form)
    .filter((part) => !isAbsent(report, part))
    .flatMap((part) => [...textsAround(part, report, Object.hasOwn(form.texts, part)), ...furtherNotes(part, report)]);
}
