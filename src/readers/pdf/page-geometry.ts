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

/** The smallest box around some points, of which a path may have very many. */
export function boxAround(points: readonly (readonly [x: number, y: number])[]): Box {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of points) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  return { left, right, top, bottom };
}
