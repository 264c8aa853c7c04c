/** The parser of Handlebars by itself, whitespace control included. Its package declares types for the whole of it only. */
declare module 'handlebars/dist/cjs/handlebars/compiler/base.js' {
  export interface Lexer {
    /** The next word; undefined for what is passed over. */
    readonly next: () => number | string | undefined;
    readonly yylloc: { readonly first_line: number; readonly first_column: number };
    /** What is still to be read, and what has been. */
    _input: string;
    matched: string;
    /** Gives back what was read last, to be read in another way. */
    readonly unput: (back: string) => Lexer;
  }
  /** What `parse` reads with. It has one lexer, which may be changed while it is not reading. */
  export const parser: { lexer: Lexer; readonly symbols_: { readonly [word: string]: number } };
  export function parse(text: string): unknown;
}
