import type { ByteTools } from './byte-tools.js';

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

type Entry = Packed & { readonly name: string };

/** Lengths of the fixed parts of records (APPNOTE.TXT, 4.3.7, 4.3.12 and 4.3.16). What is not written in them is zero. */
const [LOCAL_LENGTH, CENTRAL_LENGTH, END_LENGTH] = [30, 46, 22];

/** What both records of a file say, one number after the other: 26 bytes. */
function describe(view: DataView, at: number, { name, method, data, crc, size }: Entry): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 4, method, true);
  view.setUint16(at + 6, TIME, true);
  view.setUint16(at + 8, DATE, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, data.length, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, name.length, true);
}

function putAscii(bytes: Uint8Array, at: number, text: string): void {
  for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i);
}

/** Files as a zip, in the given order and with a fixed time. Names must be ASCII. */
export function zip(files: readonly Entry[]): Uint8Array {
  const lengthOf = (record: number, { name }: Entry) => record + name.length;
  const directory = files.reduce((sum, file) => sum + lengthOf(LOCAL_LENGTH, file) + file.data.length, 0);
  const end = files.reduce((sum, file) => sum + lengthOf(CENTRAL_LENGTH, file), directory);
  const bytes = new Uint8Array(end + END_LENGTH);
  const view = new DataView(bytes.buffer);
  let [local, central] = [0, directory];
  for (const file of files) {
    view.setUint32(local, LOCAL, true);
    describe(view, local + 4, file);
    putAscii(bytes, local + LOCAL_LENGTH, file.name);
    bytes.set(file.data, local + lengthOf(LOCAL_LENGTH, file));
    view.setUint32(central, CENTRAL, true);
    view.setUint16(central + 4, VERSION, true);
    describe(view, central + 6, file);
    view.setUint32(central + 42, local, true);
    putAscii(bytes, central + CENTRAL_LENGTH, file.name);
    local += lengthOf(LOCAL_LENGTH, file) + file.data.length;
    central += lengthOf(CENTRAL_LENGTH, file);
  }
  view.setUint32(end, END, true);
  view.setUint16(end + 8, files.length, true);
  view.setUint16(end + 10, files.length, true);
  view.setUint32(end + 12, end - directory, true);
  view.setUint32(end + 16, directory, true);
  return bytes;
}
