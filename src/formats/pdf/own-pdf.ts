import { PROGRAM } from '../../model/program.js';
import { md5 } from './md5.js';

/** How `packing.ts` ends a file: where the cross-reference stream begins. */
const END = /\nstartxref\n(\d+)\n%%EOF\n$/;
const LONGEST_END = 64;

const IDENTIFIER = /^\d+ 0 obj\n<<\/Type \/XRef [^>]*\/ID \[<([0-9a-f]{32})> <\1>\]/;

/**
 * Whether a PDF is as nianbao wrote it. Its identifier is the digest of all that stands before the cross-reference stream, so nothing
 * can have been saved, signed or appended since.
 */
export function isOwnPdf(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [, start] = END.exec(file.toString('latin1', Math.max(0, file.length - LONGEST_END))) ?? [];
  if (start === undefined) return false;
  const at = Number(start);
  const [, identifier] = IDENTIFIER.exec(file.toString('latin1', at)) ?? [];
  if (identifier !== Buffer.from(md5([file.subarray(0, at)])).toString('hex')) return false;
  return file.includes(`<pdf:Producer>${PROGRAM}</pdf:Producer>`);
}
