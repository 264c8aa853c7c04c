import type { ByteTools } from '../../bytes/byte-tools.js';
import { concat } from '../../bytes/concat.js';
import { PROGRAM } from '../../model/program.js';

const encoder = new TextEncoder();

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const DIGITS = 40;
const BEFORE = `\n<!-- ${PROGRAM} `;
const AFTER = ' -->\n';

/** The last line of a page: who made it, and the digest of all before. */
const endOf = (html: Uint8Array, { sha1 }: ByteTools): string => BEFORE + hex(sha1(html)) + AFTER;

/** A page as a file that is known again as our own for as long as nobody has changed it. */
export function sealed(html: string, tools: ByteTools): Uint8Array {
  const bytes = encoder.encode(html);
  return concat([bytes, encoder.encode(endOf(bytes, tools))]);
}

/** Whether a page is as nianbao wrote it. */
export function isOwnHtml(file: Uint8Array, tools: ByteTools): boolean {
  const length = BEFORE.length + DIGITS + AFTER.length;
  const end = String.fromCharCode(...file.subarray(-length));
  return end.startsWith(BEFORE) && end === endOf(file.subarray(0, -length), tools);
}
