/** Bytes read by position, so that not all of them need be in memory. */
export interface Bytes {
  readonly length: number;
  /** May return fewer bytes at the end. */
  readonly read: (offset: number, length: number) => Buffer;
}
