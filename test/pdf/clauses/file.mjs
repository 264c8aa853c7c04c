import { openPdf, parser } from '../../readers/pdf-objects.mjs';

/**
 * A PDF as its objects, all read and kept, so that a test can spoil one and see whether the clauses notice.
 *
 * @typedef {{ dict: Record<string, any>, bytes: Buffer }} Stream
 * @typedef {{ trailer: any, objects: Map<number, any>, get: (value: any) => any, catalogue: any, pages: any[], pageIds: number[] }} File
 */

/** @param {Uint8Array} bytes @returns {File} */
export function loadPdf(bytes) {
  const { trailer, resolve, ids } = openPdf(bytes);
  const objects = new Map(ids.map((id) => [id, resolve({ ref: id })]));
  const get = (/** @type {any} */ value) => (value?.ref === undefined ? value : objects.get(value.ref));
  const catalogue = get(trailer.Root);
  const leaves = (/** @type {any} */ ref) => (get(ref).Type === '/Pages' ? get(ref).Kids.flatMap(leaves) : [ref.ref]);
  const pageIds = leaves(catalogue.Pages);
  return {
    trailer,
    objects,
    get,
    catalogue,
    pageIds,
    pages: pageIds.map((/** @type {number} */ id) => objects.get(id)),
  };
}

/** A text string: UTF-16 with a mark, or bytes that are characters. @param {Buffer | undefined} string */
export function textOf(string) {
  if (!Buffer.isBuffer(string)) return '';
  if (string[0] !== 0xfe || string[1] !== 0xff) return string.toString('latin1');
  return Buffer.from(string.subarray(2)).swap16().toString('utf16le');
}

/**
 * The operators of a content stream in order, with their operands.
 *
 * @param {Buffer} bytes
 * @returns {{ name: string, operands: any[] }[]}
 */
export function operatorsOf(bytes) {
  const { value } = parser(bytes.toString('latin1'));
  const found = [];
  let operands = [];
  for (let next = value(); next !== undefined; next = value()) {
    if (next?.word === undefined) operands.push(next);
    else {
      found.push({ name: next.word, operands });
      operands = [];
    }
  }
  return found;
}

/** The element as a list: one kid may stand for itself. @param {any} kids */
export const listOf = (kids) => (kids === undefined ? [] : Array.isArray(kids) ? kids : [kids]);
