import type { Document, Scalar } from 'yaml';
import { type Diagnostic, diagnostic, type Path, type Place } from '../diagnostics/diagnostic.js';
import type { Yaml } from './yaml-package.js';
import { scalarPlaces, writtenOf } from './yaml-places.js';

const CHINESE = '[\\p{Script=Han}\\u2014\\u2018-\\u201D\\u2026\\u3000-\\u303F\\uFF00-\\uFFEF]';
/** A space that has Chinese on at least one side. */
const SPACE = new RegExp(`(?<=${CHINESE}) (?=\\S)|(?<=\\S) (?=${CHINESE})`, 'gu');

/** A character with which a line ends. */
const LINE_END = /^.[^\S\r\n]*[\r\n]/su;

/** Where a text has a space because its line was folded there: indices of the text, and offsets of the file. */
function foldsIn(text: string, scalar: Scalar, value: string): readonly (readonly [index: number, offset: number])[] {
  const written = writtenOf(scalar, text);
  if (!/[\r\n]/.test(written.text.trim())) return [];
  const folds: (readonly [number, number])[] = [];
  const { writtenAt } = scalarPlaces(scalar, text, value);
  for (const { index } of value.matchAll(SPACE)) {
    const before = writtenAt(index - 1);
    if (before === undefined) break;
    if (LINE_END.test(written.text.slice(before, before + 400))) folds.push([index, written.from + before]);
  }
  return folds;
}

/** Whether words are the space by which YAML joins two lines: to take it out, the lines must be written anew (`text/folded-space`). */
export const isFold = (text: string, to: number, words: string): boolean =>
  words.trim() === '' && /[\r\n]/u.test(text.slice(text.slice(0, to).trimEnd().length, to));

function foldProblem(
  value: string,
  path: Path,
  folds: readonly (readonly [number, number])[],
  place: Place,
): Diagnostic {
  const [[index] = [0]] = folds;
  return diagnostic(
    'text/folded-space',
    { count: folds.length, text: value.slice(Math.max(0, index - 8), index + 9).trim() },
    { severity: 'warning', path, place },
  );
}

/** Lines that YAML joins by a space, where Chinese has none. */
export function foldedSpaces(
  document: Document,
  text: string,
  at: (offset: number) => Place,
  { isMap, isScalar, isSeq }: Yaml,
): readonly Diagnostic[] {
  function inNode(node: unknown, path: Path): readonly Diagnostic[] {
    if (isMap(node))
      return node.items.flatMap(({ key, value }) => inNode(value, [...path, isScalar(key) ? String(key.value) : '']));
    if (isSeq(node)) return node.items.flatMap((item, i) => inNode(item, [...path, i]));
    if (!isScalar(node) || typeof node.value !== 'string' || node.type === 'BLOCK_LITERAL') return [];
    const folds = foldsIn(text, node, node.value);
    return folds[0] === undefined ? [] : [foldProblem(node.value, path, folds, at(folds[0][1]))];
  }
  return inNode(document.contents, []);
}
