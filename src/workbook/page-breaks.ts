// Spreadsheets break pages wherever they are full, and a heading may be the last that a page has. Where a part would not fit on what is
// left of a page, it begins the next.

/** An A4 page within its margins, in points; a little less high than it is, since faces differ from system to system. */
const PAGE = { width: 523, height: 730 } as const;
/** What a column takes for each character of its width, and besides, in points; and a row of no height of its own. */
const [CHARACTER, PADDING, ROW] = [5.25, 3.75, 15];

/**
 * The rows that are the last of their pages.
 *
 * @param parts the rows in which parts begin
 * @param bottom the last row
 */
export function breaksBefore(
  parts: readonly number[],
  heights: ReadonlyMap<number, { readonly height: number }>,
  bottom: number,
  widths: readonly number[],
): readonly number[] {
  const width = widths.reduce((sum, one) => sum + one * CHARACTER + PADDING, 0);
  const page = PAGE.height * Math.max(1, width / PAGE.width);
  const heightOf = (from: number, to: number): number => {
    let height = 0;
    for (let row = from; row < to; row++) height += heights.get(row)?.height ?? ROW;
    return height;
  };
  const breaks: number[] = [];
  let used = heightOf(0, parts[0] ?? bottom);
  parts.forEach((row, i) => {
    const height = heightOf(row, parts[i + 1] ?? bottom + 1);
    const fits = used + height <= page;
    if (!fits && used > 0 && row > 0) breaks.push(row - 1);
    // Where a part ends that is longer than a page is not known: the next begins another.
    used = fits ? used + height : Math.min(height, page);
  });
  return breaks;
}
