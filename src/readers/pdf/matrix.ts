/** A linear map of the plane, as PDF writes it (ISO 32000-1, 8.3.3). */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function product(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [p, q, r, s, t, u] = inner;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

export const applied = ([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [x: number, y: number] => [
  a * x + c * y + e,
  b * x + d * y + f,
];

/** A map from what an operator says. */
export function matrixOf(values: ArrayLike<unknown> | null | undefined): Matrix {
  const six = Array.from({ length: 6 }, (_, i) => Number(values?.[i]));
  return six.every(Number.isFinite) ? (six as unknown as Matrix) : IDENTITY;
}
