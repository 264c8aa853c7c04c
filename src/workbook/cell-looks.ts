import type { CellStyle } from './engine.js';

// How a workbook looks. Faces are those that Excel and WPS on Chinese systems have; LibreOffice takes its own for them.

export const BODY_FACE = { name: '宋体', size: 10.5 } as const;

const line = { style: 'thin', color: { rgb: 'A6A6A6' } } as const;
const frame = { top: line, right: line, bottom: line, left: line };
const fill = (rgb: string): NonNullable<CellStyle['fill']> => ({
  type: 'pattern',
  pattern: 'solid',
  fgColor: { rgb },
});

/** Text stays text whatever it begins with: `=1+1` in a cell of this format is no formula. */
const TEXT = '@';

/** A number that is wider than its column, with its note perhaps, is made smaller: otherwise it would show as `###`. */
const whole = { vertical: 'center', horizontal: 'center', shrinkToFit: true } as const;

const middle = { vertical: 'center', wrapText: true } as const;

/** The colours of what is wrong, doubtful, right and missing. */
const GRADES = { wrong: fill('F8CBC6'), doubtful: fill('FFF0B8'), right: fill('E3F3E6'), missing: fill('D9D9D9') };

/** The colours that the legend explains. */
const FILLS = {
  input: fill('FFF8DC'),
  inputHead: fill('FCEFBF'),
  carried: fill('FDE9D9'),
  computed: fill('E7EEF7'),
  head: fill('F2F2F2'),
};

// No face with a size has a colour: hucre 1.0.0 writes the colour before the size, which the schema of the format forbids.

/** The kinds of cells, as a reader of the sheet tells them apart. */
export const styles = {
  title: { font: { name: '黑体', size: 15 }, alignment: { ...middle, horizontal: 'left' } },
  hint: { font: { ...BODY_FACE, size: 9.5 }, alignment: { ...middle, horizontal: 'left' } },
  plain: { font: BODY_FACE, alignment: { ...middle, horizontal: 'left' } },
  part: { font: { name: '黑体', size: 12 }, alignment: { vertical: 'center', horizontal: 'left' } },
  head: {
    font: { ...BODY_FACE, bold: true },
    fill: FILLS.head,
    border: frame,
    alignment: { ...middle, horizontal: 'center' },
  },
  /** The name of an agency at the head of its column. */
  name: {
    font: { ...BODY_FACE, bold: true },
    fill: FILLS.head,
    border: frame,
    alignment: { ...middle, horizontal: 'center' },
    numFmt: TEXT,
  },
  label: { font: BODY_FACE, fill: FILLS.head, border: frame, alignment: { ...middle, horizontal: 'left' } },
  /** A figure to fill in. */
  figure: {
    font: BODY_FACE,
    fill: FILLS.input,
    border: frame,
    alignment: whole,
    protection: { locked: false },
  },
  /** A text to fill in. */
  text: {
    font: BODY_FACE,
    fill: FILLS.input,
    border: frame,
    alignment: { wrapText: true, vertical: 'center', horizontal: 'left' },
    numFmt: TEXT,
    protection: { locked: false },
  },
  /** Cells of a table of the clerk's own: its heads, the labels of its rows, and figures or texts alike. */
  inputHead: {
    font: { ...BODY_FACE, bold: true },
    fill: FILLS.inputHead,
    border: frame,
    alignment: { ...middle, horizontal: 'center' },
    numFmt: TEXT,
    protection: { locked: false },
  },
  inputLabel: {
    font: BODY_FACE,
    fill: FILLS.inputHead,
    border: frame,
    alignment: { ...middle, horizontal: 'left' },
    numFmt: TEXT,
    protection: { locked: false },
  },
  free: {
    font: BODY_FACE,
    fill: FILLS.input,
    border: frame,
    alignment: { ...middle, horizontal: 'center' },
    protection: { locked: false },
  },
  /** What a formula works out. */
  computed: {
    font: { ...BODY_FACE, bold: true },
    fill: FILLS.computed,
    border: frame,
    alignment: whole,
  },
  /** What last year's report says. */
  last: {
    font: { ...BODY_FACE, italic: true },
    fill: FILLS.carried,
    border: frame,
    alignment: { ...middle, horizontal: 'center' },
  },
  lastFigure: { font: { ...BODY_FACE, italic: true }, fill: FILLS.carried, border: frame, alignment: whole },
  /** What is there and not to be changed. */
  fixed: { font: BODY_FACE, border: frame, alignment: { ...middle, horizontal: 'left' }, numFmt: TEXT },
  /** What only programs read. */
  unseen: { numFmt: TEXT },
  /** What became of a report. */
  wrong: { font: BODY_FACE, fill: GRADES.wrong, border: frame, alignment: { ...middle, horizontal: 'center' } },
  doubtful: { font: BODY_FACE, fill: GRADES.doubtful, border: frame, alignment: { ...middle, horizontal: 'center' } },
  right: { font: BODY_FACE, fill: GRADES.right, border: frame, alignment: { ...middle, horizontal: 'center' } },
  missing: { font: BODY_FACE, fill: GRADES.missing, border: frame, alignment: { ...middle, horizontal: 'center' } },
  /** A number that nobody fills in. */
  number: { font: BODY_FACE, border: frame, alignment: { ...whole, horizontal: 'right' } },
} as const satisfies { readonly [kind: string]: CellStyle };

export type StyleName = keyof typeof styles;

/** What a cell becomes that does not add up. */
export const WRONG: CellStyle = {
  font: { bold: true, color: { rgb: 'C00000' } },
  fill: { type: 'pattern', pattern: 'solid', bgColor: { rgb: 'FFC7CE' } },
};

/** The lines that a text takes in a column; widths count the digits of the body face, half as wide as its other characters. */
function linesIn(text: string, width: number, size: number): number {
  const room = Math.max(1, ((width / 2 - 0.6) * BODY_FACE.size) / size);
  const parts = text.split('\n');
  if (room === Number.POSITIVE_INFINITY) return parts.length;
  return parts.reduce((sum, part) => {
    const length = [...part].reduce((all, character) => all + (character > '\u2E7F' ? 1 : 0.55), 0);
    return sum + Math.max(1, Math.ceil(length / room));
  }, 0);
}

/** The height in points of a row with this text in a column of this width. */
export const heightOf = (text: string, width: number, size: number = BODY_FACE.size): number =>
  Math.min(400, linesIn(text, width, size) * size * 1.4 + 5);
