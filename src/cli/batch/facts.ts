import type { TextInput } from '../../batch/index.js';
import type { NameFacts } from '../../batch/names.js';
import { readSource } from '../../input/read.js';
import { valueAt } from '../../table/cells.js';

/** The value of a text, read as lightly as can be: the threads will say what is wrong with it. */
function parsed({ text, name, at = [] }: TextInput): unknown {
  const json = text.replace(/^\uFEFF/, '');
  const isJson = !/\.ya?ml$/i.test(name) && /^\s*\{/.test(json);
  try {
    return valueAt(isJson ? JSON.parse(json) : readSource(text, name).value, at);
  } catch {
    return undefined;
  }
}

const written = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

/** What of a report its files can be named by. */
export function factsOf(input: TextInput): NameFacts {
  const value = parsed(input);
  const known = {
    year: written(valueAt(value, ['year'])),
    agency: written(valueAt(value, ['agency', 'name'])),
    edition: written(valueAt(value, ['edition'])),
  };
  const there = Object.entries(known).filter(([, one]) => one !== undefined);
  return { ...Object.fromEntries(there), id: input.id.replace(/\.(?:json|ya?ml)$/i, '') };
}
