/**
 * Kangxi radicals and radicals of the supplement (⼀ ⽂ ⺠), which scanners and PDF files produce instead of the characters they look like.
 * They print alike, but a search does not find them. These are those of the supplement that look like a whole character and that Unicode
 * does not decompose (EquivalentUnifiedIdeograph).
 */
const SUPPLEMENT = new Map(
  '⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙'
    .match(/../gu)
    ?.map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);

/** The unified character that a radical looks like; the radical itself if there is none. */
export const unifiedOf = (radical: string): string => SUPPLEMENT.get(radical) ?? radical.normalize('NFKC');
