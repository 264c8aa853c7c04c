import { createHash } from 'node:crypto';

/** A GUID in braces, derived from the bytes, so that the same input gives the same file. */
export function guidOf(bytes: Uint8Array): string {
  const hash = createHash('sha1').update(bytes).digest('hex').toUpperCase();
  return hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '{$1-$2-$3-$4-$5}');
}
