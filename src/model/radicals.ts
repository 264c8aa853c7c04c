import type { Document } from './document.js';
import { documentTexts } from './document-texts.js';

/**
 * Characters that look like others: Kangxi radicals and radicals of the supplement (⼀ ⽂ ⺠) got by scanning or from PDF files.
 * They print alike, but are not found by a search and do not read back as typed.
 */
const RADICALS = /[\u2E80-\u2FDF]/gu;

/** Radicals of the supplement that look like a whole character and that Unicode does not decompose (EquivalentUnifiedIdeograph). */
const SUPPLEMENT = new Map(
  '⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙'
    .match(/../gu)
    ?.map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);

const unifiedOf = (radical: string): string => SUPPLEMENT.get(radical) ?? radical.normalize('NFKC');

/** A text with its radicals as the unified characters that they stand for, as far as there are any. */
export const unified = (text: string): string => text.replace(RADICALS, unifiedOf);

/** The radicals of a text that have a unified character. */
export function radicalsIn(text: string): readonly string[] {
  return [...new Set(text.match(RADICALS) ?? [])].filter((radical) => unifiedOf(radical) !== radical);
}

function unifiedIn<T>(value: T): T {
  if (typeof value === 'string') return unified(value) as T;
  if (Array.isArray(value)) return value.map(unifiedIn) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unifiedIn(inner)])) as T;
}

/** The document with all its radicals unified. */
export function unifyRadicals(document: Document): Document {
  const texts = [JSON.stringify(document.meta), ...documentTexts(document)];
  return radicalsIn(texts.join('\n')).length === 0 ? document : unifiedIn(document);
}
