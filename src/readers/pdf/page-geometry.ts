/** A line of ink, across or down the page. */
export interface Rule {
  readonly isAcross: boolean;
  /** The y of a rule across, the x of a rule down. */
  readonly at: number;
  /** Where it begins and ends along its direction. */
  readonly from: number;
  readonly to: number;
}

/** A part of a page. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
