/**
 * Tables as they stand on paper: the grid is what the drawn rules make it, and a text belongs to the cell it lies in.
 *
 * @typedef {import('./pdf-content.mjs').Rule} Rule
 * @typedef {{ text: string, x: number, y: number, width: number, size: number }} Text
 * @typedef {{ row: number, column: number, rowSpan: number, colSpan: number, text: string }} Cell
 * @typedef {Cell & { texts: Text[] }} DrawnCell
 * @typedef {{ left: number, top: number, right: number, bottom: number }} Box
 * @typedef {Box & { page: number, rows: number, columns: number, cells: DrawnCell[], xs: number[],
 *   widened: (edges: number[]) => Grid }} Grid `xs` are the edges of its columns
 */

const NEAR = 0.6;

/** @param {Rule} rule @returns {Box} */
const boxOf = ({ x1, y1, x2, y2 }) => ({
  left: Math.min(x1, x2),
  right: Math.max(x1, x2),
  top: Math.min(y1, y2),
  bottom: Math.max(y1, y2),
});

const touch = (/** @type {Box} */ a, /** @type {Box} */ b) =>
  a.left <= b.right + NEAR && b.left <= a.right + NEAR && a.top <= b.bottom + NEAR && b.top <= a.bottom + NEAR;

/** Rules that hang together. @param {Rule[]} rules */
function clusters(rules) {
  /** @type {Box[][]} */
  let found = [];
  for (const box of rules.map(boxOf)) {
    const joined = found.filter((cluster) => cluster.some((other) => touch(box, other)));
    found = [...found.filter((cluster) => !joined.includes(cluster)), [...joined.flat(), box]];
  }
  return found;
}

/** @param {number[]} positions */
const distinct = (positions) =>
  [...positions].sort((a, b) => a - b).filter((position, i, all) => i === 0 || position - all[i - 1] > NEAR);

/**
 * Which cell each slot belongs to: slots without a rule between them are one.
 *
 * @param {Box[]} boxes
 * @param {number[]} [edges] of columns, where other pieces of the table show more of them
 */
function slots(boxes, edges) {
  const across = boxes.filter((box) => box.right - box.left > box.bottom - box.top);
  const down = boxes.filter((box) => box.right - box.left <= box.bottom - box.top);
  const xs = edges ?? distinct(down.map((box) => (box.left + box.right) / 2));
  const ys = distinct(across.map((box) => (box.top + box.bottom) / 2));
  const [rows, columns] = [ys.length - 1, xs.length - 1];
  if (rows < 1 || columns < 1) throw new Error('rules that make no table');
  const middle = (/** @type {number[]} */ edges, /** @type {number} */ i) => (edges[i] + edges[i + 1]) / 2;
  const ruleAbove = (/** @type {number} */ row, /** @type {number} */ column) =>
    across.some((rule) => Math.abs(rule.top - ys[row]) < NEAR && within(middle(xs, column), rule.left, rule.right));
  const ruleLeft = (/** @type {number} */ row, /** @type {number} */ column) =>
    down.some((rule) => Math.abs(rule.left - xs[column]) < NEAR && within(middle(ys, row), rule.top, rule.bottom));
  return { xs, ys, rows, columns, ruleAbove, ruleLeft };
}

const within = (/** @type {number} */ value, /** @type {number} */ from, /** @type {number} */ to) =>
  value > from && value < to;

/** @param {ReturnType<typeof slots>} grid */
function cellsOf({ rows, columns, ruleAbove, ruleLeft }) {
  const taken = new Set();
  /** @type {Cell[]} */
  const cells = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken.has(row * columns + column)) continue;
      let colSpan = 1;
      while (column + colSpan < columns && !ruleLeft(row, column + colSpan)) colSpan++;
      let rowSpan = 1;
      while (row + rowSpan < rows && !ruleAbove(row + rowSpan, column)) rowSpan++;
      for (let r = row; r < row + rowSpan; r++) {
        for (let c = column; c < column + colSpan; c++) {
          // Inside a cell there is no rule; on its left and top there is one all along, and so on its right and bottom.
          const isWrong = ruleLeft(r, c) !== (c === column) || ruleAbove(r, c) !== (r === row);
          if (isWrong || taken.has(r * columns + c)) throw new Error(`rules cross the cell at ${row}, ${column}`);
          taken.add(r * columns + c);
        }
      }
      cells.push({ row, column, rowSpan, colSpan, text: '' });
    }
  }
  return cells;
}

