/** The sources that are printed, by their names in `src/`. */
export function printedTypes(
  schema: object,
  rules: readonly { readonly code: string }[],
): { readonly [name: string]: string };
