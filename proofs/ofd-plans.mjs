// A document laid out by hand, as somebody would who writes OFD with a library: what `ofd-judge/Writer.java` makes a file of. Nothing of it is
// the layout of nianbao. Lengths in millimetres.

/** The area of a page that is printed on, and sizes of text, in paragraphs and in cells. */
const AREA = { left: 28, top: 37, width: 156, bottom: 262 };
const [SIZE, LINE, SMALL, ROW] = [5.6, 9.5, 2.6, 8.5];

/** @param {any} block */
const textOf = (block) => block.text ?? block.inlines?.map((/** @type {any} */ { text }) => text).join('') ?? '';

/** The lines of a plan as they are written one after the other, and how far down the page is. @param {string[]} lines */
function sheet(lines) {
  let y = AREA.bottom;
  /** Makes room, on a page of its own if there is none; where it begins. @param {number} height */
  const room = (height) => {
    if (y + height > AREA.bottom) {
      lines.push('page');
      y = AREA.top;
    }
    if (y + height > AREA.bottom) throw new RangeError('more than a page');
    y += height;
    return y - height;
  };
  return { room, put: (/** @type {(string | number)[]} */ ...fields) => lines.push(fields.join('\t')) };
}

/** @param {ReturnType<typeof sheet>} page @param {string} text @param {number} indent @param {number} [from] */
function paragraph({ room, put }, text, indent, from = 0) {
  const height = LINE * (Math.ceil(((text.length + indent) * SIZE) / (AREA.width - from)) + (text.length > 20 ? 1 : 0));
  put('text', AREA.left + from, room(height), AREA.width - from, SIZE, indent, text);
}

/** @param {ReturnType<typeof sheet>} page @param {import('nianbao').Table} table */
function grid({ room, put }, { widths, cells, rows }) {
  const all = widths.reduce((a, b) => a + b);
  const edge = (/** @type {number} */ column) =>
    AREA.left + (AREA.width * widths.slice(0, column).reduce((a, b) => a + b, 0)) / all;
  const high = Math.min(ROW, (AREA.bottom - AREA.top) / rows);
  const top = room(rows * high);
  for (const { row, column, rowSpan, colSpan, text } of cells) {
    const [x, width] = [edge(column), edge(column + colSpan) - edge(column)];
    put('cell', x, top + row * high, width - 0.2, rowSpan * high - 0.2, SMALL, text.replaceAll('\n', ''));
  }
}

/** A document as such a plan; none if a part of it does not fit on a page. @param {import('nianbao').Document} document */
export function planOf({ blocks }) {
  /** @type {string[]} */
  const lines = [];
  const page = sheet(lines);
  try {
    for (const block of blocks) {
      if (block.kind === 'title') paragraph(page, block.lines.flat(2).join(''), 3);
      else if (block.kind === 'signoff')
        for (const text of [...block.agencies, block.date]) paragraph(page, text, 0, 80);
      else if (block.kind === 'table') {
        if (block.caption) paragraph(page, block.caption, 4);
        grid(page, block);
        for (const text of block.note?.paragraphs ?? []) paragraph(page, text, 2);
      } else paragraph(page, textOf(block), 2);
    }
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
  return lines.join('\n');
}
