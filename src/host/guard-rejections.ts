import { setImmediate } from 'node:timers/promises';

/** The faults of damaged files by the names that pdf.js gives them. */
const FAULTS = new Set([
  ...['FormatError', 'XRefEntryException', 'XRefParseException', 'ParserEOFException', 'MissingDataException'],
  ...['AbortException', 'UnknownErrorException', 'InvalidPDFException', 'JpegError', 'Jbig2Error', 'JpxError'],
]);

let readings = 0;

/** Whether pdf.js names a fault, or stumbles over one itself. */
function isFault(reason: unknown): boolean {
  if (!(reason instanceof Error)) return false;
  const [, thrower = ''] = /\n\s+at ([^\n]*)/.exec(reason.stack ?? '') ?? [];
  return FAULTS.has(reason.name) || thrower.includes('pdfjs-dist');
}

/** Whatever else nobody waits for ends the process, unless the program takes care of it: as it would have without us. */
function ignoreFaults(reason: unknown): void {
  if (!isFault(reason) && process.listenerCount('unhandledRejection') === 1) throw reason;
}

/**
 * Runs a reading. On damaged files pdf.js rejects promises that nobody waits for, which would end the process, although it also tells the
 * fault, or reads on without the part.
 */
export async function guardRejections<T>(work: () => Promise<T>): Promise<T> {
  readings += 1;
  if (readings === 1) process.on('unhandledRejection', ignoreFaults);
  try {
    return await work();
  } finally {
    // Node tells rejections that were left when it comes to its next turn.
    await setImmediate();
    readings -= 1;
    if (readings === 0) process.off('unhandledRejection', ignoreFaults);
  }
}
