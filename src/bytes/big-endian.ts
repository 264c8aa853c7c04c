/**
 * Numbers with their first byte the highest, as font files have them. A DataView for each of the thousands of short tables and
 * outlines would cost more than the reads.
 */

function outside(at: number): RangeError {
  return new RangeError(`数据不全：第 ${at} 字节在末尾之外`);
}

/** A byte. @throws RangeError in Chinese if the bytes end before; so do all that read */
export function uint8(bytes: Uint8Array, at: number): number {
  const byte = bytes[at];
  if (byte === undefined) throw outside(at);
  return byte;
}

export function uint16(bytes: Uint8Array, at: number): number {
  const high = bytes[at];
  const low = bytes[at + 1];
  if (high === undefined || low === undefined) throw outside(at);
  return (high << 8) | low;
}

export function uint32(bytes: Uint8Array, at: number): number {
  return uint16(bytes, at) * 0x10000 + uint16(bytes, at + 2);
}

export function int8(bytes: Uint8Array, at: number): number {
  return (uint8(bytes, at) << 24) >> 24;
}

export function int16(bytes: Uint8Array, at: number): number {
  return (uint16(bytes, at) << 16) >> 16;
}

/** Writes the lower 16 bits of a number, which may be negative. @throws RangeError in Chinese if there is no room for them */
export function setUint16(bytes: Uint8Array, at: number, value: number): void {
  if (at + 2 > bytes.length) throw outside(at);
  bytes[at] = value >>> 8;
  bytes[at + 1] = value;
}

/** Writes the lower 32 bits of a number. */
export function setUint32(bytes: Uint8Array, at: number, value: number): void {
  setUint16(bytes, at, value >>> 16);
  setUint16(bytes, at + 2, value);
}

/** Numbers of 16 bits each as bytes. */
export function uint16s(values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(2 * values.length);
  for (const [i, value] of values.entries()) setUint16(bytes, 2 * i, value);
  return bytes;
}
