import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ReadCodes, unreadable } from './files.js';

/**
 * Files below a folder into which others may write: what is there may be a link that leads elsewhere, a pipe that is never written to,
 * a device without an end. None of these is opened as if it were a file.
 */

/** Why something is not opened. */
const NO_FILE = '是链接、管道或设备，不是普通文件';

/** Not through a link, and without waiting for the other end of a pipe. Windows has neither. */
const GUARDED = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

const noFile = (): Error => new Error(NO_FILE);

/** How systems say that a link is not followed. */
const isLink = (error: unknown): boolean => ['ELOOP', 'EMLINK'].includes(String(Object(error).code));

/**
 * Opens what is a regular file itself, and gives its number.
 *
 * @param flags how, as `constants` of `node:fs`
 * @throws what Node throws, and an error without a code for what is no regular file
 */
export function openRegular(path: string, flags: number = constants.O_RDONLY): number {
  let file: number;
  try {
    file = openSync(path, flags | GUARDED);
  } catch (error) {
    throw isLink(error) ? noFile() : error;
  }
  if (fstatSync(file).isFile()) return file;
  closeSync(file);
  throw noFile();
}

/** Uses a regular file, and closes it whatever happens. */
export function withRegular<T>(path: string, use: (file: number) => T, flags?: number): T {
  const file = openRegular(path, flags);
  try {
    return use(file);
  } finally {
    closeSync(file);
  }
}

/**
 * The bytes of a regular file.
 *
 * @throws ReportError `file/not-found`, `file/unreadable`
 */
export function readRegular(path: string, codes?: ReadCodes): Buffer {
  try {
    return withRegular(path, (file) => readFileSync(file));
  } catch (error) {
    throw unreadable(path, error, codes);
  }
}

/** The bytes of a regular file; undefined if there is none, or it cannot be read. */
export function readIfRegular(path: string): Buffer | undefined {
  try {
    return withRegular(path, (file) => readFileSync(file));
  } catch {
    return undefined;
  }
}

/** The first folder on the way from a folder to a file below it that is a link, and may lead out of it. */
export function linkOnTheWay(folder: string, name: string): string | undefined {
  const parts = name.split('/').slice(0, -1);
  return parts
    .map((_, i) => join(folder, ...parts.slice(0, i + 1)))
    .find((path) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink());
}
