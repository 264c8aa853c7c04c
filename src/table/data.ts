import type { CellKind, Header, TableSpec } from './spec.js';

/** An amount of money with its unit: `{ value: '3168.0656', unit: '万元' }`. */
export interface AmountWithUnit {
  /** A decimal without unit and separators, which prints exactly as it is given. */
  readonly value: string | number;
  /** 单位, such as 万元; printed behind the figure. */
  readonly unit: string;
}

/** An amount of money: a plain decimal, or one with its unit, such as `{ value: '3168.0656', unit: '万元' }`. */
export type Amount = string | number | AmountWithUnit;

/** A count with a note that is printed behind it, in the same cell: `{ value: 22, note: '其中修订16件' }`. */
export interface NotedCount {
  /** The figure, by which sums and rules go. */
  readonly value: number;
  /** 格内的注: printed in brackets behind the figure. */
  readonly note: string;
}

/** An amount, perhaps with its unit, and a note that is printed behind it. */
export interface NotedAmount {
  /** A decimal without unit and separators, which prints exactly as it is given. */
  readonly value: string | number;
  /** 单位, such as 万元; that of the column if not given. */
  readonly unit?: string | undefined;
  /** 格内的注: printed in brackets behind the figure. */
  readonly note: string;
}

/** A cell that holds a number of things. `null` is a cell left blank on purpose: it prints empty and is reported. */
export type CountCell = number | NotedCount | null;

/** A cell that holds an amount of money. `null` is a cell left blank on purpose: it prints empty and is reported. */
export type AmountCell = Amount | NotedAmount | null;

/** What a report may give for one cell. */
export type CellValue = CountCell | AmountCell;

type CellOf<K> = K extends 'amount' ? AmountCell : CountCell;

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

/** Cells as a report may write them: any may be left out, as far as the options of the table provide it. */
type Sparse<T> = T extends CellValue ? T : { readonly [K in keyof T]?: Sparse<T[K]> | undefined };

/** What to do about cells that a report leaves out. */
export interface TableOptions {
  /** 没有填写的单元格按 0 计 */
  readonly fill?: 0 | undefined;
  /** `compute`：没有填写的总计由分项算出；写了的照样核对 */
  readonly totals?: 'given' | 'compute' | undefined;
}

/** The data of a table as a report may write it, of the data that a parsed report has. */
export type WrittenTable<T> = Sparse<T> & TableOptions;

/** The data of a table as a report may write it, derived from its definition. */
export type TableInput<S extends TableSpec> = WrittenTable<TableData<S>>;
