/** A figure that is added or taken away. */
export interface RollTerm {
  /** Whose figure it is: this year's, or last year's. */
  readonly of: 'report' | 'previous';
  /** The dotted path of its cell. */
  readonly path: string;
  /** Whether it is added (1) or taken away (-1). */
  readonly sign: 1 | -1;
}

/** A figure that continues last year's: it equals the sum of the terms. Paths are dotted paths of the report object. */
export interface Roll {
  /** The rule by which it does: `C1` is told as `years/C1`. */
  readonly rule: string;
  /** The cell that continues last year's, by its dotted path. */
  readonly at: string;
  /** What adds up to it. */
  readonly terms: readonly RollTerm[];
}

/** Whether a figure is known once last year's report is: it continues nothing but last year's figures. */
export const isCarried = (rolls: readonly Roll[], path: string): boolean =>
  rolls.some(({ at, terms }) => at === path && terms.every(({ of }) => of === 'previous'));

/** A figure that is much the same from year to year, so that a jump wants a word of explanation (`years/jump`). */
export interface SteadyFigure {
  /** The dotted path of the cell. */
  readonly at: string;
  /** How texts name it. */
  readonly name: string;
}
