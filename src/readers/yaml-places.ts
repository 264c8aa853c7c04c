import type { Document, Node, Scalar } from 'yaml';
import type { Path } from '../diagnostics/diagnostic.js';
import { type LineColumn, type WrittenPlaces, type WrittenText, writtenPlaces } from './inside-text.js';
import type { Yaml } from './yaml-package.js';

/** The way a scalar is written, without quotation marks or the header of a block. */
export function writtenOf({ type, range }: Scalar, text: string): WrittenText {
  const [start, end] = range ?? [0, 0];
  if (type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED') {
    const from = text.indexOf('\n', start) + 1 || end;
    return { text: text.slice(from, end), from, escapes: false };
  }
  const isQuoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
  const from = isQuoted ? start + 1 : start;
  return { text: text.slice(from, isQuoted ? end - 1 : end), from, escapes: type === 'QUOTE_DOUBLE' };
}

/** Where the characters of the text of a scalar are. */
export const scalarPlaces = (node: Scalar, text: string, value: string): WrittenPlaces =>
  writtenPlaces(
    node,
    () => writtenOf(node, text),
    () => value,
  );

interface Found {
  /** The offset of the key or item, or of the last one on the way that exists. */
  readonly offset: number;
  /** Undefined if the path leads to nothing. */
  readonly node: unknown;
}

function find(root: unknown, path: Path, { isMap, isNode, isPair, isScalar, isSeq }: Yaml): Found {
  let node: unknown = root;
  let offset = 0;
  for (const key of path) {
    const pair = isMap(node)
      ? node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key)
      : undefined;
    const next: unknown = pair ? pair.value : isSeq(node) && typeof key === 'number' ? node.items[key] : undefined;
    if (next === undefined || next === null) return { offset, node: undefined };
    offset = (pair ? (pair.key as Node) : isNode(next) ? next : undefined)?.range?.[0] ?? offset;
    node = next;
  }
  return { offset, node };
}

/** The offset of what a path leads to, or of a character of the text there, as far as it can be told. */
export function offsetOf(
  { contents }: Document,
  text: string,
  path: Path,
  inside: LineColumn | undefined,
  yaml: Yaml,
): number {
  const { offset, node } = find(contents, path, yaml);
  if (inside === undefined || !yaml.isScalar(node) || typeof node.value !== 'string') return offset;
  const at = scalarPlaces(node, text, node.value).placeOf(inside);
  return at === undefined ? offset : writtenOf(node, text).from + at;
}

/** From where to where words of the text at a path are written. */
export function spanIn(
  { contents }: Document,
  text: string,
  path: Path,
  inside: LineColumn,
  words: string,
  yaml: Yaml,
): readonly [from: number, to: number] | undefined {
  const { node } = find(contents, path, yaml);
  if (!yaml.isScalar(node) || typeof node.value !== 'string') return undefined;
  return scalarPlaces(node, text, node.value).spanOf(inside, words);
}
