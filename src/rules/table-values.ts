import type { Form } from '../form/form.js';
import type { AnyReport } from '../report/report.js';
import { cellValues, valueAt } from '../table/cells.js';
import { fact, type Subject } from './rule.js';

/** What the cells of each statutory table of a report have, in their order, by the keys of the tables. */
export const tableValues = (report: AnyReport, { tables }: Form): ReadonlyMap<string, readonly unknown[]> =>
  new Map(Object.entries(tables).map(([key, spec]) => [key, cellValues(spec, valueAt(report, [key]))]));

/** The same of the report that rules look at: several ask for it. */
export const allValues = fact(({ report, form }) => tableValues(report, form));

/** What the cells of a table have. */
export const valuesOf = (subject: Subject, key: string): readonly unknown[] => allValues(subject).get(key) ?? [];
