import type { NameFacts } from '../../batch/file-names.js';
import { readSource } from '../../readers/read-source.js';
import { valueAt } from '../../table/cells.js';

/** The value of a text, read as lightly as can be; undefined if there is none. The threads will say what is wrong with it. */
export function lightlyRead(text: string, name: string): unknown {
  const json = text.replace(/^\uFEFF/, '');
  const isJson = !/\.ya?ml$/i.test(name) && /^\s*\{/.test(json);
  try {
    return isJson ? JSON.parse(json) : readSource(text, name).value;
  } catch {
    return undefined;
  }
}

const written = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

/** What of a report its files can be named by. */
export function factsOf(id: string, report: unknown): NameFacts {
  const known = {
    year: written(valueAt(report, ['year'])),
    agency: written(valueAt(report, ['agency', 'name'])),
    edition: written(valueAt(report, ['edition'])),
  };
  const there = Object.entries(known).filter(([, one]) => one !== undefined);
  return { ...Object.fromEntries(there), id: id.replace(/\.(?:json|ya?ml)$/i, '') };
}
