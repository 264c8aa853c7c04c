/** A property that a value has itself: what all objects inherit is nobody's data. */
export function own(value: unknown, key: string): unknown {
  if (value === undefined || value === null || !Object.hasOwn(Object(value), key)) return undefined;
  return (value as { readonly [key: string]: unknown })[key];
}
