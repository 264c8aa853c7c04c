/** A line of a stream, without its end, and where it stands. */
export interface Line {
  readonly bytes: Buffer;
  /** Counted from 1. */
  readonly number: number;
  /** Of its first byte, counted from 0. */
  readonly offset: number;
  /** Nothing after it but the end of the stream. */
  readonly isOpen: boolean;
}

const NEWLINE = 0x0a;

/** The lines of a stream, one held at a time. Only line feeds part them: JSON may hold what Unicode calls line ends. */
export async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let pieces: Buffer[] = [];
  let number = 1;
  let offset = 0;
  const take = (isOpen: boolean): Line => {
    const bytes = Buffer.concat(pieces);
    const line = { bytes, number, offset, isOpen };
    pieces = [];
    number += 1;
    offset += bytes.length + 1;
    return line;
  };
  for await (const chunk of stream) {
    const buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let start = 0;
    for (let end = buffer.indexOf(NEWLINE); end >= 0; end = buffer.indexOf(NEWLINE, start)) {
      pieces.push(buffer.subarray(start, end));
      yield take(false);
      start = end + 1;
    }
    if (start < buffer.length) pieces.push(buffer.subarray(start));
  }
  if (pieces.length > 0) yield take(true);
}
