import { type Lexer, parse, parser } from 'handlebars/dist/cjs/handlebars/compiler/base.js';

/** Thrown where calls or blocks begin to be too deep in each other. */
export class TooDeep {
  /** From 1. */
  readonly line: number;
  /** From 0. */
  readonly column: number;

  constructor({ first_line, first_column }: Lexer['yylloc']) {
    this.line = first_line;
    this.column = first_column;
  }
}

const words = (...names: readonly string[]) => new Set<unknown>(names.map((name) => parser.symbols_[name] ?? name));

const BLOCK = words('OPEN_BLOCK', 'OPEN_INVERSE', 'OPEN_RAW_BLOCK', 'OPEN_PARTIAL_BLOCK');
const CHAIN = words('OPEN_INVERSE_CHAIN');
const END = words('OPEN_ENDBLOCK', 'END_RAW_BLOCK');
const CALL = words('OPEN_SEXPR');
const CALLED = words('CLOSE_SEXPR');

/** How deep the text is at each of its words. */
function createDepth() {
  let [calls, blocks] = [0, 0];
  /** How many blocks each end closes: one, and one more for each `{{else if}}`, which stands in the block before it. */
  const open: number[] = [];
  return (word: unknown): number => {
    if (BLOCK.has(word)) open.push(1);
    else if (CHAIN.has(word)) open.push((open.pop() ?? 0) + 1);
    if (BLOCK.has(word) || CHAIN.has(word)) blocks += 1;
    else if (END.has(word)) blocks -= open.pop() ?? 0;
    else if (CALL.has(word)) calls += 1;
    else if (CALLED.has(word)) calls -= 1;
    return Math.max(calls, blocks);
  };
}

/** More of what has been read than is shown of it where something is wrong. */
const SHOWN = 100;

/** Gives back the beginning of a comment, as the lexer does, but without a copy of all that is before and behind it for each. */
function unputter({ unput }: Lexer, text: string) {
  return function (this: Lexer, back: string): Lexer {
    const left = this._input.length + back.length;
    [this._input, this.matched] = ['', this.matched.slice(-SHOWN)];
    unput.call(this, back);
    this._input = text.slice(text.length - left);
    return this;
  };
}

/** A lexer that stops where the text is too deep. Nobody else knows what is a word of a template, and what only looks like one. */
function watched(lexer: Lexer, text: string, most: number): Lexer & { readonly lex: () => unknown } {
  const depthAt = createDepth();
  const lex = function (this: Lexer): unknown {
    let word = this.next();
    while (word === undefined) word = this.next();
    if (depthAt(word) > most) throw new TooDeep(this.yylloc);
    return word;
  };
  return Object.assign(Object.create(lexer), { lex, unput: unputter(lexer, text) });
}

/**
 * Parses a template whose calls and blocks are not too deep in each other. That is found out on the way, because the parser takes
 * minutes for thousands.
 *
 * @throws TooDeep
 */
export function parseWithin(text: string, most: number): unknown {
  const { lexer } = parser;
  parser.lexer = watched(lexer, text, most);
  try {
    return parse(text);
  } finally {
    parser.lexer = lexer;
  }
}
