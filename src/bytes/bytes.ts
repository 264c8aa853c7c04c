/** Bytes that are read by position, so that not all of them need be in memory. */
export interface Bytes {
  readonly length: number;
  /** Fewer than asked for, where they end. */
  readonly read: (offset: number, length: number) => Buffer;
}
