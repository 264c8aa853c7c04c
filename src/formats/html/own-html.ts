import type { ByteTools } from '../../bytes/byte-tools.js';
import { hex } from '../../bytes/hex.js';
import { PROGRAM } from '../../model/program.js';

const encoder = new TextEncoder();

const DIGITS = 40;
const BEFORE = `\n<!-- ${PROGRAM} `;
const AFTER = ' -->\n';
const LENGTH = BEFORE.length + DIGITS + AFTER.length;

/** The last line of a page: who made it, and the digest of all before. */
const endOf = (html: Uint8Array, { sha1 }: ByteTools): string => BEFORE + hex(sha1(html)) + AFTER;

/** A page as a file that is known again as our own for as long as nobody has changed it. */
export function sealed(html: string, tools: ByteTools): Uint8Array {
  const bytes = encoder.encode(html + BEFORE + '0'.repeat(DIGITS) + AFTER);
  const digest = tools.sha1(bytes.subarray(0, bytes.length - LENGTH));
  bytes.set(encoder.encode(hex(digest)), bytes.length - AFTER.length - DIGITS);
  return bytes;
}

/** Whether a page is as nianbao wrote it. */
export function isOwnHtml(file: Uint8Array, tools: ByteTools): boolean {
  const end = String.fromCharCode(...file.subarray(-LENGTH));
  return end.startsWith(BEFORE) && end === endOf(file.subarray(0, -LENGTH), tools);
}
