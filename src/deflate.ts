/**
 * Settings of zlib for so many bytes: a window that holds them all, tables to match, and room for what comes out at once. What zlib
 * and Node set up by themselves, 400 kB a call whatever the bytes and 16 kB for every piece, would be most of what a report takes of
 * the memory, and have all of that collected every few reports.
 */
export function fitting(length: number): { readonly [name in 'windowBits' | 'memLevel' | 'chunkSize']: number } {
  const windowBits = Math.min(15, Math.max(9, Math.ceil(Math.log2(length + 1))));
  // What cannot be made smaller grows by five bytes in some thousand.
  return { windowBits, memLevel: windowBits - 6, chunkSize: length + (length >> 8) + 64 };
}
