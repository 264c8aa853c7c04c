/** An agency of a list. */
export interface ListedAgency {
  /** The full name, as the list has it. */
  readonly name: string;
  /** What it was called before: by these names reports of earlier years are its own. */
  readonly former: readonly string[];
  /** To whom it reports. */
  readonly above?: string;
  /** What the list says besides, by the heads of its columns. */
  readonly others: { readonly [head: string]: string };
  /** Where the list names it. */
  readonly line: number;
  /** Counted from 1; of a list that has columns. */
  readonly column: number;
}
