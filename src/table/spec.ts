/**
 * The types of table definitions. A table is defined once, as data: columns and rows are trees of the same kind. Everything else is
 * derived from the definition: the type, the schema, the sums, the placed cells and their labels.
 */

/** The id that a definition gives to a rule of arithmetic (勾稽关系, or the meaning of 总计): `E1` is reported as `sum/E1`. */
export type SumRule = string;

/** What a cell may hold: a count ≥ 0, a signed count, or a decimal amount that prints exactly as given. */
export type CellKind = 'count' | 'signed' | 'amount';

/** Any tree whose nodes may have children of their own kind. */
export interface Tree<T> {
  /** The nodes below this one; a leaf has none. */
  readonly children?: readonly T[];
}

/** A node of a header tree. A leaf heads one row or one column of data. */
export interface Header extends Tree<Header> {
  /** The key of this part in the report object. A group without a key adds no level to the data. */
  readonly key?: string;
  /** The form's own wording. */
  readonly label: string;
  /** Where words end, as places in the label, if it may be too long for one line: 社会公益组织 with [2, 4]. */
  readonly breaks?: readonly number[];
  /** What the cells of this column hold; `count` by default. Only leaves of the column tree have it. */
  readonly kind?: CellKind;
  /** This leaf is the total of all other leaves under the same parent, by this rule. */
  readonly totalBy?: SumRule;
}

/** Rows under one set of column heads. The table of section two stacks several groups. */
export interface RowGroup {
  /** A title row across the whole table, such as `第二十条第（一）项`. */
  readonly band?: string;
  readonly columns: readonly Header[];
  /** Empty if the group has a single row of data without a header. */
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
  readonly stubhead?: {
    /** What is printed there. */
    readonly label: string;
    /** It is the form's explanation, and no head. */
    readonly note?: true;
    /** Where words end, as places in the label. */
    readonly breaks?: readonly number[];
  };
  /** Relative widths of all columns of the grid, those of the row headers first. */
  readonly widths: readonly number[];
  /** From top to bottom. */
  readonly groups: readonly RowGroup[];
  /** What must hold between rows. */
  readonly identities?: readonly Identity[];
}

/** Checks a definition and keeps its literal types, from which the type of the data is derived. */
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

/** The columns of a table's grid: those of row headers, and all. */
export function columnsOf({ groups }: TableSpec): { readonly stubs: number; readonly columns: number } {
  const stubs = Math.max(...groups.map((group) => depth(group.rows)));
  return { stubs, columns: stubs + Math.max(...groups.map((group) => leaves(group.columns).length)) };
}

/** The last node on the way to a leaf, which is the leaf itself. */
export function leafOf<T>(way: readonly T[]): T {
  const leaf = way.at(-1);
  if (leaf === undefined) throw new Error('a way to a leaf is never empty');
  return leaf;
}
