// The look that everybody draws, as plain data: GB/T 9704 from nianbao's own theme, and the sizes that nianbao sets the
// seed report's tables in, so that nobody has to find them out.

const fonts = new URL('../fonts/', import.meta.url).pathname;

/** The shipped fonts by role: path, the family named in the file, and ascent, descent and gap in thousandths. */
const FACES = {
  title: { file: `${fonts}GongWen-XiaoBiaoSong.ttf`, family: 'GongWen XiaoBiaoSong', metrics: [880, 120, 0] },
  heading: { file: `${fonts}GongWen-Hei.ttf`, family: 'GongWen Hei', metrics: [880, 120, 0] },
  subheading: { file: `${fonts}GongWen-Kai.ttf`, family: 'GongWen Kai', metrics: [880, 120, 0] },
  body: {
    file: `${fonts}ZhuqueFangsong-Regular.ttf`,
    family: 'Zhuque Fangsong (technical preview)',
    metrics: [1050, 150, 200],
  },
  table: { file: `${fonts}GongWen-Song.ttf`, family: 'GongWen Song', metrics: [880, 120, 0] },
};

/** Page, styles and table of the theme, with `pitch`, the distance of lines, and `width`, that of the text; in points. */
export function lookOf({ page, styles, table, word }) {
  const { margin } = page;
  return {
    page,
    styles,
    table,
    word,
    faces: FACES,
    pitch: (page.height - margin.top - margin.bottom) / page.lines,
    width: page.width - margin.left - margin.right,
  };
}

/** The size a table is set in. */
export const tableSize = ({ rows }) => (rows > 20 ? 9.5 : 10.5);

/** Widths of a table's columns in points. */
export function columnWidths({ widths }, width) {
  const sum = widths.reduce((a, b) => a + b, 0);
  return widths.map((one) => (one / sum) * width);
}

/** The style of an inline of a paragraph: run-in heads are set as second headings. */
export const inlineStyle = ({ kind }) => (kind === 'lead' ? 'heading2' : 'body');

/** The style of a heading. */
export const headingStyle = ({ level }) => (level === 1 ? 'heading1' : 'heading2');

/** Cells by row, each row from the left. */
export function rowsOf({ rows, cells }) {
  const found = Array.from({ length: rows }, () => []);
  for (const cell of cells) found[cell.row].push(cell);
  return found;
}

/** Heights of a table's rows by the number of characters in their cells, for who cannot find them out. */
export function rowHeights(table, { table: theme, width }) {
  const size = tableSize(table);
  const widths = columnWidths(table, width);
  const needed = ({ column, colSpan, rowSpan, text }) => {
    const room = widths.slice(column, column + colSpan).reduce((a, b) => a + b, 0) - 2 * theme.padding.x;
    const lines = rowSpan > 1 ? 1 : Math.ceil(([...text].length * size) / room);
    return lines * size * theme.leading + 2 * theme.padding.y;
  };
  return rowsOf(table).map((cells) => Math.max(theme.rowHeight, ...cells.map(needed)));
}
