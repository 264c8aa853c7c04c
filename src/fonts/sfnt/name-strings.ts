/** Numbers of names (OpenType, name table). */
export const FAMILY = 1;
export const FULL_NAME = 4;
export const POSTSCRIPT_NAME = 6;

const WINDOWS = 3;

/** A name for Windows from a font's name table, in a language or in whichever comes first. */
export function nameString(name: Buffer, id: number, language?: number): string | undefined {
  const strings = name.subarray(name.readUInt16BE(4));
  for (let at = 6; at < 6 + 12 * name.readUInt16BE(2); at += 12) {
    if (name.readUInt16BE(at) !== WINDOWS || name.readUInt16BE(at + 6) !== id) continue;
    if (language !== undefined && name.readUInt16BE(at + 4) !== language) continue;
    const offset = name.readUInt16BE(at + 10);
    return Buffer.from(strings.subarray(offset, offset + name.readUInt16BE(at + 8)))
      .swap16()
      .toString('utf16le');
  }
  return undefined;
}
