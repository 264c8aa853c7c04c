/**
 * Lines of text on a page: texts on one baseline, from left to right.
 *
 * @typedef {{ text: string, x: number, y: number, width: number, size: number }} Text
 * @typedef {{ text: string, left: number, right: number, y: number, size: number }} Line
 * @typedef {{ left: number, top: number, right: number, bottom: number }} Box
 */

const mm = (/** @type {number} */ millimetres) => (millimetres * 72) / 25.4;

/** The text area of GB/T 9704-2012, 5.2: 156 × 225 mm, 28 mm from the left and 37 mm from the top. */
export const AREA = { left: mm(28), top: mm(37), right: mm(28 + 156), bottom: mm(37 + 225) };
/** 22 lines to a page. */
export const PITCH = mm(225) / 22;

/** @param {Text[]} texts @returns {Line[]} */
export function linesOf(texts) {
  /** @type {Text[][]} */
  const rows = [];
  for (const text of [...texts].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    if (row && Math.abs(row[0].y - text.y) < 0.5) row.push(text);
    else rows.push([text]);
  }
  return rows.map((row) => {
    const sorted = row.sort((a, b) => a.x - b.x);
    return {
      text: sorted.map(({ text }) => text).join(''),
      left: sorted[0].x,
      right: Math.max(...sorted.map(({ x, width }) => x + width)),
      y: sorted[0].y,
      size: Math.max(...sorted.map(({ size }) => size)),
    };
  });
}

/** What stands in the foot of the page, below the text area, and what stands above. @param {Text[]} texts */
export function splitFoot(texts) {
  return { body: texts.filter(({ y }) => y <= AREA.bottom), foot: texts.filter(({ y }) => y > AREA.bottom) };
}

/** @param {Box[]} boxes */
export const outside =
  (boxes) =>
  (/** @type {Text} */ { x, y, width, size }) =>
    !boxes.some((box) => {
      const [middle, height] = [x + width / 2, y - size * 0.38];
      return middle > box.left && middle < box.right && height > box.top && height < box.bottom;
    });

/**
 * Lines of running text as paragraphs: one that does not begin at the left edge begins a paragraph, and so does one after a
 * blank line or a table.
 *
 * @param {Line[]} lines
 */
export function paragraphsOf(lines) {
  /** @type {Line[][]} */
  const paragraphs = [];
  for (const [i, line] of lines.entries()) {
    const above = lines[i - 1];
    const goesOn = above && line.left < AREA.left + line.size && line.y - above.y < 1.5 * PITCH;
    if (goesOn && above.size === line.size) /** @type {Line[]} */ (paragraphs.at(-1)).push(line);
    else paragraphs.push([line]);
  }
  return paragraphs;
}
