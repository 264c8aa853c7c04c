import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/nearest.js';
import { childShape, itemShape, knownKeys, type Shape } from '../report/shape.js';
import { helpers } from './helpers.js';
import type { Program, TemplateSource } from './syntax.js';

const BLOCKS = ['if', 'unless', 'each', 'with'];
const LOOP_VARIABLES = ['index', 'first', 'last', 'key'];

/** What `this` is at some point of a template, and the names that block parameters give there. */
interface Scope {
  readonly shape: Shape;
  readonly names: ReadonlyMap<string, Shape>;
  readonly outer?: Scope;
}

/** `{{#if}}` and the like ask of one thing. */
function subjectless({ path, params, loc }: hbs.AST.BlockStatement, source: TemplateSource): Diagnostic {
  return diagnostic('template/syntax', {
    message: `模板里的 #${path.original} 后面应有一个变量`,
    path: source.path,
    place: { file: source.file, line: loc.start.line, column: loc.start.column + 1 },
    found: `${params.length} 个`,
    expected: '1 个',
    hint: '如 {{#if facts.training}}；几个条件的，一层套一层',
  });
}

/** Checks every variable and helper of a template against the shape of the report, without a report. */
export function lintTemplate(program: Program, source: TemplateSource, root: Shape): readonly Diagnostic[] {
  const problems: Diagnostic[] = [];

  const report = (
    code: 'template/unknown-variable' | 'template/unknown-helper',
    node: hbs.AST.Node,
    found: string,
    known: readonly string[],
    unknown = found,
  ) => {
    const isVariable = code === 'template/unknown-variable';
    problems.push(
      diagnostic(code, {
        message: isVariable ? `模板用到的变量 ${found} 不存在` : `模板用到的助手 ${found} 不存在`,
        path: source.path,
        place: { file: source.file, line: node.loc.start.line, column: node.loc.start.column + 1 },
        found,
        expected: isVariable ? '报告里有的变量' : '提供的助手',
        hint: didYouMean(unknown, known),
      }),
    );
  };

  const shapeOfPath = (path: hbs.AST.PathExpression, scope: Scope): Shape | undefined => {
    if (path.data) {
      if (LOOP_VARIABLES.includes(path.parts[0] ?? '')) return {};
      report(
        'template/unknown-variable',
        path,
        path.original,
        LOOP_VARIABLES.map((name) => `@${name}`),
      );
      return undefined;
    }
    let from: Scope | undefined = scope;
    for (let up = 0; up < path.depth; up++) from = from?.outer;
    let shape: Shape | undefined = from?.shape;
    for (const [i, part] of path.parts.entries()) {
      const named: Shape | undefined = i === 0 ? from?.names.get(part) : undefined;
      const parent: Shape = shape ?? {};
      const isList = itemShape(parent) !== undefined;
      shape = named ?? (isList && part === 'length' ? {} : childShape(parent, isList ? Number(part) : part));
      if (shape === undefined) {
        report('template/unknown-variable', path, path.original, knownKeys(parent), part);
        return undefined;
      }
    }
    return shape;
  };

  const expression = (node: hbs.AST.Expression, scope: Scope): Shape | undefined => {
    if (node.type === 'PathExpression') return shapeOfPath(node as hbs.AST.PathExpression, scope);
    if (node.type === 'SubExpression') call(node as hbs.AST.SubExpression, scope);
    return undefined;
  };

  const call = (node: hbs.AST.SubExpression | hbs.AST.MustacheStatement, scope: Scope): void => {
    const path = node.path as hbs.AST.PathExpression;
    if (!Object.hasOwn(helpers, path.original))
      report('template/unknown-helper', node, String(path.original), Object.keys(helpers));
    for (const param of node.params) expression(param, scope);
  };

  const block = (node: hbs.AST.BlockStatement, scope: Scope): void => {
    const name = node.path.original;
    if (!BLOCKS.includes(name)) report('template/unknown-helper', node, String(name), BLOCKS);
    else if (node.params.length !== 1) problems.push(subjectless(node, source));
    const [subject] = node.params.map((param) => expression(param, scope));
    const inner = name === 'each' ? subject && itemShape(subject) : subject;
    const opens = name === 'each' || name === 'with';
    const names = (node.program.blockParams ?? []).map((param, i): [string, Shape] => [
      param,
      (i === 0 && inner) || {},
    ]);
    if (!opens) body(node.program, scope);
    // An unknown subject has been reported; what stands inside cannot be judged.
    else if (inner) body(node.program, { shape: inner, names: new Map([...scope.names, ...names]), outer: scope });
    if (node.inverse) body(node.inverse, scope);
  };

  const body = (part: hbs.AST.Program, scope: Scope): void => {
    for (const node of part.body) {
      if (node.type === 'BlockStatement') block(node as hbs.AST.BlockStatement, scope);
      else if (node.type === 'MustacheStatement') {
        const mustache = node as hbs.AST.MustacheStatement;
        if (isCall(mustache)) call(mustache, scope);
        else expression(mustache.path, scope);
      } else if (node.type !== 'ContentStatement' && node.type !== 'CommentStatement') {
        report('template/unknown-helper', node, node.type, [...Object.keys(helpers), ...BLOCKS]);
      }
    }
  };

  body(program, { shape: root, names: new Map() });
  return problems;
}

/** Whether a `{{…}}` calls a helper rather than prints a variable. */
export function isCall({ path, params }: { readonly path: object; readonly params: readonly unknown[] }): boolean {
  return params.length > 0 || ('original' in path && Object.hasOwn(helpers, String(path.original)));
}
