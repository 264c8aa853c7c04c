// The Chinese characters of GB 2312-80, which every font for official documents is expected to have, by rows and cells of the standard.

const FIRST_ROW = 16;
const LAST_ROW = 87;
const CELLS = 94;
/** Both bytes of EUC-CN begin here. */
const OFFSET = 0xa0;

/** What is in a place for which the standard has no character. */
const isHan = (character: string): boolean => /^[\u4E00-\u9FFF]$/u.test(character);

/** The 6763 Chinese characters of GB 2312, in its order. */
export function gb2312Characters(): readonly string[] {
  const decoder = new TextDecoder('gbk');
  const rows = Array.from({ length: LAST_ROW - FIRST_ROW + 1 }, (_, i) => FIRST_ROW + i);
  return rows.flatMap((row) =>
    Array.from({ length: CELLS }, (_, i) => decoder.decode(Uint8Array.of(OFFSET + row, OFFSET + i + 1))).filter(isHan),
  );
}
