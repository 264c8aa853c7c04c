import type { Diagnostic } from '../../diagnostics/diagnostic.js';

/** More of one kind than anyone reads; a table whose every cell is told of has some two hundred. */
const MOST_OF_A_KIND = 1000;

/** Losses in their order; of those that say the same of very many places, the first ones, and how many others there are. */
export function gatheredLosses(losses: readonly Diagnostic[]): readonly Diagnostic[] {
  const counts = new Map<string, number>();
  const beyond = new Map<string, Diagnostic>();
  const kept = losses.filter((loss) => {
    const count = (counts.get(loss.message) ?? 0) + 1;
    counts.set(loss.message, count);
    if (count === MOST_OF_A_KIND + 1) beyond.set(loss.message, loss);
    return count <= MOST_OF_A_KIND;
  });
  const others = [...beyond].map(([message, first]): Diagnostic => {
    const found = `另有 ${(counts.get(message) ?? 0) - MOST_OF_A_KIND} 处`;
    return { ...first, path: [], found };
  });
  return [...kept, ...others];
}
