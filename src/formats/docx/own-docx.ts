import type { ByteTools } from '../../bytes/byte-tools.js';
import { isSame } from '../../bytes/same-bytes.js';
import { zip } from '../../bytes/zip.js';
import { entriesOf } from '../../bytes/zip-entries.js';
import { APP_NAME, appPart } from './properties.js';

const encoder = new TextEncoder();

/**
 * Whether a Word file is as nianbao wrote it: it says so, and every byte outside of the parts is what our own writer puts there.
 * Whoever saves or signs it writes other times, another order, further parts or another name.
 */
export function isOwnDocx(file: Uint8Array, { crc32 }: ByteTools): boolean {
  const entries = entriesOf(file);
  const app = entries?.find(({ name }) => name === APP_NAME);
  if (entries === undefined || app?.crc !== crc32(encoder.encode(appPart))) return false;
  if (entries.some(({ name }) => name.startsWith('_xmlsignatures/'))) return false;
  return isSame(file, zip(entries));
}
