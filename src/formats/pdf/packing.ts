import { greatest } from '../../limits/extremes.js';
import { deflate } from './deflate.js';
import { md5 } from './md5.js';

/**
 * The file structure of PDF 1.5 and later (ISO 32000-1, 7.5.7 and 7.5.8): objects that are not streams are grouped in compressed object
 * streams, and the cross-reference table is a stream too. A tagged report has about five hundred small objects, which would otherwise be
 * a sixth of its bytes. Written here because pdfkit cannot do it, and pdf-lib has to parse the finished file first: 25 ms, longer than
 * making it.
 */
export interface Packer {
  /** Takes an object in the pieces that pdfkit writes: `1 0 obj`, its data, for a stream three more pieces, `endobj`. */
  readonly take: (piece: string | Uint8Array) => void;
  /** Takes an object that is no stream, as it stands in the file. */
  readonly put: (id: number, data: string) => void;
  /** Returns the whole file, once every object has been taken. */
  readonly end: (trailer: Trailer) => Buffer;
}

/** The numbers of the objects that a reader starts from. */
export interface Trailer {
  readonly root: number;
  readonly info: number;
}

interface Packed {
  readonly id: number;
  readonly data: string;
}

/** Where an object is: type 1, offset in the file; or type 2, number of the object stream, index in it. */
type ObjectPlace = readonly [type: 1 | 2, where: number, place: number];

/** Objects per stream. Readers inflate a whole stream to get one object. */
const MOST_IN_STREAM = 200;

/** The contents of an object stream: numbers and offsets, then the objects. */
function joined(objects: readonly Packed[]): { readonly first: number; readonly bytes: Buffer } {
  let offset = 0;
  const index = objects.map(({ id, data }) => {
    const at = offset;
    offset += data.length + 1;
    return `${id} ${at}`;
  });
  const head = `${index.join(' ')}\n`;
  return { first: head.length, bytes: Buffer.from(head + objects.map(({ data }) => `${data}\n`).join(''), 'latin1') };
}

/** Cross-reference entries of seven bytes each. Object 0 is free by definition. */
function rows(entries: ReadonlyMap<number, ObjectPlace>, size: number): Buffer {
  const bytes = Buffer.alloc(7 * size);
  bytes.writeUInt16BE(0xffff, 5);
  for (const [id, [type, where, place]] of entries) {
    bytes.writeUInt8(type, 7 * id);
    bytes.writeUInt32BE(where, 7 * id + 1);
    bytes.writeUInt16BE(place, 7 * id + 5);
  }
  return bytes;
}

/** Version 1.7. The second line marks the file as binary. */
const HEAD = '%PDF-1.7\n%\xff\xff\xff\xff\n';

/** The part of a file that has been written. */
interface Output {
  readonly chunks: Uint8Array[];
  /** Where each object is, by number. */
  readonly entries: Map<number, ObjectPlace>;
  length: number;
}

function write(output: Output, ...pieces: readonly (string | Uint8Array)[]): void {
  for (const piece of pieces) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece;
    output.chunks.push(bytes);
    output.length += bytes.length;
  }
}

function writeStream(output: Output, id: number, data: string, stream: Uint8Array): void {
  output.entries.set(id, [1, output.length, 0]);
  write(output, `${id} 0 obj\n${data}\nstream\n`, stream, '\nendstream\nendobj\n');
}

function writePacked(output: Output, objects: readonly Packed[], id: number): void {
  const { first, bytes } = joined(objects);
  const stream = deflate(bytes);
  const facts = `/Type /ObjStm /N ${objects.length} /First ${first} /Filter /FlateDecode /Length ${stream.length}`;
  for (const [place, object] of objects.entries()) output.entries.set(object.id, [2, id, place]);
  writeStream(output, id, `<<${facts}>>`, stream);
}

/** Writes the objects that are not streams, then the cross-reference stream. */
function finish(output: Output, packed: readonly Packed[], { root, info }: Trailer): Buffer {
  const { chunks, entries } = output;
  let next = 1 + Math.max(greatest(entries.keys()), greatest(packed.map(({ id }) => id)));
  for (let i = 0; i < packed.length; i += MOST_IN_STREAM) {
    writePacked(output, packed.slice(i, i + MOST_IN_STREAM), next++);
  }
  // The identifier of the file is derived from its content.
  const identifier = Buffer.from(md5(chunks)).toString('hex');
  const at = output.length;
  entries.set(next, [1, at, 0]);
  const table = deflate(rows(entries, next + 1));
  const facts = `/Type /XRef /Size ${next + 1} /W [1 4 2] /Root ${root} 0 R /Info ${info} 0 R /ID [<${identifier}> <${identifier}>]`;
  writeStream(output, next, `<<${facts} /Filter /FlateDecode /Length ${table.length}>>`, table);
  write(output, `startxref\n${at}\n%%EOF\n`);
  return Buffer.concat(chunks);
}

/** Begins a file. */
export function createPacker(): Packer {
  const output: Output = { chunks: [Buffer.from(HEAD, 'latin1')], entries: new Map(), length: HEAD.length };
  const packed: Packed[] = [];
  let open: (string | Uint8Array)[] = [];
  const put = (id: number, data: string): void => {
    packed.push({ id, data });
  };
  const take = (piece: string | Uint8Array): void => {
    open.push(piece);
    if (piece !== 'endobj') return;
    const [head, data, , stream] = open;
    open = [];
    const id = Number.parseInt(String(head), 10);
    if (stream instanceof Uint8Array) writeStream(output, id, String(data), stream);
    else put(id, String(data));
  };
  return { take, put, end: (trailer) => finish(output, packed, trailer) };
}
