import { hashedId } from 'docx';

/** A GUID in braces that follows from the bytes alone, so that same input gives same bytes. */
export function guidOf(bytes: Uint8Array): string {
  return hashedId(bytes)
    .toUpperCase()
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '{$1-$2-$3-$4-$5}');
}
