import type { Path } from '../diagnostics/diagnostic.js';
import type { Form } from '../form/form.js';
import { isAbsent } from '../report/absent.js';
import type { AnyReport } from '../report/report.js';
import { dataCells, valueAt } from '../table/cells.js';
import type { FurtherRow } from '../table/further.js';
import { noteOf } from '../table/noted.js';

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

function statutoryNotes(report: AnyReport, { tables }: Form): readonly PlainText[] {
  return Object.entries(tables).flatMap(([key, spec]) => {
    if (isAbsent(report, key)) return [];
    const data = valueAt(report, [key]);
    const noted = dataCells(spec).filter(({ path }) => noteOf(valueAt(data, path)) !== undefined);
    return noted.flatMap(({ path }) => noteAt(valueAt(data, path), [key, ...path]));
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
export function plainTexts(report: AnyReport, form: Form): readonly PlainText[] {
  const { addressee } = report;
  const line = addressee === undefined ? [] : [{ text: addressee, path: ['addressee'] }];
  return [...line, ...statutoryNotes(report, form), ...furtherNotes(report)];
}
