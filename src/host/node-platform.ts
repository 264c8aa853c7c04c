import { createHash } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';
import { fitting } from '../bytes/window.js';
import type { Platform } from '../formats/platform.js';
import { type Assets, openShipped } from './package-files.js';

/** The profile of sRGB that pdfkit has. */
function profileIn(assets: Assets | undefined): () => Uint8Array {
  let profile: Uint8Array | undefined;
  return () => {
    if (profile === undefined) {
      const file = openShipped('fonts/sRGB.icc', assets);
      profile = Uint8Array.from(file.read(0, file.length));
      file.close();
    }
    return profile;
  };
}

/** Less effort than usual finds the same repeats with smaller tables, which take less time to clear. */
const SMALL = { level: 5, memLevel: 7 };

function deflateRaw(bytes: Uint8Array, level = 6): Uint8Array {
  const { memLevel, ...fit } = fitting(bytes.length);
  const most = level <= SMALL.level ? SMALL.memLevel : memLevel;
  return deflateRawSync(bytes, { level, ...fit, memLevel: Math.min(memLevel, most) });
}

/** Node's own compression and digests, and the profile that PDF files carry. */
export const nodePlatform: Platform = {
  deflateRaw,
  crc32: (bytes) => crc32(bytes),
  sha1: (bytes) => createHash('sha1').update(bytes).digest(),
  colourProfile: profileIn(undefined),
};

/** The same with the files of the package elsewhere. */
export const platformWith = (assets: Assets | undefined): Platform =>
  assets === undefined ? nodePlatform : { ...nodePlatform, colourProfile: profileIn(assets) };
