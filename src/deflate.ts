/**
 * Settings of zlib for so many bytes: a window that holds them all, and tables to match. What zlib sets up for itself, 400 kB a
 * call whatever the bytes, would be most of what a report takes of the memory, and have all of that collected every few reports.
 */
export function fitting(length: number): { readonly windowBits: number; readonly memLevel: number } {
  const windowBits = Math.min(15, Math.max(9, Math.ceil(Math.log2(length + 1))));
  return { windowBits, memLevel: windowBits - 6 };
}
