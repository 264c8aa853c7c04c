import { crc32 } from 'node:zlib';
import type { LineRange } from './line-file.js';

/** Lines that begin with the CRC-32 of what follows, so that a damaged one is known. */

/** Eight hexadecimal digits and a space. */
const MARK = 9;

const markOf = (text: Buffer): string => `${crc32(text).toString(16).padStart(8, '0')} `;

/** A text with its checksum before it. */
export const checkedLine = (text: Buffer): Buffer => Buffer.concat([Buffer.from(markOf(text)), text]);

/** Where the text stands of a line that has been written somewhere. */
export const textRange = ({ offset, length }: LineRange): LineRange => ({
  offset: offset + MARK,
  length: length - MARK,
});

/** The text of a line; undefined if it is not as it was written. */
export function textOf(line: Buffer): Buffer | undefined {
  const text = line.subarray(MARK);
  return line.subarray(0, MARK).toString('latin1') === markOf(text) ? text : undefined;
}
