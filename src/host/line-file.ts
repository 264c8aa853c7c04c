import { appendFileSync, closeSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { unwritable } from './unwritable.js';
import { temporaryIn } from './write-files.js';

/** Files of lines that grow at the end and are read line by line, by position. */

/** Where a line is in its file, without its line feed. */
export interface LineRange {
  readonly offset: number;
  readonly length: number;
}

const NEWLINE = Buffer.from('\n');

/** Uses an open file, and closes it whatever happens. */
function withFile<T>(path: string, flags: string, use: (file: number) => T): T {
  const file = openSync(path, flags);
  try {
    return use(file);
  } finally {
    closeSync(file);
  }
}

function readRange(file: number, { offset, length }: LineRange): Buffer {
  const bytes = Buffer.alloc(length);
  readSync(file, bytes, 0, length, offset);
  return bytes;
}

/** One line of a file. */
export function readLine(path: string, range: LineRange): Buffer {
  return withFile(path, 'r', (file) => readRange(file, range));
}

/** Bytes that tell what a file of lines is. */
const BEGINNING = 65_536;

/** The first characters of a file; undefined if it cannot be read. */
export function beginningOf(path: string): string | undefined {
  try {
    const length = Math.min(statSync(path).size, BEGINNING);
    return readLine(path, { offset: 0, length }).toString('utf8');
  } catch {
    return undefined;
  }
}

/** A file open for appending lines. */
export interface LineWriter {
  /** @throws ReportError `file/unwritable`, `file/no-space` */
  readonly append: (line: Buffer) => LineRange;
  readonly close: () => void;
}

/**
 * Opens a file to append lines; creates it if there is none.
 *
 * @throws ReportError `file/unwritable`, `file/no-space`; so does `append`
 */
export function openLineWriter(path: string): LineWriter {
  try {
    const file = openSync(path, 'a');
    // The process may have been killed in the middle of the last line.
    appendFileSync(file, statSync(path).size > 0 ? NEWLINE : '');
    let { size } = statSync(path);
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
    return { append, close: () => closeSync(file) };
  } catch (error) {
    throw unwritable(path, error);
  }
}

/**
 * Replaces a file by lines of another, which is then removed. The new file appears whole or not at all.
 *
 * @throws ReportError `file/unwritable`, `file/no-space`
 */
export function moveLines(from: string, ranges: Iterable<LineRange>, to: string): void {
  const temporary = temporaryIn(dirname(to));
  try {
    withFile(from, 'r', (source) =>
      withFile(temporary, 'wx', (target) => {
        for (const range of ranges) appendFileSync(target, Buffer.concat([readRange(source, range), NEWLINE]));
      }),
    );
    renameSync(temporary, to);
    rmSync(from);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw unwritable(to, error);
  }
}
