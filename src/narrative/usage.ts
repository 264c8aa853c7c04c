import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type BlockKind, blocks } from './blocks.js';
import { misused } from './faults.js';
import { helpers } from './helpers.js';
import type { TemplateSource } from './template-source.js';
import type { BlockNode, CallNode, LiteralNode, MustacheNode } from './tree.js';

/** As many digits of a decimal as a double always keeps. */
const EXACT_DIGITS = 15;

/** How calls and blocks are written, whatever they name. Anything else that Handlebars allows is refused here. */
type Node = BlockNode | CallNode | MustacheNode;

/** `{{2025}}`, `{{"a"}}`: for Handlebars the name of a variable or a helper. */
function literalName(node: Node, source: TemplateSource): readonly Diagnostic[] {
  const { path } = node;
  if (path.type === 'PathExpression') return [];
  return [misused(node, { cause: 'first-word', given: String(path.original) }, source)];
}

/** Options such as `includeZero=true`, besides those that may be given, or given twice. */
function strangeOptions({ hash }: Node, options: readonly string[], source: TemplateSource): readonly Diagnostic[] {
  const pairs = hash?.pairs ?? [];
  const seen = new Set<string>();
  const strange = pairs.filter(({ key }) => !options.includes(key) || seen.size === seen.add(key).size);
  return strange.map((pair) => {
    return misused(pair, { cause: 'option', name: pair.key, known: options }, source);
  });
}

/** `2 个`, `2 至 3 个`. */
/** Values that a helper does not know what to do with, or lacks. */
function strangeValues(node: CallNode | MustacheNode, source: TemplateSource): readonly Diagnostic[] {
  const name = String(node.path.original);
  const helper = Object.hasOwn(helpers, name) ? helpers[name] : undefined;
  const { length } = node.params;
  if (helper === undefined || (length >= helper.takes[0] && length <= helper.takes[1])) return [];
  return [
    misused(
      node.params[helper.takes[1]] ?? node,
      { cause: 'values', name, count: length, takes: helper.takes },
      source,
    ),
  ];
}

/** The digits of a number that count: none of the zeros before or behind them. */
const digitsOf = (number: string): string => number.replace(/\D/g, '').replace(/^0+|(?<!0)0+$/g, '');

/** A number with more digits than a number of the program holds: it would be another one. */
export function inexactNumber(
  node: LiteralNode,
  lines: readonly string[],
  source: TemplateSource,
): readonly Diagnostic[] {
  const { start, end } = node.loc;
  const typed = lines[start.line - 1]?.slice(start.column, end?.column) ?? '';
  if (node.type !== 'NumberLiteral' || digitsOf(typed).length <= EXACT_DIGITS) return [];
  return [misused(node, { cause: 'digits', count: digitsOf(typed).length, most: EXACT_DIGITS }, source)];
}

/** Misuse in the way a `{{…}}` or `(…)` is written. */
export function callUsage(node: CallNode | MustacheNode, source: TemplateSource): readonly Diagnostic[] {
  return [...literalName(node, source), ...strangeOptions(node, [], source), ...strangeValues(node, source)];
}

/** `{{^a}}` and `{{{{a}}}}`: the tree does not always tell them from `{{#a}}`, the text does. */
function strangeOpening(node: BlockNode, lines: readonly string[], source: TemplateSource): readonly Diagnostic[] {
  const { line, column } = node.loc.start;
  const rest = lines[line - 1]?.slice(column) ?? '';
  const [opening = ''] = /^\{\{(?:\{\{|~?\^)/.exec(rest) ?? [];
  if (opening === '' && node.program !== undefined) return [];
  return [misused(node, { cause: 'opening', text: rest.slice(0, 24), isRaw: opening.endsWith('{') }, source)];
}

/** `{{#if}}` and the like take exactly one value. */
function subjectless(node: BlockNode, source: TemplateSource): readonly Diagnostic[] {
  if (node.params.length === 1) return [];
  return [misused(node, { cause: 'subject', name: String(node.path.original), count: node.params.length }, source)];
}

/** Block parameters that the block does not give, or that hide a helper, a block or each other. */
function strangeNames(node: BlockNode, kind: BlockKind, source: TemplateSource): readonly Diagnostic[] {
  const names = node.program?.blockParams ?? [];
  const strange = names.filter(
    (name, i) =>
      i >= kind.names || names.indexOf(name) < i || Object.hasOwn(helpers, name) || Object.hasOwn(blocks, name),
  );
  return strange.map((name) => {
    return misused(node, { cause: 'block-name', name, most: kind.names }, source);
  });
}

/** Misuse in the way a block of a known kind is written. */
export function blockUsage(node: BlockNode, kind: BlockKind, source: TemplateSource): readonly Diagnostic[] {
  return [
    ...subjectless(node, source),
    ...strangeOptions(node, kind.options, source),
    ...strangeNames(node, kind, source),
  ];
}

/** The lines of a template as Handlebars counts them. */
export function linesOf({ text }: TemplateSource): readonly string[] {
  return text.split(/\r\n?|\n/);
}

/** Misuse in the opening of a block of any kind. */
export function openingUsage(node: BlockNode, lines: readonly string[], source: TemplateSource): readonly Diagnostic[] {
  return [...literalName(node, source), ...strangeOpening(node, lines, source)];
}
