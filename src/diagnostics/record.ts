import type { Code } from './codes.js';

/**
 * An `error` stops the rendering unless it is waived; a `warning` never does; a `note` says what could be better, or what could not
 * be checked.
 */
export type Severity = 'error' | 'warning' | 'note';

/** Where something stands in the report object: the keys and indices that lead to it. The empty path is the whole report. */
export type Path = readonly (string | number)[];

/** A place in a file: line and column of a text, counted from 1, or in words for files that have no lines: `第12段后的表，第9行第3列`. */
export type Place = TextPlace | PlaceInWords;

export interface TextPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface PlaceInWords {
  readonly file: string;
  readonly at: string;
}

/** A problem as a plain record that can be logged, compared and sent to another thread. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  /** One sentence in Chinese, without the path. */
  readonly message: string;
  readonly path: Path;
  /** The cell in the form's own words, such as `三、（七）总计 · 自然人`. */
  readonly label?: string;
  /** Known when the report or the template was read from text. */
  readonly place?: Place;
  readonly found?: string;
  readonly expected?: string;
  /** The two sides of an equation that does not hold, and right minus left, as exact decimals. */
  readonly left?: string;
  readonly right?: string;
  readonly difference?: string;
  /** What the rule demands, and the clause or practice it rests on. */
  readonly formula?: string;
  readonly basis?: string;
  /** What to do about it, in Chinese. */
  readonly hint: string;
  /** The reason with which the report waives this problem. */
  readonly waived?: string;
}
