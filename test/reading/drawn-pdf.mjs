import { once } from 'node:events';
import PDFDocument from 'pdfkit';
import { ROOT } from '../readers/fixtures.mjs';

/**
 * A PDF without tags, drawn text by text and line by line, as printers write them.
 *
 * @typedef {{ at: [x: number, y: number], text: string, size?: number, turned?: number, within?: [x: number, y: number, width: number, height: number] }} Text
 * @typedef {{ Subtype: string, at: [x: number, y: number, width: number, height: number], Contents?: string, F?: number }} Note
 * @typedef {{ texts?: Text[], lines?: [x1: number, y1: number, x2: number, y2: number][], picture?: Uint8Array, notes?: Note[] }} Page
 * @param {readonly Page[]} pages A4, in points from the left and the top
 * @param {object} [options] of pdfkit
 * @returns {Promise<Uint8Array>}
 */
export async function drawnPdf(pages, options = {}) {
  const pdf = new PDFDocument({ autoFirstPage: false, size: 'A4', margin: 0, ...options });
  /** @type {Buffer[]} */
  const parts = [];
  pdf.on('data', (part) => parts.push(part));
  const ended = once(pdf, 'end');
  pdf.registerFont('宋', `${ROOT}fonts/GongWen-Song.ttf`);
  for (const { texts = [], lines = [], picture, notes = [] } of pages) {
    pdf.addPage();
    if (picture) pdf.image(Buffer.from(picture), 0, 0, { width: 595 });
    for (const { at, text, size = 10, turned = 0, within } of texts) {
      pdf.font('宋').fontSize(size);
      pdf.save();
      if (within) pdf.rect(...within).clip();
      pdf.rotate(turned, { origin: at });
      pdf.text(text, at[0], at[1], { lineBreak: false, baseline: 'alphabetic' }).restore();
    }
    for (const [x1, y1, x2, y2] of lines) pdf.moveTo(x1, y1).lineTo(x2, y2).lineWidth(0.5).stroke();
    // pdfkit writes a String as a text, and a string as a name.
    for (const { Subtype, at, Contents = '', F = 4 } of notes)
      pdf.annotate(...at, /** @type {any} */ ({ Subtype, F, Contents: Object(Contents) }));
  }
  pdf.end();
  await ended;
  return Buffer.concat(parts);
}

/**
 * A table with rules. Texts stand in the middle of their cells.
 *
 * @param {readonly number[]} xs edges of columns
 * @param {readonly number[]} ys edges of rows
 * @param {readonly (readonly [row: number, column: number, text: string, rowSpan?: number, colSpan?: number])[]} cells
 * @returns {Required<Pick<Page, 'texts' | 'lines'>>}
 */
export function ruledTable(xs, ys, cells) {
  /** @type {Required<Pick<Page, 'texts' | 'lines'>>} */
  const page = { texts: [], lines: [] };
  for (const [row, column, text, rowSpan = 1, colSpan = 1] of cells) {
    const [left, right] = [xs[column], xs[column + colSpan]];
    const [top, bottom] = [ys[row], ys[row + rowSpan]];
    page.lines.push([left, top, right, top], [left, bottom, right, bottom]);
    page.lines.push([left, top, left, bottom], [right, top, right, bottom]);
    const lines = text.split('\n').filter((line) => line !== '');
    lines.forEach((line, i) => {
      const width = [...line].reduce((sum, one) => sum + (one < '\u0100' ? 5 : 10), 0);
      const y = (top + bottom) / 2 + 4 + (i - (lines.length - 1) / 2) * 13;
      page.texts.push({ at: [(left + right - width) / 2, y], text: line });
    });
  }
  return page;
}

/**
 * Texts in boxes in boxes, tagged as browsers tag what they take for the layout of a page.
 *
 * @param {readonly (readonly (readonly Text[])[])[]} rows of cells, each with its lines
 * @returns {Promise<Uint8Array>}
 */
export async function boxedPdf(rows) {
  const pdf = new PDFDocument({ size: 'A4', margin: 0, tagged: true, pdfVersion: '1.7' });
  /** @type {Buffer[]} */
  const parts = [];
  pdf.on('data', (part) => parts.push(part));
  const ended = once(pdf, 'end');
  pdf.font(`${ROOT}fonts/GongWen-Song.ttf`);
  const box = (/** @type {any} */ children) => pdf.struct('NonStruct', children);
  const draw = (/** @type {readonly Text[]} */ lines) => () => {
    for (const { at, text, size = 10 } of lines) pdf.fontSize(size).text(text, ...at, { lineBreak: false });
  };
  const cells = rows.map((row) => box(row.map((lines) => box([box([draw(lines)])]))));
  pdf.addStructure(pdf.struct('Document', [box(cells)]));
  pdf.end();
  await ended;
  return Buffer.concat(parts);
}
