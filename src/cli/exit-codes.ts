import { type Kind, kindOf } from '../diagnostics/codes.js';
import { type Diagnostic, stops } from '../diagnostics/diagnostic.js';

/** What the shell is told. */
export const EXIT = { done: 0, report: 1, usage: 2, resource: 3, io: 4, internal: 70 } as const satisfies Record<
  Kind | 'done',
  number
>;

/** The gravest first: of several problems it decides. */
const ORDER: readonly Kind[] = ['internal', 'io', 'resource', 'usage', 'report'];

/** The exit code for these problems: 0 if none of them stops anything. */
export function exitCodeFor(problems: readonly Diagnostic[]): number {
  const kinds = new Set(problems.filter(stops).map((problem) => kindOf(problem.code)));
  const gravest = ORDER.find((kind) => kinds.has(kind));
  return EXIT[gravest ?? 'done'];
}
