import type { Form } from './form.js';
import { formFaults } from './form-faults.js';

/**
 * Defines a form. The literal types of the definition are kept, so that the type of its reports can be derived (`ReportOf`).
 *
 * @throws Error that lists what does not belong together, or cannot be: a fault of the definition, not of any report
 */
export function defineForm<const F extends Form>(form: F): F {
  const faults = formFaults(form);
  if (faults.length > 0) throw new Error(`the form ${form.id} is not whole: ${faults.join('; ')}`);
  return form;
}
