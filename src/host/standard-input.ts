import { fstatSync, readSync } from 'node:fs';
import { unreadable } from './files.js';

/** What messages call it. */
export const STANDARD_INPUT = '标准输入';

const PIECE = 65_536;
/** Milliseconds to wait for an input that has nothing yet and was opened by its other users so as not to wait. */
const PAUSE = 10;

/** Bytes read into a buffer; 0 at the end, undefined if there are none yet. */
function readInto(buffer: Buffer): number | undefined {
  try {
    return readSync(0, buffer, 0, buffer.length, null);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EAGAIN') return undefined;
    // How Windows says that a pipe has ended.
    if (code === 'EOF') return 0;
    throw error;
  }
}

/**
 * All of standard input, or if it is longer than is wanted, so much that this shows.
 *
 * @throws ReportError `file/unreadable`, as for a folder
 */
export function readStandardInput(most = Number.POSITIVE_INFINITY): Buffer {
  const pieces: Buffer[] = [];
  let all = 0;
  try {
    for (;;) {
      const buffer = Buffer.allocUnsafe(PIECE);
      const length = readInto(buffer);
      if (length === 0 || all > most) return Buffer.concat(pieces);
      all += length ?? 0;
      if (length === undefined) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
      else pieces.push(buffer.subarray(0, length));
    }
  } catch (error) {
    throw unreadable(STANDARD_INPUT, error);
  }
}

/**
 * Refuses a folder as standard input, of which Node's stream would just be empty.
 *
 * @throws ReportError `file/unreadable`
 */
export function refuseFolder(): void {
  if (!fstatSync(0).isDirectory()) return;
  throw unreadable(STANDARD_INPUT, Object.assign(new Error('a folder'), { code: 'EISDIR' }));
}
