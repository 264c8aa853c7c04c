/** Figures of a report that people look at side by side where reports are compared. */
export interface FormChart {
  /** Above the chart. */
  readonly title: string;
  /** What is counted, such as `件`. */
  readonly unit: string;
  /** The things that are counted. In another edition of the form the one of the same name answers to it. */
  readonly bars: readonly FormBar[];
}

/** A thing that is counted, and the dotted paths of the cells whose figures are added up for it; none of them an amount. */
export interface FormBar {
  /** What the bar stands for. */
  readonly name: string;
  /** The path of the cell that it shows. */
  readonly of: readonly string[];
}
