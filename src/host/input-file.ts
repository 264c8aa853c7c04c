import { closeSync, constants, fstatSync, openSync } from 'node:fs';
import { ReportError } from '../diagnostics/diagnostic.js';
import type { LimitOptions } from '../limits/limits-of.js';
import { mostOfInput, proveInputSize } from '../readers/input-size.js';
import { bytesUpTo, unreadable } from './files.js';
import { patientRead, readPiece } from './patient-read.js';
import { openRegular } from './regular-file.js';
import { readStandardInput, STANDARD_INPUT } from './standard-input.js';

/** How a file came to be read. */
interface Found {
  /** Whether a folder or a pattern has named it, and not the caller: then it is not read through a link, nor if it is no regular file. */
  readonly isFound?: boolean;
  /** Whether it is read in a thread, which may be ended while it waits for a pipe. */
  readonly inThread?: boolean;
}

/** A descriptor that this process has, as shells name them (`<(…)`): a pipe among them was opened by who writes into it. */
const DESCRIPTOR = /^\/(?:dev|proc)\//;

/** The bytes of an open file: none of them if it says that it is too large, and not many if it has no end. */
function bytesIn(file: number, name: string, options: LimitOptions, { inThread = false }: Found): Buffer {
  const stats = fstatSync(file);
  if (stats.isFile()) proveInputSize(stats.size, name, options);
  const isAwaited = stats.isFIFO() && !DESCRIPTOR.test(name);
  const next = inThread && !stats.isFile() ? patientRead(isAwaited) : readPiece;
  const bytes = bytesUpTo(file, mostOfInput(options) + 1, next);
  proveInputSize(bytes.length, name, options);
  return bytes;
}

/** Without waiting for somebody to write into a pipe. Windows has nothing of the kind. */
const AT_ONCE = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

function opened(path: string, { isFound = false, inThread = false }: Found): number {
  try {
    return isFound ? openRegular(path) : openSync(path, inThread ? AT_ONCE : constants.O_RDONLY);
  } catch (error) {
    throw unreadable(path, error);
  }
}

/**
 * The bytes of a file that somebody hands in, or of standard input for `-`. This is the one way to what is read as a report or a list.
 *
 * @throws ReportError `file/not-found`, `file/unreadable`; `read/too-large` before so much has been read
 */
export function readInputFile(path: string, options: LimitOptions, found: Found = {}): Buffer {
  if (path === '-') {
    const bytes = readStandardInput(mostOfInput(options));
    proveInputSize(bytes.length, STANDARD_INPUT, options);
    return bytes;
  }
  const file = opened(path, found);
  try {
    return bytesIn(file, path, options, found);
  } catch (error) {
    throw error instanceof ReportError ? error : unreadable(path, error);
  } finally {
    closeSync(file);
  }
}
