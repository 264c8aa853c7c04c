import type { AllLimits } from '../limits/limits-of.js';
import { once } from '../memo/once.js';
import { describe } from '../report/describe.js';
import { blocks } from './blocks.js';
import { printedFigure } from './bound-figure.js';
import { helpers } from './helpers.js';
import { insteadOf, printable } from './printable.js';
import { lookUp, pathOf, rootScope, type Scope } from './scope.js';
import type { TemplateSource } from './template-source.js';
import { type BlockNode, type CallNode, type ExpressionNode, isCall, type MustacheNode, type Program } from './tree.js';
import { type Filled, startWriting, type Writing } from './writing.js';

/** So many characters of a text are a step, too. */
const STEP = 100;

const sizeOf = once((value: object): number =>
  Object.values(value).reduce((sum: number, one) => sum + 1 + stepsFor(one), 0),
);

/** What it takes a helper to go through a value. */
const stepsFor = (value: unknown): number =>
  typeof value === 'string' ? value.length / STEP : typeof value === 'object' && value !== null ? sizeOf(value) : 0;

const isMissing = (value: unknown): boolean => value === undefined || value === null;

/** Calls a helper. A missing or unsuitable argument is reported. */
function call(node: CallNode | MustacheNode, scope: Scope, writing: Writing): unknown {
  const name = String(node.path.original);
  const values = node.params.map((param) => evaluate(param, scope, writing));
  const helper = helpers[name];
  const steps = values.reduce((sum: number, value) => sum + stepsFor(value), 0);
  if (!writing.spend(steps, node)) return '';
  if (!helper?.acceptsMissing && values.some(isMissing)) {
    writing.report('template/missing-value', { cause: 'argument', name }, node);
    return '';
  }
  try {
    return helper?.give(...values);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    writing.report('template/bad-value', { cause: 'helper', name, reason }, node);
    return '';
  }
}

function evaluate(node: ExpressionNode, scope: Scope, writing: Writing): unknown {
  if (node.type === 'PathExpression') return lookUp(node, scope);
  return node.type === 'SubExpression' ? call(node, scope, writing) : node.value;
}

function print(node: MustacheNode, scope: Scope, writing: Writing): void {
  const value = isCall(node) ? call(node, scope, writing) : evaluate(node.path, scope, writing);
  const text = printable(value);
  if (text !== undefined) {
    writing.print(text, node, printedFigure(node, value, scope));
    return;
  }
  const name = String(node.path.original);
  if (isMissing(value)) writing.report('template/missing-value', { cause: 'printed', name }, node);
  else {
    const what = { value: describe(value), remedy: insteadOf(value) };
    writing.report('template/bad-value', { cause: 'printed', name, ...what }, node);
  }
}

const NO_OPTIONS: ReadonlyMap<string, unknown> = new Map();

function block(node: BlockNode, scope: Scope, writing: Writing): void {
  const [param] = node.params;
  const kind = blocks[String(node.path.original)];
  const subject = {
    value: param && evaluate(param, scope, writing),
    at: kind?.opens && param?.type === 'PathExpression' ? pathOf(param, scope) : undefined,
  };
  const options = node.hash
    ? new Map(node.hash.pairs.map(({ key, value }) => [key, evaluate(value, scope, writing)]))
    : NO_OPTIONS;
  const names = node.program?.blockParams ?? [];
  const inner = kind?.scopes(subject, scope, names, options) ?? [];
  if (inner.length === 0) write(node.inverse, scope, writing);
  if (!writing.spend(inner.length, node)) return;
  for (const one of inner) write(node.program, one, writing);
}

function write(program: Program | undefined, scope: Scope, writing: Writing): void {
  for (const node of program?.body ?? []) {
    if (!writing.spend(1, node)) return;
    if (node.type === 'ContentStatement') writing.type(node);
    else if (node.type === 'MustacheStatement') print(node, scope, writing);
    else if (node.type === 'BlockStatement') block(node, scope, writing);
    else if (node.type === 'PartialStatement' && node.taken) {
      const { source, program: sentence } = node.taken;
      writing.within(source, () => write(sentence, scope, writing));
    }
  }
}

/**
 * Fills a template in which the lint found no problem. The parse tree is walked and no code is generated, so a template can do
 * nothing but what is written here.
 */
export function fillTemplate(program: Program, source: TemplateSource, data: object, limits: AllLimits): Filled {
  const writing = startWriting(source, limits);
  write(program, rootScope(data), writing);
  return writing.filled();
}
