import { PROGRAM } from '../../model/program.js';
import { identifierOf } from './file-identifier.js';

/** How `packing.ts` ends a file: the end of the cross-reference stream, and where that begins. */
const END = /\nendstream\nendobj\nstartxref\n(\d+)\n%%EOF\n$/;
const LONGEST_END = 64;

/** How it begins that stream, with the identifier of the file and the length of what follows. */
const BEGINNING = /^\d+ 0 obj\n<<\/Type \/XRef [^>]*\/ID \[<([0-9a-f]{32})> <\1>\] [^>]*\/Length (\d+)>>\nstream\n/;

/**
 * Whether a PDF is as nianbao wrote it. Its identifier is the digest of all that stands before the cross-reference stream, with which
 * it ends, so nothing can have been saved, signed or appended since.
 */
export function isOwnPdf(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [end = '', start] = END.exec(file.toString('latin1', Math.max(0, file.length - LONGEST_END))) ?? [];
  if (start === undefined) return false;
  const at = Number(start);
  const [beginning = '', identifier, length] = BEGINNING.exec(file.toString('latin1', at)) ?? [];
  if (at + beginning.length + Number(length) + end.length !== file.length) return false;
  if (identifier !== identifierOf(file.subarray(0, at))) return false;
  return file.includes(`<pdf:Producer>${PROGRAM}</pdf:Producer>`);
}
