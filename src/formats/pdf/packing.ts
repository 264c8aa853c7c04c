import { deflate } from './deflate.js';
import { md5 } from './md5.js';

/**
 * The bytes of a file as PDF has them since 1.5 (ISO 32000-1, 7.5.7 and 7.5.8): objects that are no streams stand together in
 * compressed ones, and the cross-references are a stream, too. A tagged report has some five hundred small objects, which
 * would else be a sixth of its bytes and as many pieces to write. pdfkit cannot; pdf-lib can, but has to parse the finished file and write
 * it anew, which takes 25 ms: longer than making it.
 */
export interface Packer {
  /** Takes an object as pdfkit hands it on: `1 0 obj`, its data, with a stream three pieces more, `endobj`. */
  readonly take: (piece: string | Uint8Array) => void;
  /** The whole file, once every object has been taken. */
  readonly end: (trailer: Trailer) => Buffer;
}

/** Numbers of the objects that a reader begins with. */
export interface Trailer {
  readonly root: number;
  readonly info: number;
}

interface Packed {
  readonly id: number;
  readonly data: string;
}

/** Where an object stands: at an offset of the file, or in an object stream. Type, offset or stream, place in it. */
type Entry = readonly [type: 1 | 2, where: number, place: number];

/** A reader inflates a whole stream for one of its objects. */
const MOST_IN_STREAM = 200;

/** Objects in one stream: their numbers and offsets, then their data. */
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

/** Entries as rows of seven bytes; object 0 is free by definition. */
function rows(entries: ReadonlyMap<number, Entry>, size: number): Buffer {
  const bytes = Buffer.alloc(7 * size);
  bytes.writeUInt16BE(0xffff, 5);
  for (const [id, [type, where, place]] of entries) {
    bytes.writeUInt8(type, 7 * id);
    bytes.writeUInt32BE(where, 7 * id + 1);
    bytes.writeUInt16BE(place, 7 * id + 5);
  }
  return bytes;
}

/** Version 1.7; the second line tells that what follows is no text. */
const HEAD = '%PDF-1.7\n%\xff\xff\xff\xff\n';

/** Begins a file. */
export function createPacker(): Packer {
  const chunks: Uint8Array[] = [Buffer.from(HEAD, 'latin1')];
  const entries = new Map<number, Entry>();
  const packed: Packed[] = [];
  let offset = HEAD.length;
  let open: (string | Uint8Array)[] = [];

  const write = (text: string, ...more: readonly (string | Uint8Array)[]): void => {
    for (const piece of [text, ...more]) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece;
      chunks.push(bytes);
      offset += bytes.length;
    }
  };
  const writeStream = (id: number, data: string, stream: Uint8Array): void => {
    entries.set(id, [1, offset, 0]);
    write(`${id} 0 obj\n${data}\nstream\n`, stream, '\nendstream\nendobj\n');
  };
  const take = (piece: string | Uint8Array): void => {
    open.push(piece);
    if (piece !== 'endobj') return;
    const [head, data, , stream] = open;
    open = [];
    const id = Number.parseInt(String(head), 10);
    if (stream instanceof Uint8Array) writeStream(id, String(data), stream);
    else packed.push({ id, data: String(data) });
  };
  const writePacked = (objects: readonly Packed[], id: number): void => {
    const { first, bytes } = joined(objects);
    const stream = deflate(bytes);
    const facts = `/Type /ObjStm /N ${objects.length} /First ${first} /Filter /FlateDecode /Length ${stream.length}`;
    for (const [place, object] of objects.entries()) entries.set(object.id, [2, id, place]);
    writeStream(id, `<<${facts}>>`, stream);
  };
  const end = ({ root, info }: Trailer): Buffer => {
    let next = 1 + Math.max(...entries.keys(), ...packed.map(({ id }) => id));
    for (let i = 0; i < packed.length; i += MOST_IN_STREAM) writePacked(packed.slice(i, i + MOST_IN_STREAM), next++);
    // The file's identifier follows from its content.
    const identifier = Buffer.from(md5(chunks)).toString('hex');
    const at = offset;
    entries.set(next, [1, at, 0]);
    const table = deflate(rows(entries, next + 1));
    const facts = `/Type /XRef /Size ${next + 1} /W [1 4 2] /Root ${root} 0 R /Info ${info} 0 R /ID [<${identifier}> <${identifier}>]`;
    writeStream(next, `<<${facts} /Filter /FlateDecode /Length ${table.length}>>`, table);
    write(`startxref\n${at}\n%%EOF\n`);
    return Buffer.concat(chunks);
  };
  return { take, end };
}
