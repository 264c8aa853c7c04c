import type { Code, FactsOf, Kind, ToldCode } from './codes.js';

/**
 * An `error` stops the rendering unless it is waived; a `warning` never does; a `note` says what could be better, or what could not
 * be checked.
 */
export type Severity = 'error' | 'warning' | 'note';

/** Where something stands in the report object: the keys and indices that lead to it. The empty path is the whole report. */
export type Path = readonly (string | number)[];

/** A place in a file: line and column of a text, or in words for files that have no lines. */
export type Place = TextPlace | PlaceInWords;

/** Line and column, counted from 1. */
export interface TextPlace {
  /** The name of the file. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** In UTF-16 units, from 1. */
  readonly column: number;
}

/** Such as `第12段后的表，第9行第3列`. */
export interface PlaceInWords {
  /** The name of the file. */
  readonly file: string;
  /** The place in Chinese. */
  readonly at: string;
  /** Of a web page: the selector of the element there. */
  readonly element?: string;
}

/** One of several places that a problem has. */
export interface PlaceInReport {
  /** The place in the report object. */
  readonly path: Path;
  /** The cell in the form's own words. */
  readonly label?: string;
  /** The place in the file that was read, if there was one. */
  readonly place?: Place;
}

/** The one cell that is probably wrong: corrected, it would make every sum hold that it stands in. */
export interface Suspect extends PlaceInReport {
  /** The figure that is there. */
  readonly found: string;
  /** The figure with which all sums would hold. */
  readonly expected: string;
}

/** Words of a text of the report, and what to put in their place. */
export interface Edit {
  /** The text that has the words. */
  readonly path: Path;
  /** Where they begin: in the text at the path, or in the report's file if that is known. */
  readonly place?: Place;
  /** What stands there. */
  readonly words: string;
  /** What to put in its place. */
  readonly replacement: string;
}

/**
 * A correction that can be made mechanically: `safe` if it cannot change what is said, such as a mark of full width; `enumerators` if it
 * numbers anew, which somebody should look at.
 */
export interface Fix {
  /** Whether it may be made unseen. */
  readonly kind: 'safe' | 'enumerators';
  /** All of them together are the correction. */
  readonly edits: readonly Edit[];
}

/** Where a problem stands, how grave it is, and what can be done about it mechanically: all of it is optional where one is made. */
export interface Circumstances {
  /** Whether it stops the rendering. */
  readonly severity: Severity;
  /** Where it stands in the report object; empty if it is about the whole report or about none. */
  readonly path: Path;
  /** Whose fault it is, where its code alone does not say: a template problem in a report's own text is the report's. */
  readonly kind?: Kind;
  /** The cell in the form's own words, such as `三、（七）总计 · 自然人`. */
  readonly label?: string;
  /**
   * Known when the report or the template was read from text. In a text that the report itself carries it counts lines and columns of
   * that text, and names its path as the file, until the report's file is known.
   */
  readonly place?: Place;
  /** Of a problem of a text: the words in question, as they are printed. */
  readonly words?: string;
  /** Given where the problem can be corrected mechanically. */
  readonly fix?: Fix;
  /** All places of a problem that is told once for a table, such as blank cells; `path` is then the table's. */
  readonly places?: readonly PlaceInReport[];
  /** Given with each of several sums that fail by one cell. */
  readonly suspect?: Suspect;
  /** What the rule demands. */
  readonly formula?: string;
  /** The clause or practice that the rule rests on. */
  readonly basis?: string;
  /** The reason with which the report waives this problem. */
  readonly waived?: string;
}

/** What every problem has, whatever its code: where it stands, and what is said of it in Chinese. */
export interface Problem extends Circumstances {
  /** One sentence in Chinese, without the path. */
  readonly message: string;
  /** What is there, in Chinese or as it stands. */
  readonly found?: string;
  /** What should be there. */
  readonly expected?: string;
  /** What to do about it, in Chinese. */
  readonly hint: string;
}

/** A problem of one code, with the facts of that: the Chinese is made from these. */
export type DiagnosticOf<C extends Code> = C extends Code
  ? Problem & {
      /** The stable name of its kind. */
      readonly code: C;
      /** What is the case, as data: `switch (problem.code)` tells which facts there are. */
      readonly facts: FactsOf<C>;
    }
  : never;

/** A problem as a plain record that can be logged, compared and sent to another thread. Its code says what its facts are. */
export type Diagnostic = DiagnosticOf<ToldCode>;
