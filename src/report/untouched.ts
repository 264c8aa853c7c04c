import type { Form } from '../form/form.js';
import { isCarried } from '../form/rolls.js';
import { dataCells, valueAt } from '../table/cells.js';

/** The paths, below the key of a table, of the cells that somebody has to fill in, whatever last year's report says. */
const cellsToFill = ({ tables, rolls }: Form, key: string): readonly (readonly string[])[] => {
  const spec = tables[key];
  if (spec === undefined) return [];
  return dataCells(spec).flatMap(({ path }) => (isCarried(rolls, [key, ...path].join('.')) ? [] : [path]));
};

/** Whether a table of a report has no figure yet, but those that last year's report determines. */
export const isUntouched = (form: Form, key: string, table: unknown): boolean =>
  cellsToFill(form, key).every((path) => (valueAt(table, path) ?? null) === null);

/** The same of a table whose blank cells are known. */
export const areAllBlank = (form: Form, key: string, blank: ReadonlySet<string>): boolean =>
  cellsToFill(form, key).every((path) => blank.has([key, ...path].join('.')));
