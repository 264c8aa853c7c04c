import type { Document } from 'yaml';
import type { Yaml } from './yaml-package.js';

/**
 * The offsets of keys that an object has already, as a JSON object would have them. The parser would compare every key with all before it, which takes
 * minutes for some ten thousand keys.
 */
export function doubledKeys(document: Document, { visit, isScalar }: Yaml): readonly number[] {
  const offsets: number[] = [];
  visit(document, {
    Map(_, { items }) {
      const before = new Set<string>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (before.has(name)) offsets.push(key.range?.[0] ?? 0);
        before.add(name);
      }
    },
  });
  // The keys of an object are visited before what is in it.
  return offsets.sort((a, b) => a - b);
}
