/** A figure that continues last year's: it equals the sum of the terms. Paths are dotted paths of the report object. */
export interface Roll {
  /** The rule by which it does: `C1` is told as `years/C1`. */
  readonly rule: string;
  readonly at: string;
  readonly terms: readonly { readonly of: 'report' | 'previous'; readonly path: string; readonly sign: 1 | -1 }[];
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
