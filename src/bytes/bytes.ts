/** Bytes read by position, so that not all of them need be in memory. */
export interface Bytes {
  readonly length: number;
  /** May return fewer bytes at the end. */
  readonly read: (offset: number, length: number) => Uint8Array;
}

/** Bytes that are all there. What is read of them shares their memory. */
export const inMemory = (bytes: Uint8Array): Bytes => ({
  length: bytes.length,
  read: (offset, length) => bytes.subarray(offset, offset + length),
});
