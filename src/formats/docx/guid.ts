import { hex } from '../../bytes/hex.js';

/** The first 16 bytes of a digest as a GUID in braces. It follows from the content, so that the same input gives the same file. */
export function guidOf(digest: Uint8Array): string {
  return hex(digest.subarray(0, 16))
    .toUpperCase()
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '{$1-$2-$3-$4-$5}');
}
