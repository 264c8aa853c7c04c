import { inflateSync } from 'node:zlib';

/**
 * The objects of a PDF file, read by no library: what pdfkit wrote is judged by somebody else. It knows classic
 * cross-reference tables only, and throws at anything it does not know.
 *
 * Names are `/Name`, strings `(…)` as Buffers, references `{ ref }`, streams `{ dict, bytes }`.
 */

const DELIMITED = /[\s<>[\]()/%]/;

/** @param {string} source bytes as latin1 */
export function parser(source, start = 0) {
  let at = start;
  const space = () => {
    while (/[\s\0]/.test(source[at] ?? '') || source[at] === '%') {
      if (source[at] === '%') while (at < source.length && !/[\r\n]/.test(source[at])) at++;
      else at++;
    }
  };
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
  const word = () => {
    const from = at++;
    while (at < source.length && !DELIMITED.test(source[at])) at++;
    return source.slice(from, at);
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
    const reference = /^(\d+) \d+ R\b/.exec(source.slice(at, at + 24));
    if (reference) {
      at += reference[0].length;
      return { ref: Number(reference[1]) };
    }
    const read = word();
    if (read.startsWith('/')) return read;
    if (/^[-+.\d]+$/.test(read)) return Number(read);
    return { true: true, false: false, null: null }[read] ?? { word: read };
  };
  return { value, position: () => at };
}

/** @param {Uint8Array} bytes */
export function openPdf(bytes) {
  const source = Buffer.from(bytes).toString('latin1');
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(source)?.[1]);
  const [, table = '', after = ''] = /^xref\s+([\s\S]*?)trailer([\s\S]*)/.exec(source.slice(start)) ?? [];
  if (table === '') throw new Error('no cross-reference table');
  const offsets = new Map();
  let number = 0;
  for (const line of table.trim().split(/\s*[\r\n]+/)) {
    const [first, second, kind] = line.split(' ');
    if (kind === undefined) number = Number(first);
    else if (kind === 'n') offsets.set(number++, Number(first));
    else number += second === undefined ? 0 : 1;
  }
  const read = (/** @type {number} */ id) => {
    const from = offsets.get(id);
    const head = new RegExp(`^${id} 0 obj\\s`).exec(source.slice(from, from + 32));
    if (from === undefined || head === null) throw new Error(`no object ${id}`);
    const { value, position } = parser(source, from + head[0].length);
    const dict = value();
    const stream = /^\s*stream\r?\n/.exec(source.slice(position(), position() + 16));
    if (stream === null) return dict;
    const begin = position() + stream[0].length;
    const raw = Buffer.from(source.slice(begin, begin + resolve(dict.Length)), 'latin1');
    if (dict.Filter !== undefined && dict.Filter !== '/FlateDecode') throw new Error(`filter ${dict.Filter}`);
    return { dict, bytes: dict.Filter ? inflateSync(raw) : raw };
  };
  const resolve = (/** @type {any} */ value) => (value?.ref === undefined ? value : read(value.ref));
  const { value } = parser(after);
  return { trailer: value(), resolve, ids: [...offsets.keys()] };
}
