import type { Document } from 'yaml';
import type { Yaml } from './yaml-package.js';

/**
 * How many keys stand in each other that are lists or objects themselves. The package writes such a key as a text, and each within it again: some
 * hundred take seconds.
 */
export function keyDepth(document: Document, { visit, isCollection }: Yaml): number {
  const depths = new Map<unknown, number>();
  let deepest = 0;
  visit(document, {
    Collection(key, node, path) {
      const above = path.findLast((one) => isCollection(one));
      const depth = (depths.get(above) ?? 0) + Number(key === 'key');
      depths.set(node, depth);
      deepest = Math.max(deepest, depth);
    },
  });
  return deepest;
}
