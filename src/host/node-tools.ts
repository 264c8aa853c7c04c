import { createHash } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';
import type { ByteTools } from '../bytes/byte-tools.js';
import { fitting } from '../bytes/window.js';

/** Node's own compression and digests. */
export const nodeTools: ByteTools = {
  deflateRaw: (bytes) => deflateRawSync(bytes, { level: 6, ...fitting(bytes.length) }),
  crc32: (bytes) => crc32(bytes),
  sha1: (bytes) => createHash('sha1').update(bytes).digest(),
};
