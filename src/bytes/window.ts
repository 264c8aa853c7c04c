/**
 * zlib settings for an input of a given length: a window that holds all of it, up to `widest`, tables to match, and an output buffer
 * for the whole result. The defaults allocate 400 kB per call and 16 kB per chunk: most of the memory that a report takes, and a
 * garbage collection every few reports.
 *
 * @param widest the base-two logarithm of the widest window: 15 is 32 kB
 */
export function fitting(
  length: number,
  widest = 15,
): { readonly [name in 'windowBits' | 'memLevel' | 'chunkSize']: number } {
  const bits = Math.min(15, Math.max(9, Math.ceil(Math.log2(length + 1))));
  // Incompressible data grows by five bytes in some thousand.
  return { windowBits: Math.min(bits, widest), memLevel: bits - 6, chunkSize: length + (length >> 8) + 64 };
}
