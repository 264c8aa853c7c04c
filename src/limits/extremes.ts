/** The greatest of any number of values: as arguments of `Math.max`, more than the stack holds would be a fault. */
export function greatest(values: Iterable<number>, otherwise = Number.NEGATIVE_INFINITY): number {
  let found = otherwise;
  for (const value of values) if (value > found || Number.isNaN(value)) found = value;
  return found;
}

/** The least of any number of values. */
export function least(values: Iterable<number>, otherwise = Number.POSITIVE_INFINITY): number {
  let found = otherwise;
  for (const value of values) if (value < found || Number.isNaN(value)) found = value;
  return found;
}
