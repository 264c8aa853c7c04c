import { type Diagnostic, diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { nounOf } from '../editions/editions.js';
import type { Form } from '../form/form.js';
import { valueAt } from '../table/cells.js';
import { describe } from './describe.js';

/** How an id is told from one of an edition, which is a year. */
const isOwn = (id: unknown): boolean => typeof id === 'string' && !/^\d+$/.test(id);

function unknownForm(id: unknown, forms: readonly Form[]): Diagnostic {
  const given = id === undefined ? undefined : describe(id);
  const known = forms.map(({ id: own, citation, years }) => ({ id: own, citation, years }));
  return diagnostic(
    'edition/unknown',
    { given, noun: nounOf(forms), forms: known, isOwn: isOwn(id) },
    { path: ['edition'] },
  );
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
