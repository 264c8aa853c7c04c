/** The parser of Handlebars by itself, whitespace control included. Its package declares types for the whole of it only. */
declare module 'handlebars/dist/cjs/handlebars/compiler/base.js' {
  export function parse(text: string): unknown;
}
