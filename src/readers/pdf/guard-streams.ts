import { LIMITS } from '../../limits/limits.js';
import { codesInRanges } from './code-ranges.js';
import { tooLarge } from './pdf-faults.js';
import { CHUNK, deflatedSize, isDeflated, lzwSize, runLengthSize } from './unpacked-sizes.js';
import { withoutLetters } from './written-out.js';

/** Streams of a PDF that would fill the memory, found before the engine unpacks them: it has no limit of its own. */

const MEGABYTE = 2 ** 20;

/** What a stream, and all streams together, may unpack to: a report with its fonts has a few megabytes. Pictures have the limit of all. */
const [MOST_IN_ONE, MOST_IN_ALL] = [LIMITS.pdfStreamBytes.most, LIMITS.pdfBytes.most];

const MOST_OBJECTS = LIMITS.pdfObjects.most;
/** Codes that the fonts of a file name in ranges. */
const MOST_CODES = LIMITS.pdfCodes.most;

/** Deflate makes nothing smaller than this part. */
const DENSEST = 1032;

/** Streams up to this length, together, can unpack to no more than is allowed: they are not looked into. */
const HARMLESS = MOST_IN_ALL / 2 / DENSEST;

interface Stream {
  readonly from: number;
  readonly to: number;
  /** Its dictionary, with what stands between it and the stream before. */
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

/** So far before the word, within another stream, its dictionary would begin; and as far at most before any. */
const [NEAR, FAR] = [400, 65_536];

/** What is said of a stream before it, the signs in names typed out (ISO 32000-1, 7.3.5). */
function aboutOf(bytes: Uint8Array, from: number, to: number): string {
  const parts: string[] = [];
  for (let at = Math.max(0, from, to - FAR); at < to; at += NEAR)
    parts.push(textOf(bytes.subarray(at, Math.min(to, at + NEAR))));
  return parts.join('').replace(/#([\da-f]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** The streams of a file. */
function streamsIn(bytes: Uint8Array): readonly Stream[] {
  const streams: Stream[] = [];
  let end = 0;
  for (let at = find(bytes, STREAM, 0); at >= 0; ) {
    const about = aboutOf(bytes, end >= 0 && end < at ? end : at - NEAR, at);
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

/** The filters that a stream names which make it larger than it is stored. */
const packersIn = (about: string): readonly string[] =>
  [...about.matchAll(/\/(FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)(?![\w.-])/g)].map(([, name = '']) => name);

/** What a stream unpacks to. Which filter is another object is not looked for: it may be any. */
function unpackedSize(stream: Uint8Array, about: string, packers: readonly string[], limit: number): number {
  const isOpen = /\/F(?:ilter)?\s*\d+\s+\d+\s+R/.test(about);
  const mayBe = (name: string) => isOpen || packers.some((one) => one.startsWith(name));
  return Math.max(
    isDeflated(stream) ? deflatedSize(stream, limit) : 0,
    ...(mayBe('LZW') ? [0, 1].map((early) => lzwSize(stream, limit, early)) : []),
    mayBe('R') ? runLengthSize(stream, limit) : 0,
  );
}

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
  let codes = 0;
  for (const { from, to, about } of streams) {
    const packers = packersIn(about);
    // No program that makes reports packs anything twice over, and what it hides is not counted.
    if (packers.length > 1) throw tooLarge(name, '压缩了两遍的内容');
    small += to - from > CHUNK ? 0 : to - from;
    codes += codesInRanges(withoutLetters(bytes.subarray(from, to), about));
    if (codes > MOST_CODES) throw tooLarge(name, `字体的编码在 ${MOST_CODES} 个以上`);
    const isHarmless = to - from <= CHUNK && small <= HARMLESS && !packers.some((one) => one.startsWith('LZW'));
    if (isHarmless) continue;
    const stream = withoutLetters(bytes.subarray(from, to), about);
    const limit = isPicture(about) ? MOST_IN_ALL : MOST_IN_ONE;
    const size = unpackedSize(stream, about, packers, limit);
    if (!isPicture(about)) all += size;
    const most = Math.max(size, all > MOST_IN_ALL ? all : 0);
    if (size > limit || most > MOST_IN_ALL) throw tooLarge(name, `解开后超过 ${Math.floor(most / MEGABYTE)} MB`);
  }
}
