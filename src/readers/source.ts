import type { Diagnostic, Path, Place } from '../diagnostics/diagnostic.js';

/** Data read from text, which still knows where each part of it stood. */
export interface Source {
  readonly value: unknown;
  /** Line and column of what a path leads to, or of the nearest part above it that is there. */
  readonly placeOf: (path: Path) => Place;
}

/** Gives problems of the report's parts the line and column they were read from; those that have a place keep it. */
export function locate(problems: readonly Diagnostic[], source: Source): readonly Diagnostic[] {
  return problems.map((problem) => {
    const isElsewhere = problem.place !== undefined || problem.path.length === 0;
    return isElsewhere ? problem : { ...problem, place: source.placeOf(problem.path) };
  });
}

/**
 * A number as it was written. What a JavaScript number would print otherwise (`96171.60`, `1e3`, 20 digits) stays text, so
 * that amounts print exactly as given and a count that is no plain integer is reported.
 */
export function numberAsWritten(literal: string): number | string {
  const value = Number(literal);
  return String(value) === literal ? value : literal;
}
