import type { Diagnostic, Path, Place } from '../diagnostics/diagnostic.js';

/** Data read from text, with the place of every value. */
export interface Source {
  readonly value: unknown;
  /** Line and column of what a path leads to, or of the nearest part above it that exists. */
  readonly placeOf: (path: Path) => Place;
}

/** Adds line and column to problems with a path. Those that already have a place keep it. */
export function locate(problems: readonly Diagnostic[], source: Source): readonly Diagnostic[] {
  return problems.map((problem) => {
    const isElsewhere = problem.place !== undefined || problem.path.length === 0;
    return isElsewhere ? problem : { ...problem, place: source.placeOf(problem.path) };
  });
}

/**
 * A number as it was written. What JavaScript would print differently (`96171.60`, `1e3`, 20 digits) stays text, so that amounts
 * print exactly as given, and a count that is not a plain integer is reported.
 */
export function numberAsWritten(literal: string): number | string {
  const value = Number(literal);
  return String(value) === literal ? value : literal;
}
