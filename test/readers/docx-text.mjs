import { at, descendants, elementsOf, valueAt } from './xml.mjs';

/**
 * The text and the tables of a Word file, read off `word/document.xml` by no library.
 *
 * @typedef {import('./xml.mjs').Element} Element
 * @typedef {{ row: number, column: number, rowSpan: number, colSpan: number, text: string }} Cell
 */

/** @param {Element} paragraph */
export function paragraphText(paragraph) {
  return paragraph.children.reduce((/** @type {string} */ text, child) => {
    if (typeof child === 'string') return text;
    if (child.name === 'w:t') return text + child.children.join('');
    if (child.name === 'w:br') return `${text}\n`;
    if (child.name === 'w:tab') return `${text}\t`;
    return text + paragraphText(child);
  }, '');
}

/** Every paragraph's text, in order. @param {import('./docx-package.mjs').WordFile} file */
export function docxTexts(file) {
  return descendants(file.xml('word/document.xml'), 'w:p').map(paragraphText);
}

const number = (/** @type {string | undefined} */ value, /** @type {number} */ otherwise) =>
  value === undefined ? otherwise : Number(value);

/** The slots of a row, from left to right. @param {Element} row */
export function slotsOf(row) {
  let column = 0;
  return elementsOf(row, 'w:tc').map((element) => {
    const colSpan = number(valueAt(element, 'w:tcPr', 'w:gridSpan'), 1);
    const merge = at(element, 'w:tcPr', 'w:vMerge');
    const slot = { element, column, colSpan, merge: merge && (merge.attributes['w:val'] ?? 'continue') };
    column += colSpan;
    return slot;
  });
}

/** @param {Element} table @returns {{ rows: number, columns: number, cells: Cell[] }} */
export function tableGrid(table) {
  const rows = elementsOf(table, 'w:tr').map(slotsOf);
  /** @type {Cell[]} */
  const cells = [];
  for (const [row, slots] of rows.entries()) {
    for (const { element, column, colSpan, merge } of slots) {
      const text = descendants(element, 'w:p').map(paragraphText).join('\n');
      if (merge !== 'continue') cells.push({ row, column, rowSpan: 1, colSpan, text });
      else {
        const above = cells.find(
          (cell) => cell.column === column && cell.colSpan === colSpan && cell.row + cell.rowSpan === row,
        );
        if (above === undefined || text !== '') throw new Error(`a merged cell at ${row}, ${column} goes on from none`);
        above.rowSpan += 1;
      }
    }
  }
  return {
    rows: rows.length,
    columns: elementsOf(/** @type {Element} */ (at(table, 'w:tblGrid')), 'w:gridCol').length,
    cells,
  };
}

/** @param {import('./docx-package.mjs').WordFile} file */
export function docxTables(file) {
  return descendants(file.xml('word/document.xml'), 'w:tbl').map(tableGrid);
}
