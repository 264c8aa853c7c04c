import { type Code, type Diagnostic, diagnostic, ReportError } from '../diagnostics.js';
import type { Shape } from '../shape.js';
import { Handlebars } from './handlebars.js';
import { asking, helpers } from './helpers.js';
import { isCall, lintTemplate } from './lint.js';
import { parseTemplate, type TemplateSource } from './syntax.js';

/** A template that has been read and checked. */
export interface Template {
  /** What is wrong with it whatever the report. It must not be filled unless this is empty. */
  readonly problems: readonly Diagnostic[];
  /** The paths of the report that it reads, dotted; those inside `each` and `with` by their outer path. */
  readonly reads: ReadonlySet<string>;
  /** Fills it; every value that is missing is a problem, not an empty place. */
  readonly fill: (data: object) => Filled;
}

/** The text that a template wrote. */
export interface Filled {
  readonly text: string;
  /** Where the text prints data: from, and up to, in UTF-16 units. All else was typed. */
  readonly bound: readonly (readonly [from: number, to: number])[];
  readonly problems: readonly Diagnostic[];
}

/** Everything is printed through this helper: so a missing value is found with its place, and what is bound to data is known. */
const PRINT = 'print a value';
/** Control characters, which no report may contain, mark what was printed until the text is done. */
const OPEN = '\u0001';
const CLOSE = '\u0002';

type Report = (code: Code, message: string, options: Handlebars.HelperOptions, hint: string) => void;
interface Call extends Handlebars.HelperOptions {
  readonly loc: hbs.AST.SourceLocation;
}

function print(value: unknown, name: string, options: Handlebars.HelperOptions): string {
  if (value !== undefined && value !== null) return OPEN + String(value) + CLOSE;
  const report = options.data.report as Report;
  report(
    'template/missing-value',
    `模板要印出 ${name}，报告里没有这个值`,
    options,
    `在报告里填写 ${name}，或在模板里用 {{#if ${name}}} 围住`,
  );
  return '';
}

/** Runs a helper; an argument that is missing, or that it cannot take, is a problem. */
function guarded(name: string): Handlebars.HelperDelegate {
  return (...all: unknown[]) => {
    const options = all.at(-1) as Handlebars.HelperOptions;
    const values = all.slice(0, -1);
    const report = options.data.report as Report;
    if (!asking.has(name) && values.some((value) => value === undefined || value === null)) {
      report(
        'template/missing-value',
        `模板里 ${name} 要用的值，报告里没有`,
        options,
        '在报告里填写它，或在模板里用 {{#if …}} 围住',
      );
      return '';
    }
    try {
      return helpers[name]?.(...values);
    } catch (error) {
      report(
        'template/bad-value',
        `模板里的 ${name} 算不出来`,
        options,
        error instanceof Error ? error.message : String(error),
      );
      return '';
    }
  };
}

const engine = Handlebars.create();
for (const name of ['log', 'lookup', 'blockHelperMissing']) engine.unregisterHelper(name);
for (const name of Object.keys(helpers)) engine.registerHelper(name, guarded(name));
engine.registerHelper(PRINT, print);

/** Rewrites `{{a.b}}` and `{{sum a b}}` to calls of `print` with the value and its name. */
class Printing extends Handlebars.Visitor {
  override MustacheStatement(node: hbs.AST.MustacheStatement): void {
    const path = node.path as hbs.AST.PathExpression;
    const call = { type: 'SubExpression', path, params: node.params, hash: node.hash, loc: node.loc };
    const name = { type: 'StringLiteral', value: path.original, original: path.original, loc: node.loc };
    node.params = [isCall(node) ? (call as hbs.AST.SubExpression) : path, name as hbs.AST.StringLiteral];
    node.path = { ...path, data: false, depth: 0, parts: [PRINT], original: PRINT };
  }
}

/** Collects the paths a template reads from the report itself. */
class Reading extends Handlebars.Visitor {
  readonly paths = new Set<string>();
  override PathExpression(path: hbs.AST.PathExpression): void {
    if (!path.data) this.paths.add(path.parts.join('.'));
  }
}

function readsOf(program: hbs.AST.Program): ReadonlySet<string> {
  const reading = new Reading();
  reading.accept(program);
  return reading.paths;
}

const faulty = (problems: readonly Diagnostic[]): Template => ({
  problems,
  reads: new Set(),
  fill: () => ({ text: '', bound: [], problems: [] }),
});

/** Text without a mustache needs no engine: it prints what it says. */
const plain = (text: string): Template => ({
  problems: [],
  reads: new Set(),
  fill: () => ({ text, bound: [], problems: [] }),
});

/**
 * Reads and checks a template against the shape of the report it will be filled from.
 * No HTML escaping; no helpers but those of `helpers.ts` and if, unless, each, with.
 */
export function prepareTemplate(source: TemplateSource, shape: Shape): Template {
  if (!source.text.includes('{{')) return plain(source.text);
  let program: hbs.AST.Program;
  try {
    program = parseTemplate(source);
  } catch (error) {
    if (error instanceof ReportError) return faulty(error.diagnostics);
    throw error;
  }
  const problems = lintTemplate(program, source, shape);
  if (problems.length > 0) return faulty(problems);
  const reads = readsOf(program);
  new Printing().accept(program);
  const knownHelpers = Object.fromEntries([PRINT, ...Object.keys(helpers)].map((name) => [name, true]));
  const run = engine.compile(program, { noEscape: true, knownHelpersOnly: true, knownHelpers });
  return { problems, reads, fill: (data) => fill(run, source, data) };
}

/** Takes the marks out of a text. */
function unmark(marked: string): Pick<Filled, 'text' | 'bound'> {
  const bound: [number, number][] = [];
  let text = '';
  for (const piece of marked.split(/(?=[\u0001\u0002])/)) {
    const [mark] = piece;
    if (mark === OPEN) bound.push([text.length, text.length + piece.length - 1]);
    text += mark === OPEN || mark === CLOSE ? piece.slice(1) : piece;
  }
  return { text, bound };
}

function fill(run: HandlebarsTemplateDelegate, { file, path }: TemplateSource, data: object): Filled {
  const problems: Diagnostic[] = [];
  const report: Report = (code, message, options, hint) => {
    const { start } = (options as Call).loc;
    problems.push(
      diagnostic(code, { message, path, place: { file, line: start.line, column: start.column + 1 }, hint }),
    );
  };
  return { ...unmark(run(data, { data: { report } })), problems };
}
