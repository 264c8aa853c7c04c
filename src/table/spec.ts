/**
 * A table is defined once, here, as data. Its columns and its rows are the same kind of tree. Everything else is
 * read off the definition: the type, the schema, the sums, the placed cells and their labels.
 */

/** The id that a definition gives to a rule of arithmetic (勾稽关系, or the meaning of 总计): `E1` is told as `sum/E1`. */
export type SumRule = string;

/** What a cell may hold: a count ≥ 0, a signed count, or a decimal amount that prints exactly as given. */
export type CellKind = 'count' | 'signed' | 'amount';

/** Any tree whose nodes may have children of their own kind. */
export interface Tree<T> {
  readonly children?: readonly T[];
}

/** A node of a header tree. A leaf heads one row or one column of data. */
export interface Header extends Tree<Header> {
  /** The key under which the report object holds this part; a group without one adds no level to the data. */
  readonly key?: string;
  /** The form's own wording. */
  readonly label: string;
  /** What the cells of this column hold; `count` if not said. Read on leaves of the column tree only. */
  readonly kind?: CellKind;
  /** This leaf is the total of all other leaves under the same parent, by this rule. */
  readonly totalBy?: SumRule;
}

/** Rows under one header. The statutory table of section two stacks several. */
export interface Block {
  /** A title row across the whole table, such as `第二十条第（一）项`. */
  readonly band?: string;
  readonly columns: readonly Header[];
  /** No row headers at all means a single row of data. */
  readonly rows: readonly Header[];
}

/** Σ of the rows on the left = Σ of the rows on the right, in every column. Rows are named by dotted keys. */
export interface Identity {
  readonly rule: SumRule;
  readonly left: readonly string[];
  readonly right: readonly string[];
  /** What messages call the two sides; the labels of their rows if not given. */
  readonly words?: readonly [left: string, right: string];
}

/** The definition of a statutory table. */
export interface TableSpec {
  /** A short name for the schema; the heading of its section if not given. */
  readonly title?: string;
  /** What the table shows, for readers who cannot see it. */
  readonly description: string;
  /** The text over the row headers; `note` when it is the form's printed explanation. */
  readonly stubhead?: { readonly label: string; readonly note?: true };
  /** Relative widths of all columns of the grid, those of the row headers first. */
  readonly widths: readonly number[];
  readonly blocks: readonly Block[];
  readonly identities?: readonly Identity[];
}

/** Keeps the literal types of a definition, so that the type of its data can be derived. */
export function defineTable<const S extends TableSpec>(spec: S): S {
  return spec;
}

/** The leaves of a forest from first to last, each with the nodes that lead to it (itself included). */
export function leaves<T extends Tree<T>>(forest: readonly T[], above: readonly T[] = []): readonly (readonly T[])[] {
  return forest.flatMap((node) => (node.children ? leaves(node.children, [...above, node]) : [[...above, node]]));
}

/** The number of levels of a forest; 0 for an empty one. */
export function depth<T extends Tree<T>>(forest: readonly T[]): number {
  return forest.reduce((deepest, node) => Math.max(deepest, 1 + depth(node.children ?? [])), 0);
}

/** The last node on the way to a leaf: the leaf itself. */
export function leafOf<T>(way: readonly T[]): T {
  const leaf = way.at(-1);
  if (leaf === undefined) throw new Error('a way to a leaf is never empty');
  return leaf;
}
