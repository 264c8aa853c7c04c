import { createReadStream } from 'node:fs';
import { unreadable } from './files.js';
import { openRegular } from './regular-file.js';
import { STANDARD_INPUT } from './standard-input.js';

/** A line of a stream, without its line feed. */
export interface Line {
  readonly bytes: Buffer;
  /** Counted from 1. */
  readonly number: number;
  /** Position of the first byte, counted from 0. */
  readonly offset: number;
}

const NEWLINE = 0x0a;

/**
 * The lines of a stream, one in memory at a time. Only line feeds separate lines: JSON may contain the other characters that
 * Unicode counts as line ends. Of a line longer than `most` bytes so much is kept that this shows.
 */
export async function* linesOf(
  stream: AsyncIterable<Uint8Array>,
  most = Number.POSITIVE_INFINITY,
): AsyncGenerator<Line> {
  let pieces: Buffer[] = [];
  let length = 0;
  let number = 1;
  let offset = 0;
  const take = (): Line => {
    const bytes = Buffer.concat(pieces);
    const line = { bytes, number, offset };
    offset += length + 1;
    number += 1;
    pieces = [];
    length = 0;
    return line;
  };
  const keep = (piece: Buffer): void => {
    if (length <= most) pieces.push(piece.subarray(0, most - length + 1));
    length += piece.length;
  };
  for await (const chunk of stream) {
    const buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let start = 0;
    for (let end = buffer.indexOf(NEWLINE); end >= 0; end = buffer.indexOf(NEWLINE, start)) {
      keep(buffer.subarray(start, end));
      yield take();
      start = end + 1;
    }
    if (start < buffer.length) keep(buffer.subarray(start));
  }
  if (pieces.length > 0) yield take();
}

/** A stream that reports its errors as `file/not-found` or `file/unreadable`. */
async function* readable(stream: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch (error) {
    throw unreadable(name, error);
  }
}

/**
 * The lines of a file.
 *
 * @throws ReportError `file/not-found`, `file/unreadable`
 */
export function linesOfFile(path: string, most?: number): AsyncGenerator<Line> {
  return linesOf(readable(createReadStream(path), path), most);
}

/**
 * The lines of what is a regular file itself.
 *
 * @throws ReportError `file/not-found`, `file/unreadable`
 */
export async function* linesOfRegular(path: string, most?: number): AsyncGenerator<Line> {
  let fd: number;
  try {
    fd = openRegular(path);
  } catch (error) {
    throw unreadable(path, error);
  }
  yield* linesOf(readable(createReadStream(path, { fd }), path), most);
}

/**
 * The lines of standard input.
 *
 * @throws ReportError `file/unreadable`
 */
export function linesOfInput(stream: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Line> {
  return linesOf(readable(stream, STANDARD_INPUT), most);
}
