/**
 * Settings of zlib for so many bytes: a window that holds them all unless that is too wide, tables to match, and room for what comes
 * out at once. What zlib and Node set up by themselves, 400 kB a call whatever the bytes and 16 kB for every piece, would be most of
 * what a report takes of the memory, and have all of that collected every few reports.
 *
 * @param widest Of the window, as zlib counts: 15 is 32 kB.
 */
export function fitting(
  length: number,
  widest = 15,
): { readonly [name in 'windowBits' | 'memLevel' | 'chunkSize']: number } {
  const bits = Math.min(15, Math.max(9, Math.ceil(Math.log2(length + 1))));
  // What cannot be made smaller grows by five bytes in some thousand.
  return { windowBits: Math.min(bits, widest), memLevel: bits - 6, chunkSize: length + (length >> 8) + 64 };
}
