import { type Code, type FactsOf, kindOf, saidOf } from './codes.js';
import { formatDiagnostic } from './problem-text.js';
import type { Circumstances, Diagnostic, Path } from './record.js';

export type {
  Circumstances,
  Diagnostic,
  DiagnosticOf,
  Edit,
  Fix,
  Path,
  Place,
  PlaceInReport,
  PlaceInWords,
  Problem,
  Severity,
  Suspect,
  TextPlace,
} from './record.js';

/**
 * Makes a diagnostic: what it says is made from its facts, in the catalogue. By default it is an error about the whole report.
 *
 * @param where its place, and whatever else is known of it. A hint of the caller's stands for one that the facts do not give
 */
export function diagnostic<C extends Code>(
  code: C,
  facts: FactsOf<C>,
  { hint: usual = '', ...where }: Partial<Circumstances> & { readonly hint?: string } = {},
): Diagnostic {
  const { message = '', found = '', expected = '', hint = usual } = saidOf(code, facts);
  return {
    code,
    severity: 'error',
    message,
    path: [],
    ...(found !== '' && { found }),
    ...(expected !== '' && { expected }),
    hint,
    facts,
    ...where,
  } as unknown as Diagnostic;
}

/** Whether this problem stops the rendering: it is an error, and the report does not waive it. */
export function stops(problem: Diagnostic): boolean {
  return problem.severity === 'error' && problem.waived === undefined;
}

/** Transient: a retry, or another machine, may succeed. */
export function isTransient(problem: Diagnostic): boolean {
  return stops(problem) && ['io', 'internal'].includes(kindOf(problem));
}

/** The path of a part of something. If the whole has no path, like a table made from findings, neither has the part. */
export function within(path: Path, ...keys: Path): Path {
  return path.length === 0 ? path : [...path, ...keys];
}

/** The one error that nianbao throws. It carries every problem found, never only the first. */
export class ReportError extends Error {
  /** All problems, in the order in which they are told. */
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(formatDiagnostic).join('\n'));
    this.name = 'ReportError';
    this.diagnostics = diagnostics;
  }
}

/** Throws all problems together if one of them stops the rendering. */
export function throwIfStopped(problems: readonly Diagnostic[]): void {
  if (problems.some(stops)) throw new ReportError(problems);
}
