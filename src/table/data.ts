import type { CellKind, Header, TableSpec } from './spec.js';

/** An amount of money: a plain decimal, or one with its unit, such as `{ value: '3168.0656', unit: '万元' }`. */
export type Amount = string | number | { readonly value: string | number; readonly unit: string };

/** A count with a note that is printed behind it, in the same cell: `{ value: 22, note: '其中修订16件' }`. */
export interface NotedCount {
  readonly value: number;
  readonly note: string;
}

/** An amount, perhaps with its unit, and a note that is printed behind it. */
export interface NotedAmount {
  readonly value: string | number;
  readonly unit?: string | undefined;
  readonly note: string;
}

/** What a report may give for one cell. `null` is a cell left blank on purpose: it prints empty and is reported. */
export type CellValue = number | Amount | NotedCount | NotedAmount | null;

type CellOf<K> = K extends 'amount' ? Amount | NotedAmount | null : number | NotedCount | null;

type All<U> = (U extends unknown ? (part: U) => void : never) extends (whole: infer I) => void ? I : never;
type Flat<T> = { readonly [K in keyof T]: T[K] };

type ColumnNode<N> = N extends { children: infer C extends readonly Header[] }
  ? ColumnData<C>
  : CellOf<N extends { kind: infer K extends CellKind } ? K : 'count'>;

/** A group without a key adds no level. */
type ColumnData<H extends readonly Header[]> = Flat<
  All<
    H[number] extends infer N
      ? N extends { key: infer K extends string }
        ? { readonly [P in K]: ColumnNode<N> }
        : N extends Header
          ? ColumnNode<N>
          : never
      : never
  >
>;

type RowData<H extends readonly Header[], Leaf> = {
  readonly [N in H[number] as N['key'] & string]: N extends { children: infer C extends readonly Header[] }
    ? RowData<C, Leaf>
    : Leaf;
};

type GroupData<B> = B extends { rows: infer R extends readonly Header[]; columns: infer C extends readonly Header[] }
  ? R extends readonly []
    ? ColumnData<C>
    : RowData<R, ColumnData<C>>
  : never;

/** The data of a table with every cell given, derived from its definition. */
export type TableData<S extends TableSpec> = Flat<All<GroupData<S['groups'][number]>>>;

type Sparse<T> = T extends CellValue ? T : { readonly [K in keyof T]?: Sparse<T[K]> };

/** What to do about cells that a report leaves out. */
export interface TableOptions {
  /** Absent cells hold 0. */
  readonly fill?: 0;
  /** `compute` computes the absent totals; given ones are still checked. */
  readonly totals?: 'given' | 'compute';
}

/** The data of a table as a report may write it. */
export type TableInput<S extends TableSpec> = Sparse<TableData<S>> & TableOptions;
