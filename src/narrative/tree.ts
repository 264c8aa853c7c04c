import { helpers } from './helpers.js';
import type { TemplateSource } from './template-source.js';

/** What Handlebars' parser makes of a template, as far as it is read here. Handlebars' own types do not tell the kinds apart. */
interface Node<Type extends string> {
  readonly type: Type;
  readonly loc: Location;
}

/** Where a node begins and ends: lines from 1, columns from 0. */
export interface Location {
  readonly start: { readonly line: number; readonly column: number };
  readonly end?: { readonly line: number; readonly column: number };
}

/** `a.b`, `../a`, `this`, `@index`. */
export interface PathNode extends Node<'PathExpression'> {
  /** Whether it begins with `@`. */
  readonly data: boolean;
  /** How many `../` it begins with. */
  readonly depth: number;
  readonly parts: readonly string[];
  readonly original: string;
}

type LiteralType = 'StringLiteral' | 'NumberLiteral' | 'BooleanLiteral' | 'UndefinedLiteral' | 'NullLiteral';

export interface LiteralNode extends Node<LiteralType> {
  readonly value: string | number | boolean | null | undefined;
  readonly original: string | number | boolean | null | undefined;
}

/** What calls and blocks have in common: a name, values, and options such as `includeZero=true`. */
interface Called {
  readonly path: PathNode | LiteralNode;
  readonly params: readonly ExpressionNode[];
  readonly hash?: { readonly pairs: readonly OptionNode[] };
}

export interface OptionNode extends Node<'HashPair'> {
  readonly key: string;
  readonly value: ExpressionNode;
}

/** `(sum a b)` */
export interface CallNode extends Node<'SubExpression'>, Called {}

/** `{{a}}` and `{{sum a b}}` */
export interface MustacheNode extends Node<'MustacheStatement'>, Called {}

/** `{{#if a}} … {{else}} … {{/if}}` */
export interface BlockNode extends Node<'BlockStatement'>, Called {
  /** Missing in `{{^if a}} … {{/if}}`. */
  readonly program?: Program;
  readonly inverse?: Program;
}

export interface ContentNode extends Node<'ContentStatement'> {
  readonly value: string;
  /** The same with the white space around blocks that stand in lines of their own. */
  readonly original: string;
}

/** `{{> name}}` */
export interface PartialNode extends Node<'PartialStatement'> {
  readonly name: PathNode | LiteralNode | CallNode;
  readonly params: readonly ExpressionNode[];
  readonly hash?: { readonly pairs: readonly OptionNode[] };
  /** The sentence of that name, when it has been taken in. */
  readonly taken?: { readonly source: TemplateSource; readonly program: Program };
}

type OtherType = 'CommentStatement' | 'PartialBlockStatement' | 'Decorator' | 'DecoratorBlock';

/** What prints nothing, and what templates may not have. */
export type OtherNode = Node<OtherType>;

export type ExpressionNode = PathNode | LiteralNode | CallNode;
export type StatementNode = ContentNode | MustacheNode | BlockNode | PartialNode | OtherNode;

/** A parsed template, or the contents of a block. */
export interface Program {
  readonly body: readonly StatementNode[];
  readonly blockParams?: readonly string[];
}

/** Whether a `{{…}}` calls a helper rather than prints a variable. */
export function isCall({ path, params }: MustacheNode): boolean {
  return params.length > 0 || Object.hasOwn(helpers, String(path.original));
}

/** Whether a path may begin with a block parameter: `a.b` may; `./a`, `this.a` and `../a` may not. */
export function mayBeNamed({ depth, original }: PathNode): boolean {
  return depth === 0 && !/^(?:\.|this\b)/.test(original);
}

/** A block with something else in its branches. */
export function withBranches(node: BlockNode, change: (branch: Program) => Program): BlockNode {
  const { program, inverse } = node;
  return { ...node, ...(program && { program: change(program) }), ...(inverse && { inverse: change(inverse) }) };
}
