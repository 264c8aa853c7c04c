import { type Diagnostic, diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { nounOf } from '../editions/editions.js';
import type { Form } from '../form/form.js';
import { valueAt } from '../table/cells.js';
import { describe } from './describe.js';

/** `2021 年度及以后的报告用 "2021"`, `2019、2020 年度用 "2019"`. */
function inWords({ id, years: [from, to] }: Form): string {
  if (to === undefined) return `${from} 年度及以后的报告用 "${id}"`;
  return `${Array.from({ length: to - from + 1 }, (_, i) => from + i).join('、')} 年度用 "${id}"`;
}

const LOADED = '自己的报告格式由生成的人加载：命令行用 --form，程序里用 forms';

/** How an id is told from one of an edition, which is a year. */
const isOwn = (id: unknown): boolean => typeof id === 'string' && !/^\d+$/.test(id);

function unknownForm(id: unknown, forms: readonly Form[]): Diagnostic {
  const noun = nounOf(forms);
  const newestFirst = forms.toSorted((a, b) => b.years[0] - a.years[0]);
  return diagnostic('edition/unknown', {
    message: `${id === undefined ? '没有写明' : '没有这个'}${noun}`,
    path: ['edition'],
    found: id === undefined ? '没有' : describe(id),
    expected: forms.map((form) => `"${form.id}"（${form.citation}）`).join(' 或 '),
    hint: `${newestFirst.map(inWords).join('，')}；${isOwn(id) ? LOADED : '注意加引号'}`,
  });
}

/**
 * The form that a report object of unknown shape names.
 *
 * @throws ReportError `edition/unknown`
 */
export function namedForm(raw: unknown, forms: readonly Form[]): Form {
  const id = valueAt(raw, ['edition']);
  const form = forms.find((one) => one.id === id);
  if (form === undefined) throw new ReportError([unknownForm(id, forms)]);
  return form;
}
