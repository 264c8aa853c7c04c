/** An own property of a value. Inherited properties are not data. */
export function own(value: unknown, key: string): unknown {
  if (value === undefined || value === null || !Object.hasOwn(Object(value), key)) return undefined;
  return (value as { readonly [key: string]: unknown })[key];
}
