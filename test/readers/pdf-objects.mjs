import { inflateSync } from 'node:zlib';

/**
 * The objects of a PDF file, read by no library: what was written is judged by somebody else. It knows cross-reference
 * streams and object streams only, and throws at anything it does not know.
 *
 * Names are `/Name`, strings `(…)` as Buffers, references `{ ref }`, streams `{ dict, bytes }`.
 */

const SPACE = /(?:[\s\0]|%[^\r\n]*)*/y;
const WORD = /[\s\S][^\s<>[\]()/%]*/y;
const REFERENCE = /(\d+) \d+ R\b/y;

/** @param {string} source bytes as latin1 */
export function parser(source, start = 0) {
  let at = start;
  /** What an expression finds right here, passed over. */
  const take = (/** @type {RegExp} */ expression) => {
    expression.lastIndex = at;
    const found = expression.exec(source);
    if (found !== null) at += found[0].length;
    return found;
  };
  const space = () => take(SPACE);
  const literal = () => {
    let depth = 0;
    let text = '';
    do {
      const c = source[at++];
      if (c === '\\') text += escaped();
      else {
        depth += c === '(' ? 1 : c === ')' ? -1 : 0;
        text += c;
      }
    } while (depth > 0);
    return Buffer.from(text.slice(1, -1), 'latin1');
  };
  const escaped = () => {
    const octal = /^[0-7]{1,3}/.exec(source.slice(at, at + 3))?.[0];
    if (octal !== undefined) {
      at += octal.length;
      return String.fromCharCode(Number.parseInt(octal, 8));
    }
    const c = source[at++];
    return { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\n': '' }[c] ?? c;
  };
  const list = (/** @type {string} */ close) => {
    const items = [];
    for (;;) {
      space();
      if (source.startsWith(close, at)) {
        at += close.length;
        return items;
      }
      items.push(value());
    }
  };
  const dictionary = () => {
    const items = list('>>');
    return Object.fromEntries(
      Array.from({ length: items.length / 2 }, (_, i) => [items[2 * i].slice(1), items[2 * i + 1]]),
    );
  };
  /** @returns {any} the next value; an operator or keyword is `{ word }`; undefined at the end */
  const value = () => {
    space();
    if (at >= source.length) return undefined;
    if (source.startsWith('<<', at)) {
      at += 2;
      return dictionary();
    }
    if (source[at] === '[') {
      at++;
      return list(']');
    }
    if (source[at] === '(') return literal();
    if (source[at] === '<') {
      const end = source.indexOf('>', at);
      const hex = source.slice(at + 1, end).replace(/\s/g, '');
      at = end + 1;
      return Buffer.from(hex, 'hex');
    }
    const reference = take(REFERENCE);
    if (reference !== null) return { ref: Number(reference[1]) };
    const read = take(WORD)?.[0] ?? '';
    if (read.startsWith('/')) return read;
    if (/^[-+.\d]+$/.test(read)) return Number(read);
    return { true: true, false: false, null: null }[read] ?? { word: read };
  };
  return { value, position: () => at };
}

/** A stream's bytes, inflated. @param {any} dict @param {Buffer} raw */
function inflated(dict, raw) {
  if (dict.Filter !== undefined && dict.Filter !== '/FlateDecode') throw new Error(`filter ${dict.Filter}`);
  return dict.Filter ? inflateSync(raw) : raw;
}

/** Rows of a cross-reference stream: type, and two numbers. @param {{ dict: any, bytes: Buffer }} stream */
function entriesOf({ dict, bytes }) {
  if (dict.Type !== '/XRef') throw new Error('no cross-reference stream');
  if (dict.Index !== undefined || dict.DecodeParms !== undefined) throw new Error('parts, or a predictor');
  const width = dict.W[0] + dict.W[1] + dict.W[2];
  if (bytes.length !== width * dict.Size) throw new Error('a cross-reference stream of another size');
  return Array.from({ length: dict.Size }, (_, id) => {
    let at = width * id;
    return dict.W.map((/** @type {number} */ length) => {
      at += length;
      return bytes.readUIntBE(at - length, length);
    });
  });
}

/** @param {Uint8Array} bytes */
export function openPdf(bytes) {
  const source = Buffer.from(bytes).toString('latin1');
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(source)?.[1]);
  const readAt = (/** @type {number} */ from, /** @type {string} */ id) => {
    const head = new RegExp(`^${id} 0 obj\\s`).exec(source.slice(from, from + 32));
    if (head === null) throw new Error(`no object ${id}`);
    const { value, position } = parser(source, from + head[0].length);
    const dict = value();
    const stream = /^\s*stream\r?\n/.exec(source.slice(position(), position() + 16));
    if (stream === null) return dict;
    const begin = position() + stream[0].length;
    const end = begin + dict.Length;
    if (!/^\s*endstream\s+endobj\s/.test(source.slice(end, end + 32))) throw new Error(`object ${id} ends elsewhere`);
    return { dict, bytes: inflated(dict, Buffer.from(source.slice(begin, end), 'latin1')) };
  };
  const table = readAt(start, '\\d+');
  const entries = entriesOf(table);
  const packed = new Map();
  /** The objects of an object stream, by their place in it. */
  const unpack = (/** @type {number} */ id) => {
    if (packed.has(id)) return packed.get(id);
    const { dict, bytes: content } = read(id);
    if (dict.Type !== '/ObjStm') throw new Error(`${id} is no object stream`);
    const text = content.toString('latin1');
    const index = parser(text);
    const all = Array.from({ length: dict.N }, () => {
      const [number, offset] = [index.value(), index.value()];
      return { number, value: parser(text, dict.First + offset).value() };
    });
    packed.set(id, all);
    return all;
  };
  const read = (/** @type {number} */ id) => {
    const [type, where, place] = entries[id] ?? [];
    if (type === 1) return readAt(where, String(id));
    const object = type === 2 ? unpack(where)[place] : undefined;
    if (object?.number !== id) throw new Error(`no object ${id}`);
    return object.value;
  };
  const resolve = (/** @type {any} */ value) => (value?.ref === undefined ? value : read(value.ref));
  // What holds the file together is not one of its objects.
  const ids = entries.flatMap(([type], id) => (type === 0 ? [] : [id]));
  const isOwn = (/** @type {number} */ id) => !['/XRef', '/ObjStm'].includes(read(id)?.dict?.Type);
  return { trailer: table.dict, resolve, ids: ids.filter(isOwn) };
}
