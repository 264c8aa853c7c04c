import type { Path } from '../diagnostics/diagnostic.js';
import type { Figure, TextFigure } from '../model/figure.js';
import { figureOf } from '../table/printed-figure.js';
import { pathOf, type Scope } from './scope.js';
import { type ExpressionNode, isCall, type MustacheNode } from './tree.js';

const PERCENTAGE = /^(-?\d+(?:\.\d+)?)%$/;

/** A result of a helper as programs read it. */
function resultOf(value: unknown): Figure | undefined {
  const [, percentage] = PERCENTAGE.exec(String(value)) ?? [];
  return percentage === undefined ? figureOf(value) : { value: percentage, unit: '%' };
}

/** Figures given as text are amounts; postcodes and telephone numbers, which are digits as well, are not. */
const mayBeAmount = ([first, ...rest]: Path): boolean => rest.length > 0 && first !== 'agency' && first !== 'signoff';

/** Where the report has what an expression is made of. */
function pathsIn(node: ExpressionNode, scope: Scope): readonly Path[] {
  if (node.type === 'PathExpression') {
    const at = pathOf(node, scope);
    return at === undefined ? [] : [at];
  }
  return node.type === 'SubExpression' ? node.params.flatMap((param) => pathsIn(param, scope)) : [];
}

/** What `{{…}}` prints, if that is a figure that comes from the report. */
export function printedFigure(
  node: MustacheNode,
  value: unknown,
  scope: Scope,
): Omit<TextFigure, 'from' | 'to'> | undefined {
  const { path } = node;
  if (isCall(node)) {
    const figure = resultOf(value);
    const paths = figure ? node.params.flatMap((param) => pathsIn(param, scope)) : [];
    return figure && paths.length > 0 ? { ...figure, paths, by: String(path.original) } : undefined;
  }
  const isText = typeof value === 'string';
  // Most of what is printed is words: where they come from need not be known.
  if (path.type !== 'PathExpression' || (isText && figureOf(value) === undefined)) return undefined;
  const at = pathOf(path, scope);
  const figure = at && (!isText || mayBeAmount(at)) ? figureOf(value) : undefined;
  return at && figure && { value: figure.value, unit: figure.unit, paths: [at], by: undefined };
}
