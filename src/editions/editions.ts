import type { Form } from '../form/form.js';
import { edition2019 } from './2019.js';
import { edition2021 } from './2021.js';

/** The editions of the statutory form. A new one is its own file, its templates and fixtures, and a line here. */
export const editions = {
  '2019': edition2019,
  '2021': edition2021,
} as const;

/** The id of an edition of the statutory form, as `edition` of a report object states it. */
export type EditionId = keyof typeof editions;

/** The forms that there are for a caller: the editions, and what the caller has loaded. */
export interface FormOptions {
  /** Forms of the caller's own, made with `defineForm`. A report names one by its id; nothing in a report makes a form load. */
  readonly forms?: readonly Form[];
}

/** All forms by their ids; the caller's own cannot take the place of an edition. */
export function formsOf({ forms = [] }: FormOptions): readonly Form[] {
  return [...Object.values<Form>(editions), ...forms];
}

/** The form that a report names. */
export function formOf({ edition }: { readonly edition: string }, options: FormOptions): Form {
  const form = formsOf(options).find(({ id }) => id === edition);
  if (form === undefined) throw new Error(`no form ${edition} was loaded; pass it as one of \`forms\``);
  return form;
}