/** @param {Box[]} boxes @param {Text[]} texts @param {number} page @param {number[]} [edges] @returns {Grid} */
function gridOf(boxes, texts, page, edges) {
  const frame = slots(boxes, edges);
  const { xs, ys, rows, columns } = frame;
  const cells = cellsOf(frame).map((cell) => {
    const inside = texts.filter(
      ({ x, y, width, size }) =>
        within(x + width / 2, xs[cell.column], xs[cell.column + cell.colSpan]) &&
        within(y - size * 0.38, ys[cell.row], ys[cell.row + cell.rowSpan]),
    );
    return { ...cell, texts: inside, text: inside.map(({ text }) => text).join('') };
  });
  const widened = (/** @type {number[]} */ others) => gridOf(boxes, texts, page, others);
  return { page, rows, columns, cells, xs, widened, left: xs[0], right: xs[columns], top: ys[0], bottom: ys[rows] };
}

/**
 * @param {{ texts: Text[], rules: Rule[] }} drawn
 * @param {number} page
 * @returns {Grid[]} from top to bottom
 */
export function gridsOn({ texts, rules }, page) {
  return clusters(rules)
    .map((boxes) => gridOf(boxes, texts, page))
    .sort((a, b) => a.top - b.top);
}

/** A label that the cut made stand twice, joined again. @param {Cell[]} above @param {Cell} cell @param {number} cut */
function continued(above, cell, cut) {
  return above.find(
    ({ text, row, rowSpan, column, colSpan }) =>
      row + rowSpan === cut && column === cell.column && colSpan === cell.colSpan && cell.text === `${text}（续）`,
  );
}

/**
 * Puts the pieces of a table that was cut together again.
 *
 * @param {Grid[]} pieces
 * @param {number} headRows rows repeated on top of each piece
 */
export function joinPieces(pieces, headRows) {
  const [first, ...others] = pieces;
  let cells = first.cells.map(({ texts: _, ...cell }) => cell);
  let { rows } = first;
  const head = JSON.stringify(cells.filter(({ row }) => row < headRows));
  for (const piece of others) {
    const plain = piece.cells.map(({ texts: _, ...cell }) => cell);
    if (JSON.stringify(plain.filter(({ row }) => row < headRows)) !== head) throw new Error('another head is repeated');
    for (const cell of plain.filter(({ row }) => row >= headRows)) {
      const moved = { ...cell, row: cell.row - headRows + rows };
      const origin = cell.row === headRows ? continued(cells, cell, rows) : undefined;
      if (origin === undefined) cells.push(moved);
      else cells = cells.map((one) => (one === origin ? { ...one, rowSpan: one.rowSpan + cell.rowSpan } : one));
    }
    rows += piece.rows - headRows;
  }
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return { rows, columns: first.columns, cells };
}

/**
 * The tables drawn in a file, matched in order with those of the document by their number of rows.
 *
 * @param {{ texts: Text[], rules: Rule[] }[]} pages
 * @param {readonly { rows: number, headRows: number }[]} tables
 */
export function drawnTables(pages, tables) {
  const grids = pages.flatMap((page, i) => gridsOn(page, i));
  const found = tables.map(({ rows, headRows }) => {
    const pieces = [];
    for (let missing = rows; missing > 0; ) {
      const piece = grids.shift();
      if (piece === undefined) throw new Error('a table is not drawn, or not all of it');
      missing -= piece.rows - (pieces.length > 0 ? headRows : 0);
      if (missing < 0) throw new Error(`a table has ${-missing} rows too many`);
      pieces.push(piece);
    }
    // A piece in which no row parts two columns of labels still has both.
    const edges = distinct(pieces.flatMap(({ xs }) => xs));
    return {
      pieces,
      ...joinPieces(
        pieces.map((piece) => piece.widened(edges)),
        headRows,
      ),
    };
  });
  if (grids.length > 0) throw new Error(`${grids.length} tables too many`);
  return found;
}
