import { type Diagnostic, diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { snippetAt } from '../diagnostics/snippet.js';
import { LIMITS } from '../limits/limits.js';
import { parseWithin, TooDeep } from './parse-within.js';
import type { TemplateSource } from './template-source.js';
import type { Location, Program } from './tree.js';

/** How deep calls and blocks may stand in each other: far more than a text needs, far less than the stack holds. */
export const DEEPEST = LIMITS.templateDepth.most;

/** A fault of nesting carries its line and column. */
const nested = (error: object): { readonly line: number; readonly column: number } | undefined =>
  'lineNumber' in error && 'column' in error
    ? { line: Number(error.lineNumber), column: Number(error.column) + 1 }
    : undefined;

/** A fault of syntax names its line in words, and points at the column with dashes under a window of the text before it. */
function pointed(message: string, text: string): { readonly line: number; readonly column: number } {
  const line = Number(/line (\d+)/.exec(message)?.[1] ?? 1);
  const [, window = '', pointer = ''] = message.split('\n');
  const row = text.split('\n')[line - 1] ?? '';
  for (let before = window.slice(0, pointer.length - 1); before !== ''; before = before.slice(1)) {
    const at = row.indexOf(before);
    if (at >= 0) return { line, column: at + before.length + 1 };
  }
  return { line, column: 1 };
}

/** Where a problem in a template is, and whose fault it is: of a node that is at fault, or at a line and column. */
export type Spot = Pick<Diagnostic, 'path' | 'place' | 'kind'>;

/** Where a node begins. */
export function spotOf({ loc: { start } }: { readonly loc: Location }, source: TemplateSource): Spot {
  return source.spotAt(start.line, start.column + 1);
}

/** How the parser begins what it says of a template. */
const SAID = /^(?:Parse|Lexical) error on line \d/;

/** What the parser threw, as a problem of the template; what does not speak of the template is none, and stays what it is. */
function syntaxError(error: unknown, { text, spotAt }: TemplateSource): unknown {
  if (error instanceof TooDeep) return new ReportError([tooDeep(spotAt(error.line, error.column + 1))]);
  if (error instanceof RangeError) return new ReportError([tooDeep(spotAt(1, 1))]);
  const thrown: Partial<Error> = Object(error);
  const message = String(thrown.message);
  // Its own kind of error has the field, though it is not always filled in.
  if (!('lineNumber' in thrown || SAID.test(message))) return error;
  const { line, column } = nested(thrown) ?? pointed(message, text);
  return new ReportError([
    diagnostic('template/syntax', { cause: 'unparsed', text: snippetAt(text, line, column) }, spotAt(line, column)),
  ]);
}

/** Calls within calls, or blocks within blocks, beyond all reason. */
export function tooDeep(spot: Spot): Diagnostic {
  return diagnostic('template/syntax', { cause: 'deep', most: DEEPEST }, spot);
}

/**
 * Parses a template.
 *
 * @throws ReportError `template/syntax` with line and column; whatever else befalls the parser, such as a module that is missing, as it is
 */
export function parseTemplate(source: TemplateSource): Program {
  try {
    return parseWithin(source.text, DEEPEST) as Program;
  } catch (error) {
    throw syntaxError(error, source);
  }
}
