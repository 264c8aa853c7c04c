import type { Path } from '../diagnostics/diagnostic.js';
import { isAbsent } from '../report/absent.js';
import type { AnyReport } from '../report/report.js';
import { dataCells } from '../table/cells.js';
import type { FurtherRow } from '../table/further.js';
import { noteOf } from '../table/noted.js';
import type { Subject } from './rule.js';
import { valuesOf } from './table-values.js';

/** A text that is printed as the report has it, and no template. */
interface PlainText {
  readonly text: string;
  readonly path: Path;
}

/** The note of a cell, if it has one. */
function noteAt(cell: unknown, path: Path): readonly PlainText[] {
  const text = noteOf(cell);
  return text === undefined ? [] : [{ text, path: [...path, 'note'] }];
}

function statutoryNotes(subject: Subject): readonly PlainText[] {
  return Object.entries(subject.form.tables).flatMap(([key, spec]) => {
    if (isAbsent(subject.report, key)) return [];
    const values = valuesOf(subject, key);
    return values.flatMap((value, i) =>
      noteOf(value) === undefined ? [] : noteAt(value, [key, ...(dataCells(spec)[i]?.path ?? [])]),
    );
  });
}

function notesInRows(rows: readonly FurtherRow[], path: Path): readonly PlainText[] {
  return rows.flatMap(({ values = [], rows: inner = [] }, i) => [
    ...values.flatMap((value, j) => noteAt(value, [...path, i, 'values', j])),
    ...notesInRows(inner, [...path, i, 'rows']),
  ]);
}

function furtherNotes(report: AnyReport): readonly PlainText[] {
  return Object.entries(report.tables ?? {}).flatMap(([section, tables = []]) =>
    isAbsent(report, section) ? [] : tables.flatMap(({ rows }, i) => notesInRows(rows, ['tables', section, i, 'rows'])),
  );
}

/** The addressee and the notes in cells, to which the rules on wording apply as to the texts. */
export function plainTexts(subject: Subject): readonly PlainText[] {
  const { addressee } = subject.report;
  const line = addressee === undefined ? [] : [{ text: addressee, path: ['addressee'] }];
  return [...line, ...statutoryNotes(subject), ...furtherNotes(subject.report)];
}
