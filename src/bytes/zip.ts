import type { ByteTools } from './byte-tools.js';
import { concat } from './concat.js';

/** A file as an entry of a zip. */
export interface Packed {
  readonly method: number;
  readonly data: Uint8Array;
  readonly crc: number;
  /** Length of the file before packing, in bytes. */
  readonly size: number;
}

/** Compression methods, and the signatures of records (APPNOTE.TXT, 4.4.5 and 4.3). */
const [STORED, DEFLATED] = [0, 8];
const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];

const VERSION = 20;
/** 1980-01-01, 00:00, the earliest time the format can state. */
const [TIME, DATE] = [0, (1 << 5) | 1];

/** A file that has been deflated. */
export function deflatedTo(data: Uint8Array, bytes: Uint8Array, { crc32 }: ByteTools): Packed {
  return { method: DEFLATED, data, crc: crc32(bytes), size: bytes.length };
}

/** A file, deflated. */
export const deflated = (bytes: Uint8Array, tools: ByteTools, level?: number): Packed =>
  deflatedTo(tools.deflateRaw(bytes, level), bytes, tools);

/** A file stored as it is, because its own format is already compressed. */
export function stored(bytes: Uint8Array, { crc32 }: ByteTools): Packed {
  return { method: STORED, data: bytes, crc: crc32(bytes), size: bytes.length };
}

/** Numbers of so many bytes each, the least significant byte first. */
function numbers(width: 2 | 4, ...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(width * values.length);
  for (const [i, value] of values.entries()) {
    for (let k = 0; k < width; k++) bytes[width * i + k] = value >>> (8 * k);
  }
  return bytes;
}

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** Files as a zip, in the given order and with a fixed time. Names must be ASCII. */
export function zip(files: readonly (Packed & { readonly name: string })[]): Uint8Array {
  const bodies: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, method, data, crc, size } of files) {
    const title = ascii(name);
    const about = concat([
      numbers(2, VERSION, 0, method, TIME, DATE),
      numbers(4, crc, data.length, size),
      numbers(2, title.length, 0),
    ]);
    bodies.push(numbers(4, LOCAL), about, title, data);
    directory.push(
      numbers(4, CENTRAL),
      numbers(2, VERSION),
      about,
      numbers(2, 0, 0, 0, 0, 0),
      numbers(4, offset),
      title,
    );
    offset += 4 + about.length + title.length + data.length;
  }
  const listed = concat(directory);
  const counts = numbers(2, 0, 0, files.length, files.length);
  return concat([...bodies, listed, numbers(4, END), counts, numbers(4, listed.length, offset), numbers(2, 0)]);
}
