/**
 * Whose fault a problem is. The command line has one exit code for each:
 * the report's data, the call itself, a template or a font, the file system, or nianbao.
 */
export type Kind = 'report' | 'usage' | 'resource' | 'io' | 'internal';

/** What is said of one problem, in Chinese. What is left out is said by its code; what is empty is not said. */
export interface Said {
  /** What has happened. */
  readonly message?: string;
  /** What is there. */
  readonly found?: string;
  /** What should be there. */
  readonly expected?: string;
  /** What to do about it. */
  readonly hint?: string;
}

/** What a code stands for, in Chinese, with an example, and how a problem of it is told from its facts. */
export interface CodeEntry<F = never> {
  /** Whose fault it is. */
  readonly kind: Kind;
  /** What has happened. */
  readonly means: string;
  /** An example of what is found. */
  readonly found: string;
  /** What is expected in place of the example. */
  readonly expected: string;
  /** What to do about it. */
  readonly remedy: string;
  /** What is said of the problem at hand. */
  readonly says: (facts: F) => Said;
}

/** The entries of an area, by their codes: each tells what the facts of its code are. */
export type CodeEntries<A> = { readonly [C in keyof A]: CodeEntry<A[C]> };

/** What is said for each cause of a code. */
export type Words<F extends { readonly cause: string }> = {
  readonly [C in F['cause']]: (facts: Extract<F, { readonly cause: C }>) => Said;
};

/** Says what the cause is. */
export const byCause =
  <F extends { readonly cause: string }>(words: Words<F>) =>
  (facts: F): Said =>
    (words[facts.cause as F['cause']] as (facts: F) => Said)(facts);
