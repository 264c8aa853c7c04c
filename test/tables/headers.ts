import type { Labelled } from '../../src/table/grid.js';
import { fc } from '../fast-check.js';

export interface Node extends Labelled {
  readonly children?: readonly Node[];
}

const MOST_LEVELS = 4;
const MOST_CHILDREN = 6;

/** A tree without labels: how many children each node has. */
type Bare = readonly Bare[];
const bare = (levels: number): fc.Arbitrary<Bare> =>
  levels === 1
    ? fc.constant([])
    : fc.oneof(
        { weight: 3, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.array(bare(levels - 1), { minLength: 1, maxLength: MOST_CHILDREN }) },
      );

function named(forest: Bare, prefix: string): readonly Node[] {
  return forest.map((inner, i) => {
    const label = `${prefix}${i}`;
    return inner.length === 0 ? { label } : { label, children: named(inner, `${label}.`) };
  });
}

/** Any forest of headers, four levels deep and six broad at most; every label is its own place in the forest. */
export const headers = (prefix: string): fc.Arbitrary<readonly Node[]> =>
  fc.array(bare(MOST_LEVELS), { minLength: 1, maxLength: MOST_CHILDREN }).map((forest) => named(forest, prefix));

export const labelsIn = (forest: readonly Node[]): readonly string[] =>
  forest.flatMap((node) => [node.label, ...labelsIn(node.children ?? [])]);

export const leafLabels = (forest: readonly Node[]): readonly string[] =>
  forest.flatMap((node) => (node.children ? leafLabels(node.children) : [node.label]));

export const levelsOf = (forest: readonly Node[]): number =>
  forest.length === 0 ? 0 : 1 + Math.max(...forest.map((node) => levelsOf(node.children ?? [])));
