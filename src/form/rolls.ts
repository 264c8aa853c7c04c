/** A figure that continues last year's: it equals the sum of the terms. Paths are dotted paths of the report object. */
export interface Roll {
  /** The rule by which it does: `C1` is told as `years/C1`. */
  readonly rule: string;
  readonly at: string;
  readonly terms: readonly { readonly of: 'report' | 'previous'; readonly path: string; readonly sign: 1 | -1 }[];
}

/** Whether a figure is known once last year's report is: it continues nothing but last year's figures. */
export const isCarried = (rolls: readonly Roll[], path: string): boolean =>
  rolls.some(({ at, terms }) => at === path && terms.every(({ of }) => of === 'previous'));

/** A figure that is much the same from year to year, so that a jump wants a word of explanation (`years/jump`). */
export interface SteadyFigure {
  /** The dotted path of the cell. */
  readonly at: string;
  /** How texts name it. */
  readonly name: string;
}

/** A figure of the tables that texts like to state, and how they state it. */
export interface StatedFigure {
  readonly name: string;
  /** With the flag `g`. Its one group is the numeral. */
  readonly pattern: RegExp;
  /** The cells whose sum it is, by dotted paths of the report object; not amounts. */
  readonly paths: readonly string[];
  /** What is counted; 件 if not given. */
  readonly unit?: string;
}

/**
 * A whole number as texts have it, with one group: thousands parted by commas or not, spaces typed around it or not, and no part of a
 * longer number.
 */
export const NUMERAL = ' *(?<![\\d.,])(\\d{1,3}(?:,\\d{3})+|\\d+)(?![.,]?\\d) *';
