/** A drawing as data: every length in pixels, every text final. Only formats that people look at on a screen draw it. */
export interface Picture {
  /** What it shows, in a few words. */
  readonly title: string;
  /** All that it shows, in words, for readers who cannot see it. */
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

/** A closed union, as that of blocks. */
export type Mark = Bar | Rule | Label;

export interface Bar {
  readonly kind: 'bar';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** What it is told apart by: the one in question is filled, the others are hatched. */
  readonly fill: 'full' | 'hatched';
}

export interface Rule {
  readonly kind: 'rule';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  /** A base line is strong, a line to read by is faint. */
  readonly isFaint: boolean;
}

export interface Label {
  readonly kind: 'label';
  readonly x: number;
  /** The base line of the text. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly text: string;
  readonly isSoft: boolean;
}
