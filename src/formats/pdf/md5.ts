import { createHash } from 'node:crypto';

/** The MD5 digest of bytes, which PDF asks for by name as the checksum of a carried file (ISO 32000-1, table 46). */
export const md5 = (bytes: Uint8Array): Buffer => createHash('md5').update(bytes).digest();
