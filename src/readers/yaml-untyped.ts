import type { Document } from 'yaml';
import type { Path } from '../diagnostics/diagnostic.js';
import type { Yaml } from './yaml-package.js';

/** The paths of the keys of a text that have a colon and nothing behind it. One that says `null` has something. */
export function untypedKeys(document: Document, { isMap, isScalar, isSeq }: Yaml): readonly Path[] {
  const isNothing = (node: unknown) => isScalar(node) && node.value === null && !node.source && !node.anchor;
  function inNode(node: unknown, path: Path): readonly Path[] {
    if (isSeq(node)) return node.items.flatMap((item, i) => inNode(item, [...path, i]));
    if (!isMap(node)) return [];
    return node.items.flatMap(({ key, value }) => {
      const here = [...path, isScalar(key) ? String(key.value) : ''];
      return isNothing(value) ? [here] : inNode(value, here);
    });
  }
  return inNode(document.contents, []);
}
