import type { ParagraphChange } from './comparison.js';

const NAMES: readonly (readonly [ParagraphChange['kind'], string])[] = [
  ['changed', '改动'],
  ['added', '增加'],
  ['removed', '删去'],
  ['moved', '移动'],
];

/** How many paragraphs were changed, added and so on; empty if none. */
export function changeCounts(paragraphs: readonly ParagraphChange[]): string {
  const counts = NAMES.map(([kind, name]) => [name, paragraphs.filter((one) => one.kind === kind).length] as const);
  return counts.flatMap(([name, count]) => (count === 0 ? [] : [`${name}${count}段`])).join('，');
}
