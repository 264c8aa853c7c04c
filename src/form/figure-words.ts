/** A figure of the tables that texts like to state, in one of two ways of saying how. */
export type StatedFigure = StatedPattern | StatedSubject;

interface Figure {
  readonly name: string;
  /** The cells whose sum it is, by dotted paths of the report object. */
  readonly paths: readonly string[];
  /** What is counted; 件 if not given. */
  readonly unit?: string;
}

/** A figure that one fixed phrase states. */
export interface StatedPattern extends Figure {
  /** With the flag `g`. Its one group is the numeral. */
  readonly pattern: RegExp;
}

/**
 * A figure as sentences tell of it: a thing (规范性文件), what is said of it (废止), and a number, in any order and with the thing
 * named in a sentence before. Patterns have no groups and no flag but `u`.
 */
export interface StatedSubject extends Figure {
  /** Names of the thing. Subjects of the same thing have the same pattern object. */
  readonly topic: RegExp;
  /** What is said of it. Without it, the number of the thing as such is meant. */
  readonly words?: RegExp;
  /** What makes it something else where it stands in the same clause. */
  readonly not?: RegExp;
  /** Other sums that the same words may mean. A path with a minus is subtracted. A text is wrong if it agrees with none. */
  readonly or?: readonly (readonly string[])[];
  /** That of a row only these columns are meant, in place of its total: of the row that was told before, or of `paths`. */
  readonly columns?: readonly string[];
  /** Other columns that the same words may mean: beside kinds of organizations, 其他组织 are the rest of them. */
  readonly orColumns?: readonly string[];
  /** What the whole is: all of the thing, or all of it that is done. Of neither, it is a part. */
  readonly whole?: 'all' | 'done';
  /** What is added to it where the text says that it is included. */
  readonly mayInclude?: readonly string[];
  /** Words that leave no doubt which thing they are said of, even if nothing names it. */
  readonly isTelling?: true;
  /** Words so general that after 其中 they mean a part of their own. */
  readonly isGeneral?: true;
}

/** An amount of money of the tables, as texts state it. */
export interface StatedAmount {
  /** What messages call the amount. */
  readonly name: string;
  /** What names it, with no flag but `u`. */
  readonly thing: RegExp;
  /** The cell, by its dotted path. */
  readonly path: string;
  /** In which the cell is, where it states no unit itself. */
  readonly unit: '元' | '万元' | '亿元';
}

/** Words that are true only if some cells are 0: 均已办结, if nothing is carried forward. */
export interface StatedClaim {
  /** What messages call the thing. */
  readonly name: string;
  /** The words by which a sentence is known to be about it. */
  readonly topic: RegExp;
  /** What may be said of all of it. */
  readonly words: RegExp;
  /** Whether it may be said of all of the thing, or also of all that is done. */
  readonly of: readonly ('all' | 'done')[];
  /** The cells that must then be 0. */
  readonly zero: readonly string[];
}

/** A part and the whole that it is of, each as the paths of cells that add up to it. */
export interface RatePair {
  /** What is divided. */
  readonly part: readonly string[];
  /** By what. */
  readonly whole: readonly string[];
}

/** A rate that follows from the tables: 办结率. */
export interface StatedRate {
  /** What messages call the rate. */
  readonly name: string;
  /** The words by which a sentence is known to be about it. */
  readonly topic: RegExp;
  /** How texts name the rate. */
  readonly words: RegExp;
  /** Each pair of a part and a whole that may be meant, by the paths of their sums. */
  readonly of: readonly RatePair[];
}

export const isSubject = (figure: StatedFigure): figure is StatedSubject => 'topic' in figure;

/**
 * A whole number as texts have it, with one group: thousands parted by commas or not, spaces typed around it or not, and no part of a
 * longer number.
 */
export const NUMERAL = ' *(?<![\\d.,])(\\d{1,3}(?:,\\d{3})+|\\d+)(?![.,]?\\d) *';
