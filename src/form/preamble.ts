import type { Form } from './form.js';

/** The key of the text that stands before all sections. */
export const PREAMBLE = 'preamble';

/** The parts of a form's reports that may be text, in the order in which they are printed: the preamble, if there is one, and all sections. */
export function partsOf({ texts, sections }: Form): readonly string[] {
  return [...(Object.hasOwn(texts, PREAMBLE) ? [PREAMBLE] : []), ...sections.map(({ key }) => key)];
}
