import { createHash } from 'node:crypto';

/**
 * MD5 of bytes that come in pieces. PDF asks for it by name as the checksum of a carried file (ISO 32000-1, table 46) and proposes it
 * for a file's identifier (14.4); nothing here is to be kept from forgers.
 */
export function md5(pieces: Iterable<Uint8Array>): Uint8Array {
  const hash = createHash('md5');
  for (const piece of pieces) hash.update(piece);
  return hash.digest();
}
