import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { crc32, deflateRawSync } from 'node:zlib';
import { fitting } from '../bytes/window.js';
import type { Platform } from '../formats/platform.js';
import { readBytes } from './files.js';

const require = createRequire(import.meta.url);
let profile: Uint8Array | undefined;

/** The profile that pdfkit ships: it is pinned beside pdfmake, whose document stands on it. */
function colourProfile(): Uint8Array {
  profile ??= readBytes(require.resolve('pdfkit/js/data/sRGB_IEC61966_2_1.icc'));
  return profile;
}

/** Node's own compression and digests, and the files of packages that formats need. */
export const nodePlatform: Platform = {
  deflateRaw: (bytes) => deflateRawSync(bytes, { level: 6, ...fitting(bytes.length) }),
  crc32: (bytes) => crc32(bytes),
  sha1: (bytes) => createHash('sha1').update(bytes).digest(),
  colourProfile,
};
