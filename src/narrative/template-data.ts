import type { Form } from '../form/form.js';
import type { AnyReport } from '../report/report.js';
import { signersOf } from '../report/signers.js';
import { givenLines } from '../report/title.js';
import { valueAt } from '../table/cells.js';
import { isUnitAmount } from '../table/exact-sum.js';
import { bareFigure } from '../table/noted.js';

const isGroup = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !isUnitAmount(value);

/** Whether any figure has a note: hardly any table has one. */
function hasNote(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return bareFigure(value) !== value || (isGroup(value) && Object.values(value).some(hasNote));
}

/** The figures of a table without their notes: the same object if it has none. */
function bareTable(given: unknown): unknown {
  if (!hasNote(given)) return given;
  const value = bareFigure(given);
  if (!isGroup(value)) return value;
  if (Array.isArray(value)) return value.map(bareTable);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, bareTable(inner)]));
}

/** Title and sign-off, which may be lists, as single texts. */
function singleTexts(report: AnyReport): object {
  const { title, signoff } = report;
  const names = signoff?.agency === undefined ? {} : { agency: signersOf(report).join('、') };
  return {
    ...(title !== undefined && { title: givenLines(title).join('') }),
    ...(signoff && { signoff: { ...signoff, ...names } }),
  };
}

/** The report as templates see it. */
export function templateData(report: AnyReport, { tables }: Form): object {
  const bare = [...Object.keys(tables), 'tables'].map((key) => [key, bareTable(valueAt(report, [key]))]);
  return { ...report, facts: report.facts ?? {}, ...singleTexts(report), ...Object.fromEntries(bare) };
}
