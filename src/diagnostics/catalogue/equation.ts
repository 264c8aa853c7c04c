/** Two sides that should be equal and are not. */
export interface Equation {
  /** What the terms come to, as an exact decimal, with its unit if it has one. */
  readonly left: string;
  /** What is written, in the same way. */
  readonly right: string;
  /** Right minus left. */
  readonly difference: string;
}
