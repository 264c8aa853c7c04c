import { type ByteSink, putBytes, putText, putWhole, sharedSink, written } from '../../bytes/byte-sink.js';
import { greatest } from '../../limits/extremes.js';
import { deflate } from './deflate.js';
import { identifierOf } from './file-identifier.js';

/**
 * The file structure of PDF 1.5 and later (ISO 32000-1, 7.5.7 and 7.5.8): objects that are not streams are grouped in compressed object
 * streams, and the cross-reference table is a stream too. A tagged report has about five hundred small objects, which would otherwise be
 * a sixth of its bytes. Written here because pdfkit cannot do it, and pdf-lib has to parse the finished file first: 25 ms, longer than
 * making it.
 */
export interface Packer {
  /** Takes an object in the pieces that pdfkit writes: `1 0 obj`, its data, for a stream three more pieces, `endobj`. */
  readonly take: (piece: string | Uint8Array) => void;
  /** Begins an object that is no stream: where it is to be written, as it stands in the file, before the next is begun. */
  readonly begin: (id: number) => ByteSink;
  /** Takes a stream, its dictionary as it stands in the file. */
  readonly stream: (id: number, dictionary: string, bytes: Uint8Array) => void;
  /** Returns the whole file, once every object has been taken. */
  readonly end: (trailer: Trailer) => Buffer;
}

/** The numbers of the objects that a reader starts from. */
export interface Trailer {
  readonly root: number;
  readonly info: number;
}

/** Objects per stream. Readers inflate a whole stream to get one object. */
const MOST_IN_STREAM = 200;

/** Version 1.7. The second line marks the file as binary. */
const HEAD = '%PDF-1.7\n%\xff\xff\xff\xff\n';

/** The part of a file that has been written. */
interface Output {
  readonly file: ByteSink;
  /** Where each stream is, by its number. */
  readonly streams: Map<number, number>;
  /** The objects that are no streams, one behind the other: their numbers, and where each begins. */
  readonly small: ByteSink;
  readonly numbers: number[];
  readonly starts: number[];
}

/** Room for the file, for its small objects, and for one stream of these: of a report, with some to spare. */
const takeFile = sharedSink(1 << 19, 1 << 21);
const takeSmall = sharedSink(1 << 16, 1 << 20);
const takeStream = sharedSink(1 << 16, 1 << 20);

function writeStream({ file, streams }: Output, id: number, data: string, stream: Uint8Array): void {
  streams.set(id, file.at);
  putText(file, `${id} 0 obj\n${data}\nstream\n`);
  putBytes(file, stream);
  putText(file, '\nendstream\nendobj\n');
}

/** Writes the index of an object stream: numbers and offsets. */
function putIndex(sink: ByteSink, { numbers, starts }: Output, from: number, to: number): void {
  const first = starts[from] as number;
  for (let i = from; i < to; i++) {
    putWhole(sink, numbers[i] as number);
    putText(sink, ' ');
    putWhole(sink, (starts[i] as number) - first);
    putText(sink, i < to - 1 ? ' ' : '\n');
  }
}

/** Writes an object stream: its index, then some of the objects. */
function writePacked(output: Output, from: number, to: number, id: number): void {
  const { small, starts } = output;
  const stream = takeStream();
  putIndex(stream, output, from, to);
  const first = stream.at;
  putBytes(stream, small.bytes.subarray(starts[from], starts[to] ?? small.at));
  const packed = deflate(written(stream));
  const facts = `/Type /ObjStm /N ${to - from} /First ${first} /Filter /FlateDecode /Length ${packed.length}`;
  writeStream(output, id, `<<${facts}>>`, packed);
}

/** The length of an entry of the cross-reference stream: 1, 4 and 2 bytes. */
const ENTRY = 7;

/**
 * Cross-reference entries: of type 1, with an offset in the file; or of type 2, with the number of an object stream and an index in it.
 * Object 0 is free by definition.
 */
function entriesOf({ streams, numbers }: Output, firstPacked: number, size: number): Buffer {
  const bytes = Buffer.alloc(ENTRY * size);
  const put = (id: number, type: number, where: number, place: number): void => {
    bytes[ENTRY * id] = type;
    bytes.writeUInt32BE(where, ENTRY * id + 1);
    bytes.writeUInt16BE(place, ENTRY * id + 5);
  };
  put(0, 0, 0, 0xffff);
  for (const [id, at] of streams) put(id, 1, at, 0);
  for (const [i, id] of numbers.entries()) {
    put(id, 2, firstPacked + Math.floor(i / MOST_IN_STREAM), i % MOST_IN_STREAM);
  }
  return bytes;
}

/** Writes the objects that are no streams, then the cross-reference stream. */
function finish(output: Output, { root, info }: Trailer): Buffer {
  const { file, streams, numbers } = output;
  const firstPacked = 1 + greatest([...streams.keys(), ...numbers]);
  let next = firstPacked;
  for (let i = 0; i < numbers.length; i += MOST_IN_STREAM) {
    writePacked(output, i, Math.min(i + MOST_IN_STREAM, numbers.length), next++);
  }
  // The identifier of the file is derived from its content.
  const identifier = identifierOf(written(file));
  const at = file.at;
  streams.set(next, at);
  const table = deflate(entriesOf(output, firstPacked, next + 1));
  const facts = `/Type /XRef /Size ${next + 1} /W [1 4 2] /Root ${root} 0 R /Info ${info} 0 R /ID [<${identifier}> <${identifier}>]`;
  writeStream(output, next, `<<${facts} /Filter /FlateDecode /Length ${table.length}>>`, table);
  putText(file, `startxref\n${at}\n%%EOF\n`);
  return Buffer.from(written(file));
}

/** Begins a file. It must be ended before another is begun. */
export function createPacker(): Packer {
  const output: Output = { file: takeFile(), streams: new Map(), small: takeSmall(), numbers: [], starts: [] };
  putText(output.file, HEAD);
  const { small, numbers, starts } = output;
  const begin = (id: number): ByteSink => {
    if (numbers.length > 0) putText(small, '\n');
    numbers.push(id);
    starts.push(small.at);
    return small;
  };
  const stream: Packer['stream'] = (id, dictionary, bytes) => writeStream(output, id, dictionary, bytes);
  let open: (string | Uint8Array)[] = [];
  const take = (piece: string | Uint8Array): void => {
    open.push(piece);
    if (piece !== 'endobj') return;
    const [head, data, , bytes] = open;
    open = [];
    const id = Number.parseInt(String(head), 10);
    if (bytes instanceof Uint8Array) stream(id, String(data), bytes);
    else putText(begin(id), String(data));
  };
  return { take, begin, stream, end: (trailer) => finish(output, trailer) };
}
