/** One function for each kind of a union; a kind that is added to the union is missed by the compiler here. */
export type ByKind<B extends { readonly kind: string }, A extends readonly unknown[], R> = {
  readonly [K in B['kind']]: (one: Extract<B, { readonly kind: K }>, ...rest: A) => R;
};

/** What the function for its kind gives for a value. */
export function byKind<B extends { readonly kind: string }, A extends readonly unknown[], R>(
  functions: ByKind<B, A, R>,
  one: B,
  ...rest: A
): R {
  const kind: B['kind'] = one.kind;
  return (functions[kind] as (one: B, ...rest: A) => R)(one, ...rest);
}
