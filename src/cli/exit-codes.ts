import { type Kind, kindOf } from '../diagnostics/codes.js';
import { type Diagnostic, stops } from '../diagnostics/diagnostic.js';

/** The exit code for each kind of problem. */
export const EXIT = { done: 0, report: 1, usage: 2, resource: 3, io: 4, internal: 70 } as const satisfies Record<
  Kind | 'done',
  number
>;

/** The exit code after a signal: by convention 128 plus its number. */
export const SIGNAL_EXIT = { SIGINT: 130, SIGTERM: 143 } as const;

/** The gravest first: if there are several problems, it decides. */
const ORDER: readonly Kind[] = ['internal', 'io', 'resource', 'usage', 'report'];

/** The exit code for these problems: 0 if none of them is an error that counts. */
export function exitCodeFor(problems: readonly Diagnostic[]): number {
  const kinds = new Set(problems.filter(stops).map(kindOf));
  const gravest = ORDER.find((kind) => kinds.has(kind));
  return EXIT[gravest ?? 'done'];
}
