import { crc32, deflateRawSync } from 'node:zlib';
import { fitting } from './window.js';

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

/** A file, deflated. */
export function deflated(bytes: Uint8Array): Packed {
  return {
    method: DEFLATED,
    data: deflateRawSync(bytes, { level: 6, ...fitting(bytes.length) }),
    crc: crc32(bytes),
    size: bytes.length,
  };
}

/** A file stored as it is, because its own format is already compressed. */
export function stored(bytes: Uint8Array): Packed {
  return { method: STORED, data: bytes, crc: crc32(bytes), size: bytes.length };
}

function shorts(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(2 * values.length);
  for (const [i, value] of values.entries()) bytes.writeUInt16LE(value, 2 * i);
  return bytes;
}

function longs(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [i, value] of values.entries()) bytes.writeUInt32LE(value, 4 * i);
  return bytes;
}

/** Files as a zip, in the given order and with a fixed time. Names must be ASCII. */
export function zip(files: readonly (Packed & { readonly name: string })[]): Uint8Array {
  const bodies: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, method, data, crc, size } of files) {
    const title = Buffer.from(name, 'latin1');
    const about = Buffer.concat([
      shorts(VERSION, 0, method, TIME, DATE),
      longs(crc, data.length, size),
      shorts(title.length, 0),
    ]);
    bodies.push(longs(LOCAL), about, title, data);
    directory.push(longs(CENTRAL), shorts(VERSION), about, shorts(0, 0, 0, 0, 0), longs(offset), title);
    offset += 4 + about.length + title.length + data.length;
  }
  const listed = Buffer.concat(directory);
  const end = [longs(END), shorts(0, 0, files.length, files.length), longs(listed.length, offset), shorts(0)];
  return Buffer.concat([...bodies, listed, ...end]);
}
