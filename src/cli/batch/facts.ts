import { valueAt } from '../../table/cells.js';
import { withoutExtension } from '../inputs.js';
import type { NameFacts } from './file-names.js';

const written = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

/** The parts of a report that the names of its files can be made of. */
export function factsOf(id: string, report: unknown): NameFacts {
  const facts = {
    year: written(valueAt(report, ['year'])),
    agency: written(valueAt(report, ['agency', 'name'])),
    edition: written(valueAt(report, ['edition'])),
  };
  const known = Object.entries(facts).filter(([, one]) => one !== undefined);
  return { ...Object.fromEntries(known), id: withoutExtension(id) };
}
