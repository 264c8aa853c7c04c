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
  const says = {
    message: '花括号里的第一个词应是变量或辅助函数的名称，不能是数字或引号里的文字',
    found: String(path.original),
    expected: '变量或辅助函数的名称',
    hint: '数字和文字直接写在正文里，不用花括号',
  };
  return [misused(node, says, source)];
}

/** Options such as `includeZero=true`, besides those that may be given, or given twice. */
function strangeOptions({ hash }: Node, options: readonly string[], source: TemplateSource): readonly Diagnostic[] {
  const pairs = hash?.pairs ?? [];
  const seen = new Set<string>();
  const strange = pairs.filter(({ key }) => !options.includes(key) || seen.size === seen.add(key).size);
  return strange.map((pair) => {
    const says = {
      message: `模板里的 ${pair.key}= 不能写在这里`,
      found: `${pair.key}=`,
      expected: options.length > 0 ? `只写一次 ${options.join('、')}=` : '没有等号',
      hint: '删去它；只有 {{#if …}} 和 {{#unless …}} 可以写 includeZero=true',
    };
    return misused(pair, says, source);
  });
}

/** `2 个`, `2 至 3 个`. */
const amountOf = (least: number, most: number): string => (least === most ? `${least} 个` : `${least} 至 ${most} 个`);

/** Values that a helper does not know what to do with, or lacks. */
function strangeValues(node: CallNode | MustacheNode, source: TemplateSource): readonly Diagnostic[] {
  const name = String(node.path.original);
  const helper = Object.hasOwn(helpers, name) ? helpers[name] : undefined;
  const { length } = node.params;
  if (helper === undefined || (length >= helper.takes[0] && length <= helper.takes[1])) return [];
  const says = {
    message: `模板里 ${name} 后面的值${length > helper.takes[1] ? '多了' : '少了'}`,
    found: `${length} 个`,
    expected: amountOf(...helper.takes),
    hint: '核对辅助函数的用法；括号里的一项算一个值',
  };
  return [misused(node.params[helper.takes[1]] ?? node, says, source)];
}

/** The digits of a number that count: none of the zeros before or behind them. */
const digitsOf = (number: string): string => number.replace(/\D/g, '').replace(/^0+|0+$/g, '');

/** A number with more digits than a number of the program holds: it would be another one. */
export function inexactNumber(
  node: LiteralNode,
  lines: readonly string[],
  source: TemplateSource,
): readonly Diagnostic[] {
  const { start, end } = node.loc;
  const typed = lines[start.line - 1]?.slice(start.column, end?.column) ?? '';
  if (node.type !== 'NumberLiteral' || digitsOf(typed).length <= EXACT_DIGITS) return [];
  const says = {
    message: '模板里的数位数太多',
    found: `${digitsOf(typed).length} 位`,
    expected: `不超过 ${EXACT_DIGITS} 位`,
    hint: '位数更多的写在引号里，如 "12345678901234567890"',
  };
  return [misused(node, says, source)];
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
  const says = {
    message: '模板里的块应以 {{#…}} 开始',
    found: rest.slice(0, 24),
    expected: '{{#if …}}、{{#unless …}}、{{#each …}} 或 {{#with …}}',
    hint: opening.endsWith('{') ? '不能用四个花括号' : '要写“没有”时的文字，用 {{#unless …}} 或 {{else}}',
  };
  return [misused(node, says, source)];
}

/** `{{#if}}` and the like take exactly one value. */
function subjectless(node: BlockNode, source: TemplateSource): readonly Diagnostic[] {
  if (node.params.length === 1) return [];
  const says = {
    message: `模板里的 #${node.path.original} 后面应有一个变量`,
    found: `${node.params.length} 个`,
    expected: '1 个',
    hint: '如 {{#if agency.website}}；几个条件的，一层套一层',
  };
  return [misused(node, says, source)];
}

/** Block parameters that the block does not give, or that hide a helper, a block or each other. */
function strangeNames(node: BlockNode, kind: BlockKind, source: TemplateSource): readonly Diagnostic[] {
  const names = node.program?.blockParams ?? [];
  const strange = names.filter(
    (name, i) =>
      i >= kind.names || names.indexOf(name) < i || Object.hasOwn(helpers, name) || Object.hasOwn(blocks, name),
  );
  return strange.map((name) => {
    const says = {
      message: `模板里 as |…| 的名称 ${name} 不能用`,
      found: name,
      expected: `至多 ${kind.names} 个名称，不重复，不与辅助函数同名`,
      hint: '{{#each …}} 可以写 as |项 序号|，{{#with …}} 可以写 as |项|，其他块不能写',
    };
    return misused(node, says, source);
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
