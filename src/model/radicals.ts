import type { Document } from './document.js';
import { documentTexts } from './document-texts.js';

/**
 * Kangxi radicals and radicals of the supplement (⼀ ⽂ ⺠), which scanners and PDF files produce instead of the
 * characters they look like. They print alike, but a search does not find them and they do not read back as typed.
 */
const RADICALS = /[\u2E80-\u2FDF]/gu;

/** Radicals of the supplement that look like a whole character and that Unicode does not decompose (EquivalentUnifiedIdeograph). */
const SUPPLEMENT = new Map(
  '⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙'
    .match(/../gu)
    ?.map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);

const unifiedOf = (radical: string): string => SUPPLEMENT.get(radical) ?? radical.normalize('NFKC');

/** A text with each radical replaced by the unified character that it looks like, if there is one. */
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

/** The document with all radicals replaced. */
export function unifyRadicals(document: Document): Document {
  const texts = [JSON.stringify(document.meta), ...documentTexts(document)];
  return radicalsIn(texts.join('\n')).length === 0 ? document : unifiedIn(document);
}
