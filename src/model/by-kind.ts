/** One function for each kind of a union. When a kind is added to the union, the compiler asks for its function. */
export type ByKind<B extends { readonly kind: string }, A extends readonly unknown[], R> = {
  readonly [K in B['kind']]: (one: Extract<B, { readonly kind: K }>, ...rest: A) => R;
};

/** Calls the function for the kind of a value. */
export function byKind<B extends { readonly kind: string }, A extends readonly unknown[], R>(
  functions: ByKind<B, A, R>,
  one: B,
  ...rest: A
): R {
  const kind: B['kind'] = one.kind;
  return (functions[kind] as (one: B, ...rest: A) => R)(one, ...rest);
}
