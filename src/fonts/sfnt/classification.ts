import { uint32 } from '../../bytes/big-endian.js';
import type { TrueType } from './truetype.js';

/** By what a system chooses a font in place of another, from its table OS/2, in hexadecimal digits. */
export interface Classification {
  /** The ten digits of PANOSE. */
  readonly panose: string;
  /** Four words that say which scripts it covers, and two for the code pages. */
  readonly coverage: readonly string[];
}

const PANOSE = 32;
const UNICODE_RANGES = [42, 46, 50, 54];
const CODE_PAGES = [78, 82];

/** Undefined for a font without the table, or with the first version of it, which has no code pages. */
export function classificationOf(font: TrueType): Classification | undefined {
  const os2 = font.table('OS/2');
  if (os2 === undefined || os2.length < 86) return undefined;
  const hex = (value: number, digits: number): string => value.toString(16).toUpperCase().padStart(digits, '0');
  return {
    panose: [...os2.subarray(PANOSE, PANOSE + 10)].map((byte) => hex(byte, 2)).join(''),
    coverage: [...UNICODE_RANGES, ...CODE_PAGES].map((at) => hex(uint32(os2, at), 8)),
  };
}
