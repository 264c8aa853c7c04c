import { once } from '../memo/once.js';
import type { Form } from './form.js';
import { formFaults } from './form-faults.js';

/** Keeps the literal types of a definition, so that the type of its reports can be derived (`ReportOf`). */
export function defineForm<const F extends Form>(form: F): F {
  return form;
}

/**
 * Checks a definition, once, when it is first used and not when it is defined: a process that never uses a form does not pay for it.
 *
 * @throws Error that lists what does not belong together, or cannot be: a fault of the definition, not of any report
 */
export const proveForm = once((form: Form): Form => {
  const faults = formFaults(form);
  if (faults.length > 0) throw new Error(`the form ${form.id} is not whole: ${faults.join('; ')}`);
  return form;
});
