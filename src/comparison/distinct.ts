/** Each of some values once, in the order in which they first stand. */
export const distinct = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];
