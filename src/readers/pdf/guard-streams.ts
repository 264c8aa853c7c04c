import { Unzlib } from 'fflate';
import { tooLarge } from './pdf-faults.js';
import { withoutLetters } from './written-out.js';

/** Streams of a PDF that would fill the memory, found before the engine unpacks them: it has no limit of its own. */

const MEGABYTE = 2 ** 20;

/** What a stream, and all streams together, may unpack to: a report with its fonts has a few megabytes. Pictures have the limit of all. */
const [MOST_IN_ONE, MOST_IN_ALL] = [100 * MEGABYTE, 400 * MEGABYTE];

/** More objects than any report has. */
const MOST_OBJECTS = 300_000;

/** Deflate makes nothing smaller than this part. */
const DENSEST = 1032;

/** Streams up to this length, together, can unpack to no more than is allowed: they are not looked into. */
const HARMLESS = MOST_IN_ALL / 2 / DENSEST;

/** As much of a stream as is unpacked at once. */
const CHUNK = 16_384;

interface Stream {
  readonly from: number;
  readonly to: number;
  /** Its dictionary, or the end of it. */
  readonly about: string;
}

const codes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

const [STREAM, END] = [codes('stream'), codes('endstream')];

/** Where bytes stand from a place on; -1 if nowhere. */
function find(bytes: Uint8Array, wanted: Uint8Array, from: number): number {
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((code, i) => bytes[at + i] === code)) return at;
  }
  return -1;
}

const textOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** Whether the word is the last part of the one that ends a stream. */
const isEnd = (bytes: Uint8Array, at: number): boolean => textOf(bytes.subarray(Math.max(0, at - 3), at)) === 'end';

/** The streams of a file. */
function streamsIn(bytes: Uint8Array): readonly Stream[] {
  const streams: Stream[] = [];
  let end = 0;
  for (let at = find(bytes, STREAM, 0); at >= 0; ) {
    const about =
      textOf(bytes.subarray(Math.max(0, at - 400), at))
        .split(/\bobj\b/)
        .at(-1) ?? '';
    const from = at + STREAM.length + (bytes[at + STREAM.length] === 13 ? 2 : 1);
    if (isEnd(bytes, at)) {
      at = find(bytes, STREAM, from);
      continue;
    }
    if (end >= 0 && end < from) end = find(bytes, END, from);
    const to = end < 0 ? bytes.length : end;
    streams.push({ from, to, about });
    if (streams.length > MOST_OBJECTS) break;
    // On from the word itself: it may also stand in a remark or a string before the stream that the end is of.
    at = find(bytes, STREAM, from);
  }
  return streams;
}

/** Whether bytes begin as those of zlib do (RFC 1950, 2.2). */
const isDeflated = ([method = 0, flags = 0]: Uint8Array): boolean =>
  (method & 0x0f) === 8 && ((method << 8) | flags) % 31 === 0;

/** What bytes unpack to, as far as a limit. What is damaged counts as far as it can be unpacked. */
function unpackedSize(bytes: Uint8Array, limit: number): number {
  let size = 0;
  const unzlib = new Unzlib((chunk) => {
    size += chunk.length;
  });
  try {
    for (let at = 0; at < bytes.length && size <= limit; at += CHUNK) {
      unzlib.push(bytes.subarray(at, at + CHUNK), at + CHUNK >= bytes.length);
    }
  } catch {
    return size;
  }
  return size;
}

/** Packed twice over: no program that makes reports does that, and what it hides is not counted. */
const HIDDEN =
  /\/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\s*\/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\b/;

/** Whether a stream says that it is a picture. Any may say so: it is bounded all the same, but not added to the others. */
const isPicture = (about: string): boolean => /\/Subtype\s*\/Image/.test(about);

/**
 * Makes sure that no stream of a file unpacks to more than the memory should hold.
 *
 * @throws ReportError `read/too-large`
 */
export function guardStreams(bytes: Uint8Array, name: string): void {
  const streams = streamsIn(bytes);
  if (streams.length > MOST_OBJECTS) throw tooLarge(name, `${MOST_OBJECTS} 个以上的对象`);
  let small = 0;
  let all = 0;
  for (const { from, to, about } of streams) {
    if (HIDDEN.test(about)) throw tooLarge(name, '压缩了两遍的内容');
    small += to - from > CHUNK ? 0 : to - from;
    const isHarmless = to - from <= CHUNK && small <= HARMLESS;
    if (isHarmless) continue;
    const stream = withoutLetters(bytes.subarray(from, to), about);
    if (!isDeflated(stream)) continue;
    const limit = isPicture(about) ? MOST_IN_ALL : MOST_IN_ONE;
    const size = unpackedSize(stream, limit);
    if (!isPicture(about)) all += size;
    const most = Math.max(size, all > MOST_IN_ALL ? all : 0);
    if (size > limit || most > MOST_IN_ALL) throw tooLarge(name, `解开后超过 ${Math.floor(most / MEGABYTE)} MB`);
  }
}
