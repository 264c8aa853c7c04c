/**
 * Whose fault a problem is. The command line has one exit code for each:
 * the report's data, the call itself, a template or a font, the file system, or nianbao.
 */
export type Kind = 'report' | 'usage' | 'resource' | 'io' | 'internal';

/** What a code stands for, in Chinese, with an example. The problem itself says the same of what is at hand. */
export interface CodeEntry {
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
}

/** Entries by their codes. */
export type CodeEntries = { readonly [code: string]: CodeEntry };
