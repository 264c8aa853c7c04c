import Handlebars from 'handlebars/dist/handlebars.js';
import { helpers } from '../../src/narrative/helpers.js';
import { insteadOf, notPrintable, printable } from '../../src/narrative/printable.js';
import type { Raw } from '../input/example.js';

/**
 * Templates as Handlebars itself fills them, by code that it makes of them: what our own filling is held against. Everything is
 * printed through one helper, so that a missing value is told and what is printed can be marked.
 */

const PRINT = 'print a value';
/** Control characters, which no data of these tests contain, stand around what was printed until the text is done. */
const OPEN = '\u0001';
const CLOSE = '\u0002';

const isMissing = (value: unknown) => value === undefined || value === null;

function report({ data }: Raw, at: string, code: string, message: string, hint: string): string {
  const [line, column] = at.split(':').map(Number);
  data.problems.push({ code, message, hint, line, column });
  return '';
}

function print(value: unknown, name: string, at: string, options: Raw): string {
  const text = printable(value);
  if (text !== undefined) return OPEN + text + CLOSE;
  if (!isMissing(value)) {
    const message = `模板要印出的 ${name} 是${notPrintable(value)}`;
    return report(options, at, 'template/bad-value', message, insteadOf(value));
  }
  const hint = `在报告里填写 ${name}，或在模板里用 {{#if ${name}}} 围住`;
  return report(options, at, 'template/missing-value', `模板要印出 ${name}，报告里没有这个值`, hint);
}

const guarded =
  (name: string) =>
  (...all: Raw[]) => {
    const [at, options] = all.splice(-2);
    if (!helpers[name]?.acceptsMissing && all.some(isMissing)) {
      const hint = '在报告里填写它，或在模板里用 {{#if …}} 围住';
      return report(options, at, 'template/missing-value', `模板里 ${name} 要用的值，报告里没有`, hint);
    }
    try {
      return helpers[name]?.give(...all);
    } catch (error) {
      return report(options, at, 'template/bad-value', `模板里的 ${name} 算不出来`, (error as Error).message);
    }
  };

const engine = Handlebars.create();
for (const name of ['log', 'lookup', 'blockHelperMissing']) engine.unregisterHelper(name);
for (const name of Object.keys(helpers)) engine.registerHelper(name, guarded(name));
engine.registerHelper(PRINT, print);
const knownHelpers = Object.fromEntries([PRINT, ...Object.keys(helpers)].map((name) => [name, true]));

const literal = (value: string, loc: Raw) => ({ type: 'StringLiteral', value, original: value, loc });
const placeOf = (loc: Raw) => literal(`${loc.start.line}:${loc.start.column + 1}`, loc);

/**
 * Makes `{{a.b}}` and `{{sum a b}}` calls of the printing helper with the value and its name. Every call is given its place: of
 * two blocks that are alike Handlebars makes one piece of code, which knows but the place of the first.
 */
class Printing extends Handlebars.Visitor {
  override SubExpression(node: Raw): void {
    super.SubExpression(node);
    node.params = [...node.params, placeOf(node.loc)];
  }

  override MustacheStatement(node: Raw): void {
    const { path, params, hash, loc } = node;
    const isCall = params.length > 0 || Object.hasOwn(helpers, path.original);
    const value: Raw = isCall ? { type: 'SubExpression', path, params, hash, loc } : path;
    this.accept(value);
    node.params = [value, literal(path.original, loc), placeOf(loc)];
    node.path = { ...path, data: false, depth: 0, parts: [PRINT], original: PRINT };
  }
}

/** Splits a text with marks into the text and the places that were marked. */
function unmarked(marked: string) {
  const bound: [number, number][] = [];
  let text = '';
  for (const piece of marked.split(/(?=[\u0001\u0002])/)) {
    if (piece.startsWith(OPEN)) bound.push([text.length, text.length + piece.length - 1]);
    text += piece.replace(/^[\u0001\u0002]/, '');
  }
  return { text, bound };
}

/** Fills a template, as Handlebars does. */
export function reference(template: string): (data: Raw) => Raw {
  const program = Handlebars.parse(template);
  new Printing().accept(program);
  const run = engine.compile(program, { noEscape: true, knownHelpersOnly: true, knownHelpers });
  return (data) => {
    const problems: Raw[] = [];
    return { ...unmarked(run(data, { data: { problems } })), problems };
  };
}
