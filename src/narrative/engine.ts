import type Handlebars from 'handlebars';
import type { Code } from '../diagnostics/codes.js';
import { handlebars } from './handlebars.js';
import { asking, helpers } from './helpers.js';
import { isCall } from './lint.js';

/** What templates are compiled by. */
export interface Engine {
  /** The paths that a template reads from the report itself, dotted. */
  readonly readsOf: (program: hbs.AST.Program) => ReadonlySet<string>;
  /** Makes a function of a template, which is changed by that: it marks what it prints. Its `data` holds a `report`. */
  readonly compile: (program: hbs.AST.Program) => HandlebarsTemplateDelegate;
}

/** Everything is printed through this helper: so a missing value is found with its place, and what is bound to data is known. */
const PRINT = 'print a value';
/** Control characters, which no report may contain, mark what was printed until the text is done. */
export const OPEN = '\u0001';
export const CLOSE = '\u0002';

/** Takes down a problem of a place of the template. */
export type Report = (code: Code, message: string, options: Handlebars.HelperOptions, hint: string) => void;
/** What a helper is called with besides values: Handlebars has the place, and does not declare it. */
export interface Call extends Handlebars.HelperOptions {
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

function create(): Engine {
  const { Visitor, create } = handlebars();
  const engine = create();
  for (const name of ['log', 'lookup', 'blockHelperMissing']) engine.unregisterHelper(name);
  for (const name of Object.keys(helpers)) engine.registerHelper(name, guarded(name));
  engine.registerHelper(PRINT, print);
  const knownHelpers = Object.fromEntries([PRINT, ...Object.keys(helpers)].map((name) => [name, true]));

  /** Rewrites `{{a.b}}` and `{{sum a b}}` to calls of `print` with the value and its name. */
  class Printing extends Visitor {
    override MustacheStatement(node: hbs.AST.MustacheStatement): void {
      const path = node.path as hbs.AST.PathExpression;
      const call = { type: 'SubExpression', path, params: node.params, hash: node.hash, loc: node.loc };
      const name = { type: 'StringLiteral', value: path.original, original: path.original, loc: node.loc };
      node.params = [isCall(node) ? (call as hbs.AST.SubExpression) : path, name as hbs.AST.StringLiteral];
      node.path = { ...path, data: false, depth: 0, parts: [PRINT], original: PRINT };
    }
  }

  /** Collects the paths a template reads from the report itself. */
  class Reading extends Visitor {
    readonly paths = new Set<string>();
    override PathExpression(path: hbs.AST.PathExpression): void {
      if (!path.data) this.paths.add(path.parts.join('.'));
    }
  }

  return {
    readsOf: (program) => {
      const reading = new Reading();
      reading.accept(program);
      return reading.paths;
    },
    compile: (program) => {
      new Printing().accept(program);
      return engine.compile(program, { noEscape: true, knownHelpersOnly: true, knownHelpers });
    },
  };
}

let made: Engine | undefined;

/** The engine, made when it is first asked for. */
export function engine(): Engine {
  made ??= create();
  return made;
}
