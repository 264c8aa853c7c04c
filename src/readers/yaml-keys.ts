import type { Document, YAMLError } from 'yaml';
import type { Yaml } from './yaml-package.js';

/** Keys that stand twice in one object, each where it stands again, as the package tells them. */
export function repeatedKeys(
  document: Document,
  { isScalar, visit }: Yaml,
): readonly Pick<YAMLError, 'code' | 'pos'>[] {
  const found: Pick<YAMLError, 'code' | 'pos'>[] = [];
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const [from = 0, to = 0] = key.range ?? [];
        if (seen.has(key.value)) found.push({ code: 'DUPLICATE_KEY', pos: [from, to] });
        seen.add(key.value);
      }
    },
  });
  return found;
}
