import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { proveForm } from '../form/define-form.js';
import type { Form } from '../form/form.js';
import type { LimitOptions } from '../limits/limits-of.js';
import { edition2019 } from './2019.js';
import { edition2021 } from './2021.js';

/** The editions of the statutory form. A new one is its own file, its templates and fixtures, and a line here. */
export const editions: {
  /** 国办公开办函〔2019〕60号, for the reports of 2019 and 2020. */
  readonly '2019': typeof edition2019;
  /** 国办公开办函〔2021〕30号, for the reports of 2021 and later. */
  readonly '2021': typeof edition2021;
} = { '2019': edition2019, '2021': edition2021 };

/** The id of an edition of the statutory form, as `edition` of a report object states it. */
export type EditionId = keyof typeof editions;

/** What there is for a caller: the editions and the forms that it has loaded, and what limits its input has. */
export interface FormOptions extends LimitOptions {
  /** Forms of the caller's own, made with `defineForm`. A report names one by its id; nothing in a report makes a form load. */
  readonly forms?: readonly Form[];
}

const EDITIONS: readonly Form[] = Object.values<Form>(editions);

/**
 * All forms. The caller's own cannot take the place of an edition, or of each other.
 *
 * @throws Error if one of the caller's is not whole; ReportError `usage/argument` if two have the same id
 */
export function formsOf({ forms = [] }: Pick<FormOptions, 'forms'>): readonly Form[] {
  if (forms.length === 0) return EDITIONS;
  const all = [...EDITIONS, ...forms.map(proveForm)];
  const twice = all.find(({ id }, i) => all.findIndex((other) => other.id === id) < i);
  if (twice === undefined) return all;
  throw new ReportError([
    diagnostic('usage/argument', { cause: 'same-form', name: twice.id, known: Object.keys(editions) }),
  ]);
}

/** What messages call forms: editions are 格式, and forms of the caller's own 报告格式. */
export const nounOf = (forms: readonly Form[]): string =>
  forms.every(({ id }) => Object.hasOwn(editions, id)) ? '格式' : '报告格式';

/** What messages call one form among others. */
export const nameOfForm = ({ id }: Form): string =>
  Object.hasOwn(editions, id) ? `格式（${id}年版）` : `报告格式 ${id}`;

/** The form that a report names. */
export function formOf({ edition }: { readonly edition: string }, options: FormOptions): Form {
  const form = formsOf(options).find(({ id }) => id === edition);
  if (form === undefined) throw new Error(`no form ${edition} was loaded; pass it as one of \`forms\``);
  return form;
}
