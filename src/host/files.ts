import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import type { Bytes } from '../bytes/bytes.js';
import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { type ReadPiece, readPiece } from './patient-read.js';
import { systemReason } from './system-reason.js';

/** Reading files: those that ship with the package and those that users name. */

/** Whether anything exists at a path. */
export function exists(path: string): boolean {
  return existsSync(path);
}

/** Whether a path leads to an existing folder. */
export function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

/** Whether a path leads to an existing file. */
export function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

/** The codes to report when a file does not exist, and when it exists but cannot be read. */
export interface ReadCodes {
  readonly missing: 'file/not-found' | 'font/missing-file' | 'template/missing-file';
  readonly unreadable: 'file/unreadable' | 'font/unreadable' | 'template/missing-file';
}

const FILE: ReadCodes = { missing: 'file/not-found', unreadable: 'file/unreadable' };

/** The error to report when a file could not be read. */
export function unreadable(path: string, error: unknown, codes: ReadCodes = FILE): ReportError {
  const { code } = error as NodeJS.ErrnoException;
  const missing = code === 'ENOENT';
  return new ReportError([
    diagnostic(missing ? codes.missing : codes.unreadable, { cause: 'file', file: path, reason: systemReason(error) }),
  ]);
}

/**
 * The bytes of a file.
 *
 * @throws ReportError with one of the codes
 */
export function readBytes(path: string, codes: ReadCodes = FILE): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw unreadable(path, error, codes);
  }
}

/**
 * Makes sure that something is at a path, before anything else begins.
 *
 * @throws ReportError `file/not-found`
 */
export function proveThere(path: string): void {
  if (!existsSync(path)) throw unreadable(path, { code: 'ENOENT' });
}

/** The bytes of an open file, up to a number of them. */
export function bytesUpTo(file: number, most: number, read: ReadPiece = readPiece): Buffer {
  const pieces: Buffer[] = [];
  for (let left = most; left > 0; ) {
    const piece = Buffer.allocUnsafe(Math.min(left, Math.max(fstatSync(file).size + 1, 65_536)));
    const length = read(file, piece);
    if (length === 0) break;
    pieces.push(piece.subarray(0, length));
    left -= length;
  }
  return pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces);
}

/**
 * The bytes of a file that may be larger than is wanted, or have no end: not more than one beyond the limit, which shows that it is exceeded.
 *
 * @throws ReportError `file/not-found`, `file/unreadable`
 */
export function readWithin(path: string, most: number): Buffer {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    return bytesUpTo(file, most + 1);
  } catch (error) {
    throw unreadable(path, error);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** A file that is open. */
export interface OpenFile extends Bytes {
  readonly close: () => void;
}

function readable(file: number): OpenFile {
  const read: Bytes['read'] = (offset, length) => {
    const bytes = Buffer.allocUnsafe(length);
    return bytes.subarray(0, readSync(file, bytes, 0, length, offset));
  };
  // A folder can be opened; only reading from it fails.
  read(0, 1);
  return { length: fstatSync(file).size, read, close: () => closeSync(file) };
}

/**
 * Opens a file to be read by position, without reading the rest. It stays open until it is closed.
 *
 * @throws ReportError with one of the codes; then nothing is open
 */
export function openBytes(path: string, codes: ReadCodes = FILE): OpenFile {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    return readable(file);
  } catch (error) {
    if (file !== undefined) closeSync(file);
    throw unreadable(path, error, codes);
  }
}
