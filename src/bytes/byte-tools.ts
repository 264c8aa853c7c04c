/**
 * What every platform has a fast implementation of its own for, handed in by whoever runs the core: Node's zlib and crypto, or a
 * browser's libraries. A file's bytes depend on `deflateRaw` alone, and what it unpacks to on none of them.
 */
export interface ByteTools {
  /**
   * Raw deflate (RFC 1951).
   *
   * @param level a lower one, where the platform has levels, takes less time: for what hardly packs, such as outlines of fonts
   */
  readonly deflateRaw: (bytes: Uint8Array, level?: number) => Uint8Array;
  /** The checksum that zip files carry. */
  readonly crc32: (bytes: Uint8Array) => number;
  /** The 20 bytes of the SHA-1 digest. */
  readonly sha1: (bytes: Uint8Array) => Uint8Array;
}
