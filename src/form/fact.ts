import type { Amount } from '../table/data.js';

/**
 * A fact that a report may tell in its texts, as data. Facts are optional in a report; the fields of a `list` or a `group` are
 * required unless they say otherwise.
 */
export type Fact = {
  /** What it is called in the schema and in blank reports. */
  readonly title?: string;
  /** What a report might say, for blank reports and editors. */
  readonly example?: unknown;
} & FactKind;

/** A number of things, a line of text, several texts, an amount of money, numbers by names of one's own, one record, or a list of records. */
type FactKind =
  | { readonly kind: 'count' | 'text' | 'texts' | 'amount' | 'counts' }
  | { readonly kind: 'group' | 'list'; readonly fields: FactFields };

/** The fields of a record. */
export interface FactFields {
  readonly [key: string]: Fact & {
    /** A record may be without it. */
    readonly optional?: true;
  };
}

/** The facts of a form by the key under which `facts` of the report object holds them. */
export interface Facts {
  readonly [key: string]: Fact;
}

interface Plain {
  readonly count: number;
  readonly text: string;
  readonly texts: readonly string[];
  readonly amount: Amount;
  readonly counts: { readonly [key: string]: number };
}

type Required<F extends FactFields> = { [K in keyof F]: F[K] extends { optional: true } ? never : K }[keyof F];

type RecordOf<F extends FactFields> = { readonly [K in Required<F>]: FactValue<F[K]> } & {
  readonly [K in Exclude<keyof F, Required<F>>]?: FactValue<F[K]> | undefined;
};

type FactValue<F> = F extends { kind: infer K extends keyof Plain }
  ? Plain[K]
  : F extends { kind: 'list'; fields: infer R extends FactFields }
    ? readonly RecordOf<R>[]
    : F extends { kind: 'group'; fields: infer R extends FactFields }
      ? RecordOf<R>
      : never;

/** What `facts` of a report may hold, derived from a form's facts. */
export type FactsOf<F extends Facts> = { readonly [K in keyof F]?: FactValue<F[K]> | undefined };
