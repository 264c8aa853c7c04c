import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { exampleOf, isCompound, itemShape, type Shape } from '../report/shape.js';
import { type BlockKind, blocks } from './blocks.js';
import { misused, unknownHelper, unknownVariable, unprintable } from './faults.js';
import { helpers } from './helpers.js';
import { type Known, type KnownScope, lookUpKnown, PLAIN } from './known.js';
import { DEEPEST, spotOf, tooDeep } from './syntax.js';
import type { TemplateSource } from './template-source.js';
import {
  type BlockNode,
  type CallNode,
  type ExpressionNode,
  isCall,
  type MustacheNode,
  type OtherNode,
  type PartialNode,
  type PathNode,
  type Program,
} from './tree.js';
import { blockUsage, callUsage, inexactNumber, linesOf, openingUsage } from './usage.js';

/** The result of checking a template without a report. */
export interface Linted {
  readonly problems: readonly Diagnostic[];
  /** The paths of the report that it reads, dotted; those of a list's items by the path of the list. */
  readonly reads: ReadonlySet<string>;
}

/** The findings so far. */
interface Lint {
  readonly source: TemplateSource;
  readonly lines: readonly string[];
  readonly problems: Diagnostic[];
  readonly reads: Set<string>;
  /** Of the report. */
  readonly shape: Shape;
  /** How many calls and blocks are around. */
  depth: number;
  isTooDeep: boolean;
}

const isList = (shape: Shape): boolean => itemShape(shape) !== undefined;

/** Goes into a call or a block, unless that is too deep, which is reported once. */
function goInto(node: CallNode | BlockNode, lint: Lint, go: () => void): void {
  if (lint.depth === DEEPEST && !lint.isTooDeep) lint.problems.push(tooDeep(spotOf(node, lint.source)));
  lint.isTooDeep ||= lint.depth === DEEPEST;
  if (lint.depth === DEEPEST) return;
  lint.depth += 1;
  go();
  lint.depth -= 1;
}

function variable(path: PathNode, scope: KnownScope, { source, problems, reads }: Lint): Known | undefined {
  const found = lookUpKnown(path, scope);
  if ('part' in found) {
    problems.push(unknownVariable(path, found, source));
    return undefined;
  }
  if (found.at) reads.add(found.at.join('.'));
  return found;
}

/** What is known of the value of an expression; undefined if that could not be found out, which has been reported. */
function expression(node: ExpressionNode, scope: KnownScope, lint: Lint): Known | undefined {
  if (node.type === 'PathExpression') return variable(node, scope, lint);
  if (node.type === 'NumberLiteral') lint.problems.push(...inexactNumber(node, lint.lines, lint.source));
  if (node.type === 'SubExpression') goInto(node, lint, () => call(node, scope, lint));
  return PLAIN;
}

function call(node: CallNode | MustacheNode, scope: KnownScope, lint: Lint): void {
  const name = String(node.path.original);
  const problems = callUsage(node, lint.source);
  lint.problems.push(...problems);
  if (problems.length === 0 && !Object.hasOwn(helpers, name))
    lint.problems.push(unknownHelper(node, name, Object.keys(helpers), lint.source));
  for (const param of node.params) expression(param, scope, lint);
}

function printed(path: PathNode, scope: KnownScope, lint: Lint): void {
  const found = variable(path, scope, lint);
  if (found && isCompound(found.shape)) lint.problems.push(unprintable(path, isList(found.shape), lint.source));
}

function mustache(node: MustacheNode, scope: KnownScope, lint: Lint): void {
  if (isCall(node)) call(node, scope, lint);
  else {
    lint.problems.push(...callUsage(node, lint.source));
    if (node.path.type === 'PathExpression') printed(node.path, scope, lint);
  }
}

/** What `this` is inside a block that opens a scope; undefined if that cannot be judged, which has been reported. */
function inside(node: BlockNode, subject: Known | undefined, { source, problems, shape }: Lint): Known | undefined {
  if (subject === undefined || node.path.original !== 'each') return subject;
  const item = itemShape(subject.shape);
  if (item) return { shape: item, at: subject.at };
  const given = node.params.map((param) => ('original' in param ? String(param.original) : '(…)')).join(' ');
  problems.push(misused(node, { cause: 'each', given, example: exampleOf(shape, isList) }, source));
  return undefined;
}

function scopeOf(node: BlockNode, inner: Known, outer: KnownScope): KnownScope {
  const names = (node.program?.blockParams ?? []).map((name, i): [string, Known] => [name, i === 0 ? inner : PLAIN]);
  const loops = outer.loops + (node.path.original === 'each' ? 1 : 0);
  return { ...inner, outer, loops, names: new Map([...outer.names, ...names]) };
}

/** The scope of the contents of a block; undefined if they cannot be judged. */
function contents(node: BlockNode, kind: BlockKind, scope: KnownScope, lint: Lint): KnownScope | undefined {
  lint.problems.push(...blockUsage(node, kind, lint.source));
  const [subject] = node.params.map((param) => expression(param, scope, lint));
  for (const { value } of node.hash?.pairs ?? []) expression(value, scope, lint);
  if (!kind.opens) return scope;
  const inner = inside(node, subject, lint);
  return inner && scopeOf(node, inner, scope);
}

function block(node: BlockNode, scope: KnownScope, lint: Lint): void {
  const name = String(node.path.original);
  const opening = openingUsage(node, lint.lines, lint.source);
  lint.problems.push(...opening);
  const kind = Object.hasOwn(blocks, name) ? blocks[name] : undefined;
  if (opening.length === 0 && !kind) lint.problems.push(unknownHelper(node, name, Object.keys(blocks), lint.source));
  const inner = kind ? contents(node, kind, scope, lint) : scope;
  if (inner) body(node.program, inner, lint);
  body(node.inverse, scope, lint);
}

/** How the source writes the constructs that are refused. */
const WRITTEN: { readonly [Type in Exclude<OtherNode['type'] | 'PartialStatement', 'CommentStatement'>]: string } = {
  PartialStatement: '>',
  PartialBlockStatement: '#>',
  Decorator: '*',
  DecoratorBlock: '#*',
};

/** A sentence is judged where it is taken in: it knows what is known there. */
function sentence({ source, program }: NonNullable<PartialNode['taken']>, scope: KnownScope, lint: Lint): void {
  body(program, scope, { ...lint, source, lines: linesOf(source) });
}

function body(program: Program | undefined, scope: KnownScope, lint: Lint): void {
  for (const node of program?.body ?? []) {
    if (node.type === 'BlockStatement') goInto(node, lint, () => block(node, scope, lint));
    else if (node.type === 'MustacheStatement') mustache(node, scope, lint);
    else if (node.type === 'PartialStatement' && node.taken) sentence(node.taken, scope, lint);
    else if (node.type !== 'ContentStatement' && node.type !== 'CommentStatement') {
      const known = [...Object.keys(helpers), ...Object.keys(blocks)];
      lint.problems.push(unknownHelper(node, WRITTEN[node.type], known, lint.source));
    }
  }
}

/** Checks every variable, helper and block of a template against the shape of the report, without a report. */
export function lintTemplate(program: Program, source: TemplateSource, shape: Shape): Linted {
  const lint: Lint = {
    source,
    lines: linesOf(source),
    problems: [],
    reads: new Set(),
    shape,
    depth: 0,
    isTooDeep: false,
  };
  body(program, { shape, at: [], outer: undefined, loops: 0, names: new Map() }, lint);
  return { problems: lint.problems, reads: lint.reads };
}
