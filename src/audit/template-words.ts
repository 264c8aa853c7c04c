import type { Form } from '../form/form.js';
import { partsOf } from '../form/preamble.js';
import type { FindTemplate } from '../narrative/find-template.js';

/** A sentence that a template takes in. */
const TAKEN = /\{\{~?>\s*([\p{L}\p{N}_-]+)\s*~?\}\}/gu;

/**
 * The texts of all templates of a form, with the sentences that they take in. They are not prepared for that: loading what parses them
 * takes each thread longer than reading several reports.
 */
export function templateWords(form: Form, find: FindTemplate): readonly string[] {
  const names = new Set<string>(partsOf(form));
  const texts: string[] = [];
  // Names that are added meanwhile come up as well.
  for (const name of names) {
    const text = find(`${form.id}/${name}`)?.text;
    if (text === undefined) continue;
    texts.push(text);
    for (const [, sentence = ''] of text.matchAll(TAKEN)) names.add(sentence);
  }
  return texts;
}
