import { type Diagnostic, diagnostic, type Path, type Place, ReportError } from '../diagnostics/diagnostic.js';
import { formatPath } from '../diagnostics/problem-text.js';
import type { LineColumn } from './inside-text.js';

/** Data read from text, with the place of every value. */
export interface Source {
  readonly value: unknown;
  /**
   * Line and column of what a path leads to, or of the nearest part above it that exists. If a line and a column of the text at the path
   * are given, of that character, as far as it can be told.
   */
  readonly placeOf: (path: Path, inside?: LineColumn) => Place;
  /** The paths of keys behind which nothing is typed, as YAML may have them. Their values are null. */
  readonly untyped: readonly Path[];
  /**
   * From where to where words stand in the text as it was read, in UTF-16 units, given the line and the column of the text at the path
   * where they begin; undefined where that cannot be told.
   */
  readonly spanOf: (path: Path, inside: LineColumn, words: string) => readonly [from: number, to: number] | undefined;
  /** What is questionable about the way the text is written. */
  readonly findings: readonly Diagnostic[];
}

/**
 * Adds line and column to a problem with a path. A place in another file, such as a template, is kept.
 *
 * @param at the path to the report in the source
 */
export function located(problem: Diagnostic, source: Source, at: Path): Diagnostic {
  const { placeOf } = source;
  const { place, path, places, suspect } = problem;
  const whole = [...at, ...path];
  if (whole.length === 0) return problem;
  /** A place in a text that the report itself carries. */
  const inFile = <T extends { readonly path: Path; readonly place?: Place }>(one: T): T =>
    one.place?.file === formatPath(one.path) && 'line' in one.place
      ? { ...one, place: placeOf([...at, ...one.path], one.place) }
      : one;
  const fix = problem.fix && { fix: { ...problem.fix, edits: problem.fix.edits.map(inFile) } };
  if (place === undefined) {
    return {
      ...problem,
      ...fix,
      place: placeOf(whole),
      ...(places && { places: places.map((one) => ({ ...one, place: placeOf([...at, ...one.path]) })) }),
      ...(suspect && { suspect: { ...suspect, place: placeOf([...at, ...suspect.path]) } }),
    };
  }
  return { ...inFile(problem), ...fix };
}

/** The error for what exceeds the stack, such as ten thousand brackets in each other. */
export function nestedTooDeep(file: string): ReportError {
  return new ReportError([diagnostic('syntax/invalid', { cause: 'deep' }, { place: { file, line: 1, column: 1 } })]);
}

/**
 * A number as it was written. What JavaScript would print differently (`96171.60`, `1e3`, 20 digits) stays text, so that amounts
 * print exactly as given, and a count that is not a plain integer is reported.
 */
export function numberAsWritten(literal: string): number | string {
  const value = Number(literal);
  return String(value) === literal ? value : literal;
}
