import { appendFileSync, closeSync, constants, fstatSync, readSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { openRegular, withRegular } from './regular-file.js';
import { unwritable } from './unwritable.js';
import { temporaryIn } from './write-files.js';

/** Files of lines that grow at the end and are read line by line, by position. None is reached through a link. */

/** Where a line, or a part of it, is in its file, without its line feed. */
export interface LineRange {
  readonly offset: number;
  readonly length: number;
}

const NEWLINE = Buffer.from('\n');

const { O_APPEND, O_CREAT, O_EXCL, O_RDWR, O_WRONLY } = constants;

function readRange(file: number, { offset, length }: LineRange): Buffer {
  const bytes = Buffer.alloc(length);
  readSync(file, bytes, 0, length, offset);
  return bytes;
}

/** One line of a file. */
export function readLine(path: string, range: LineRange): Buffer {
  return withRegular(path, (file) => readRange(file, range));
}

/** Bytes that tell what a file of lines is. */
const BEGINNING = 65_536;

/** The first characters of a file; undefined if it cannot be read. */
export function beginningOf(path: string): string | undefined {
  try {
    return withRegular(path, (file) => {
      const length = Math.min(fstatSync(file).size, BEGINNING);
      return readRange(file, { offset: 0, length }).toString('utf8');
    });
  } catch {
    return undefined;
  }
}

/** A file open for appending lines. */
export interface LineWriter {
  /** @throws ReportError `file/unwritable`, `file/no-space` */
  readonly append: (line: Buffer) => LineRange;
  /** A part of the file that is open, whatever has its name by now. */
  readonly read: (range: LineRange) => Buffer;
  /** Closes the file and removes what has its name. */
  readonly remove: () => void;
}

/**
 * Opens a file to append lines; creates it if there is none.
 *
 * @throws ReportError `file/unwritable`, `file/no-space`; so does `append`
 */
export function openLineWriter(path: string): LineWriter {
  try {
    const file = openRegular(path, O_APPEND | O_CREAT | O_RDWR);
    // The process may have been killed in the middle of the last line.
    appendFileSync(file, fstatSync(file).size > 0 ? NEWLINE : '');
    let { size } = fstatSync(file);
    const append: LineWriter['append'] = (line) => {
      try {
        appendFileSync(file, Buffer.concat([line, NEWLINE]));
      } catch (error) {
        throw unwritable(path, error);
      }
      const range = { offset: size, length: line.length };
      size += line.length + NEWLINE.length;
      return range;
    };
    const remove = () => {
      closeSync(file);
      rmSync(path, { force: true });
    };
    return { append, read: (range) => readRange(file, range), remove };
  } catch (error) {
    throw unwritable(path, error);
  }
}

/**
 * Writes a file of lines, which appears whole or not at all, in place of what was there.
 *
 * @param confirm called before it appears; what it throws is thrown
 * @throws ReportError `file/unwritable`, `file/no-space`
 */
export function writeLines(path: string, lines: Iterable<Buffer>, confirm: () => void = () => {}): void {
  const temporary = temporaryIn(dirname(path));
  const attempt = (step: () => void) => {
    try {
      step();
    } catch (error) {
      throw unwritable(path, error);
    }
  };
  const write = (target: number) => {
    for (const line of lines) appendFileSync(target, Buffer.concat([line, NEWLINE]));
  };
  try {
    attempt(() => withRegular(temporary, write, O_APPEND | O_CREAT | O_EXCL | O_WRONLY));
    confirm();
    attempt(() => renameSync(temporary, path));
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
