/** Bun and Deno have compiled code of other kinds, and other engines or other ways to set them. */
export const isNode = !('bun' in process.versions) && !('deno' in process.versions);
