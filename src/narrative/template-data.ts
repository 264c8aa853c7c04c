import type { Form } from '../form/form.js';
import type { AnyReport } from '../report/report.js';
import { signersOf } from '../report/signers.js';
import { givenLines } from '../report/title.js';
import { valueAt } from '../table/cells.js';
import { isUnitAmount } from '../table/exact-sum.js';
import { bareFigure } from '../table/noted.js';

/** The figures of a table without their notes: the same object if it has none. */
function bareTable(given: unknown): unknown {
  const value = bareFigure(given);
  if (typeof value !== 'object' || value === null || isUnitAmount(value)) return value;
  const entries = Object.entries(value);
  const bare = entries.map(([, inner]) => bareTable(inner));
  if (bare.every((inner, i) => inner === entries[i]?.[1])) return value;
  return Array.isArray(value) ? bare : Object.fromEntries(entries.map(([key], i) => [key, bare[i]]));
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
