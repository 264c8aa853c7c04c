import type { ByteTools } from '../../bytes/byte-tools.js';
import { isSame } from '../../bytes/same-bytes.js';
import { zip } from '../../bytes/zip.js';
import { entriesOf } from '../../bytes/zip-entries.js';
import { PROGRAM } from '../../model/program.js';
import { identifierOf, ROOT } from './ofd-package.js';

const IDENTIFIER = /(?<=<ofd:DocID>)[0-9a-f]{32}(?=<)/;
const STORED = 0;

/** Whether an OFD file is as nianbao wrote it: its identifier follows from all its parts. A signature changes the first one and adds others. */
export function isOwnOfd(file: Uint8Array, tools: ByteTools): boolean {
  const [first, ...entries] = entriesOf(file) ?? [];
  if (first?.name !== ROOT || first.method !== STORED) return false;
  const text = new TextDecoder().decode(first.data);
  const [identifier] = IDENTIFIER.exec(text) ?? [];
  if (identifier === undefined || !text.includes(`<ofd:Creator>${PROGRAM}</ofd:Creator>`)) return false;
  const root = (other: string) => text.replace(identifier, other);
  return identifierOf(root, entries, tools) === identifier && isSame(file, zip([first, ...entries]));
}
