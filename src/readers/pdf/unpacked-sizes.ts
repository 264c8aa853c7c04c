import { Unzlib } from 'fflate';
import { concat } from '../../bytes/concat.js';

/** What packed bytes unpack to, counted without keeping it, as far as a limit. What is damaged counts as far as it can be unpacked. */

/** As much of a stream as is unpacked at once. */
export const CHUNK = 16_384;

/** Whether bytes begin as those of zlib do (RFC 1950, 2.2). */
export const isDeflated = ([method = 0, flags = 0]: Uint8Array): boolean =>
  (method & 0x0f) === 8 && ((method << 8) | flags) % 31 === 0;

/** Unpacks as far as a limit, or as far as it goes, and gives how much that is. */
function unpack(bytes: Uint8Array, limit: number, take: (chunk: Uint8Array) => void): number {
  let size = 0;
  const unzlib = new Unzlib((chunk) => {
    size += chunk.length;
    take(chunk);
  });
  try {
    for (let at = 0; at < bytes.length && size <= limit; at += CHUNK) {
      unzlib.push(bytes.subarray(at, at + CHUNK), at + CHUNK >= bytes.length);
    }
  } catch {
    return size;
  }
  return size;
}

/** What packed bytes unpack to, as far as a limit, or as far as they can be. */
export function inflated(bytes: Uint8Array, limit: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  unpack(bytes, limit, (chunk) => chunks.push(chunk));
  return concat(chunks);
}

export const deflatedSize = (bytes: Uint8Array, limit: number): number => unpack(bytes, limit, () => {});

/** The codes of LZW that begin anew and end, and as many as there are (ISO 32000-1, 7.4.4). */
const [ANEW, LAST, CODES] = [256, 257, 4096];

/** @param early by how many codes the width grows before it must, 0 or 1 */
export function lzwSize(bytes: Uint8Array, limit: number, early: number): number {
  const lengths = new Uint32Array(CODES).fill(1);
  let [next, width, before] = [ANEW + 2, 9, 0];
  let [size, bits, held] = [0, 0, 0];
  for (const byte of bytes) {
    [bits, held] = [((bits << 8) | byte) & 0xfffff, held + 8];
    if (held < width) continue;
    held -= width;
    const code = (bits >> held) & ((1 << width) - 1);
    if (code === LAST || size > limit) break;
    if (code === ANEW) [next, width, before] = [ANEW + 2, 9, 0];
    else {
      const length = code < next ? (lengths[code] ?? 1) : before + 1;
      size += length;
      if (before > 0 && next < CODES) {
        lengths[next] = before + 1;
        next += 1;
      }
      if (next + early >= 2 ** width && width < 12) width += 1;
      before = length;
    }
  }
  return size;
}

/** Of runs (7.4.5): a length below 128 is of so many bytes and one, a greater one of the same byte again and again. */
export function runLengthSize(bytes: Uint8Array, limit: number): number {
  let size = 0;
  for (let at = 0; at < bytes.length && size <= limit; ) {
    const length = bytes[at] ?? 128;
    if (length === 128) break;
    size += length < 128 ? length + 1 : 257 - length;
    at += length < 128 ? length + 2 : 2;
  }
  return size;
}
