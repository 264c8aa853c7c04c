/** The pieces that the facts of problems are made of. Whatever a message says of the case at hand stands here as data. */

/** One of several things that a code stands for, which `cause` tells apart, with the facts of that. */
export type Cause<C extends string, F = unknown> = C extends string
  ? {
      /** Which of the things that have this code it is. */
      readonly cause: C;
    } & F
  : never;

/** The code says it all. */
export type NoFacts = Readonly<Record<never, never>>;

/** Something that has a name. */
export interface Named {
  /** What it is called: a key, an option, an agency, a package. */
  readonly name: string;
}

/** Two things that clash. */
export interface Clash extends Named {
  /** The one that was there first. */
  readonly other: string;
}

/** A file or a folder. */
export interface OfFile {
  /** Its name or path, as it was given. */
  readonly file: string;
}

/** Something that did not work. */
export interface Because {
  /** Why: in the words of the system or of a library, in Chinese where they are known. */
  readonly reason: string;
}

/** Several of something. */
export interface Counted {
  /** How many there are. */
  readonly count: number;
}

/** Something that has a limit. */
export interface AtMost {
  /** The most that is allowed. */
  readonly most: number;
}

/** A choice that was not made among what there is. */
export interface OneOf {
  /** What there is to choose from. */
  readonly known: readonly string[];
}

/** A value, a name or a word as it was given. */
export interface Given {
  /** As it was typed or stands there; empty if there was nothing. */
  readonly given: string;
}

/** What should be there. */
export interface Wanted {
  /** What should be there instead, in Chinese or as it would stand. */
  readonly wanted: string;
}

/** A text of a file or a report. */
export interface Quoted {
  /** Its first words, enough to recognise it. */
  readonly text: string;
}

/** Several texts or names. */
export interface Listed {
  /** All of them, in their order. */
  readonly all: readonly string[];
}

/** Something close by its spelling. */
export interface Near {
  /** What was probably meant, if anything is close to it. */
  readonly near?: string | undefined;
}

/** A limit that a caller may widen. */
export interface OfLimit extends AtMost {
  /** Its name among the options `limits`. */
  readonly limit: string;
  /** What it counts, as a measure word: 字, 个. */
  readonly unit: string;
}

/** `不超过 100000 字` */
export const noMore = ({ most, unit }: OfLimit): string => `不超过 ${most} ${unit}`;

/** `超过 100000 字` */
export const more = ({ most, unit }: OfLimit): string => `超过 ${most} ${unit}`;
