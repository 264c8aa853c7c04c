import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { formatPath } from '../diagnostics/problem-text.js';
import { type FormOptions, formsOf } from '../editions/editions.js';
import type { Form } from '../form/form.js';
import { dataCells, valueAt } from '../table/cells.js';
import type { AnyReport } from './any-report.js';
import { describe } from './describe.js';

/** What callers hand over instead, with what they forgot. */
function slipOf(given: unknown): { readonly found: string; readonly hint?: string } | undefined {
  if (typeof given !== 'object' || given === null) return { found: describe(given) };
  if (given instanceof Promise) return { found: 'Promise', hint: '前面少写了 await' };
  if (valueAt(given, ['report', 'edition']) === undefined) return undefined;
  return { found: '带有 report 的对象', hint: '把其中的 report 交给它：toPdf(result.report)' };
}

/** What every report has, as far as it is needed to say anything about it. */
function lackOf(given: AnyReport): string | undefined {
  if (typeof given.edition !== 'string') return 'edition';
  if (typeof given.year !== 'number') return 'year';
  return typeof given.agency?.name === 'string' ? undefined : 'agency.name';
}

/** The first cell that is not there, of tables that are not declared absent. */
function missingCell(given: AnyReport, { tables }: Form): string | undefined {
  for (const [key, spec] of Object.entries(tables)) {
    if (valueAt(given, ['absent', key]) !== undefined) continue;
    const table = valueAt(given, [key]);
    const missing = dataCells(spec).find(({ path }) => valueAt(table, path) === undefined);
    if (missing !== undefined) return formatPath([key, ...missing.path]);
  }
  return undefined;
}

function notParsed(found: string, hint: string): ReportError {
  return new ReportError([
    diagnostic('usage/argument', {
      message: '收到的不是 parseReport、readReport 或 read 给出的报告',
      found,
      expected: '读好的报告，每一格都有值',
      hint,
    }),
  ]);
}

/**
 * The form of a report that a caller hands over as parsed. Callers without types hand over what they have read from a file, or
 * a promise; what that would come to further on says nothing to them.
 *
 * @throws ReportError `usage/argument` if it is no report, or not one that has been parsed, or of a form that is not loaded
 */
export function parsedForm(given: AnyReport, options: FormOptions): Form {
  const slip = slipOf(given);
  if (slip !== undefined) throw notParsed(slip.found, slip.hint ?? '先读入，再生成：toPdf(parseReport(data))');
  const lack = lackOf(given);
  const form = formsOf(options).find(({ id }) => id === given.edition);
  const hint = '先读入，再生成：toPdf(parseReport(data))；没有填写的格（fill、totals）在读入时补上';
  if (lack !== undefined) throw notParsed(`${lack} 没有值`, hint);
  if (form === undefined) {
    const own = '自己的报告格式用 forms 传入：toPdf(report, { forms: [form] })';
    throw notParsed(`edition 是 ${describe(given.edition)}，没有加载这个格式`, own);
  }
  const missing = missingCell(given, form);
  if (missing !== undefined) throw notParsed(`${missing} 没有值`, hint);
  return form;
}
