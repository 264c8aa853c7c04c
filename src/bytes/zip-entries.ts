import type { Packed } from './zip.js';

const [CENTRAL, END] = [0x02014b50, 0x06054b50];
/** Lengths of the fixed parts of records (APPNOTE.TXT, 4.3.7, 4.3.12 and 4.3.16). */
const [LOCAL_LENGTH, CENTRAL_LENGTH, END_LENGTH] = [30, 46, 22];

type Entry = Packed & { readonly name: string };

/** The entry whose record in the directory is at `at`, and where the next record is. */
function entryAt(file: Uint8Array, view: DataView, at: number): { readonly entry: Entry; readonly next: number } {
  if (view.getUint32(at, true) !== CENTRAL) throw new RangeError('no record of the directory');
  const [packed, nameLength] = [view.getUint32(at + 20, true), view.getUint16(at + 28, true)];
  const name = String.fromCharCode(...file.subarray(at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + nameLength));
  const data = view.getUint32(at + 42, true) + LOCAL_LENGTH + nameLength;
  const entry = {
    name,
    method: view.getUint16(at + 10, true),
    data: file.subarray(data, data + packed),
    crc: view.getUint32(at + 16, true),
    size: view.getUint32(at + 24, true),
  };
  return { entry, next: at + CENTRAL_LENGTH + nameLength };
}

/**
 * The entries of a zip as `zip` writes it, without unpacking them; undefined if it is none. Of any other zip it may give something
 * else than what is in it: whoever asks compares the whole.
 */
export function entriesOf(file: Uint8Array): readonly Entry[] | undefined {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const end = file.length - END_LENGTH;
  try {
    if (view.getUint32(end, true) !== END) return undefined;
    const entries: Entry[] = [];
    let at = view.getUint32(end + 16, true);
    for (let left = view.getUint16(end + 10, true); left > 0; left--) {
      const { entry, next } = entryAt(file, view, at);
      entries.push(entry);
      at = next;
    }
    return entries;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
