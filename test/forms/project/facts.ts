import type { Code, Diagnostic, DiagnosticOf, FactsOf } from 'nianbao';

// What the types of problems know of their facts.

/** `switch` tells which facts there are. */
export function factsIn(problem: Diagnostic): string | number {
  switch (problem.code) {
    case 'queue/unreachable':
      return problem.facts.reason;
    case 'text/twice':
      return problem.facts.before + problem.facts.now;
    case 'text/too-long':
      return problem.facts.count - problem.facts.most;
    case 'shape/unknown-key':
      return problem.facts.groups.length;
    case 'shape/missing':
      return problem.facts.cause === 'part' ? problem.facts.name : problem.facts.wanted;
    case 'years/jump':
      return problem.facts.before;
    case 'years/C1':
    case 'sum/I1':
      return problem.facts.difference;
    case 'fees/missing':
      return problem.facts.told;
    case 'usage/argument':
      return problem.facts.cause === 'seal-width' ? problem.facts.most : problem.facts.cause;
    case 'batch/no-name':
      // @ts-expect-error this code says it all
      return problem.facts.name;
    default:
      return problem.message;
  }
}

/** The codes whose facts are not known: none. */
type Without = { [C in Code]: FactsOf<C> extends object ? never : C }[Code];
export const none: [Without] extends [never] ? true : false = true;

/** One code is one member of all diagnostics. */
type Narrowed<C extends Diagnostic['code']> = Extract<Diagnostic, { readonly code: C }>;
export const narrowed: (one: Narrowed<'shape/missing'>) => DiagnosticOf<'shape/missing'> = (one) => one;

// @ts-expect-error facts are those of the code
export const wrong: FactsOf<'text/twice'> = { reason: '' };
