import { uint16, uint16s } from '../../bytes/big-endian.js';

/** Name IDs (OpenType, name table). */
export const FAMILY = 1;
export const FULL_NAME = 4;
export const POSTSCRIPT_NAME = 6;

const WINDOWS = 3;

/** A text as names for Windows are stored: two bytes a code unit. */
export const nameBytes = (text: string): Uint8Array =>
  uint16s(Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)));

function textOf(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2) text += String.fromCharCode(uint16(bytes, at));
  return text;
}

/** A name for Windows from a name table, in the given language or the first there is. */
export function nameString(name: Uint8Array, id: number, language?: number): string | undefined {
  const strings = name.subarray(uint16(name, 4));
  for (let at = 6; at < 6 + 12 * uint16(name, 2); at += 12) {
    if (uint16(name, at) !== WINDOWS || uint16(name, at + 6) !== id) continue;
    if (language !== undefined && uint16(name, at + 4) !== language) continue;
    const offset = uint16(name, at + 10);
    return textOf(strings.subarray(offset, offset + uint16(name, at + 8)));
  }
  return undefined;
}
