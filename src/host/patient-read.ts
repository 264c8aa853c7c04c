import { readSync } from 'node:fs';

/** Reads the next piece of an open file, and says how long it is: 0 at the end. */
export type ReadPiece = (file: number, piece: Uint8Array) => number;

export const readPiece: ReadPiece = (file, piece) => readSync(file, piece, 0, piece.length, null);

/** Milliseconds between two looks whether something has come. */
const NAP = 20;

const nap = (): unknown => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, NAP);

/** What has come by now: undefined if more may come. */
function arrived(file: number, piece: Uint8Array): number | undefined {
  try {
    return readPiece(file, piece);
  } catch (error) {
    if (Object(error).code === 'EAGAIN') return undefined;
    throw error;
  }
}

/**
 * Reads what was opened without waiting, in short naps: a thread that the system holds up in one long wait cannot be ended, nor the
 * process that it belongs to.
 *
 * @param isAwaited whether it is a pipe that perhaps nobody has opened yet to write into it, which looks as if it had ended
 */
export function patientRead(isAwaited: boolean): ReadPiece {
  let hasBegun = !isAwaited;
  return (file, piece) => {
    let length = arrived(file, piece);
    while (length === undefined || (length === 0 && !hasBegun)) {
      nap();
      length = arrived(file, piece);
    }
    hasBegun = true;
    return length;
  };
}
