import { bare } from './fixtures.mjs';
import { splitFoot } from './pdf-lines.mjs';

/**
 * Whether what a reader gets out of a file is the document's text, no more and no less, in the same order.
 *
 * @typedef {import('../../src/index.ts').Document} Document
 */

/** Where in the text of the document each table's body stands, and what may be printed again where it is cut. */
function layOut(/** @type {Document} */ { blocks }) {
  let text = '';
  /** @type {{ from: number, to: number, head: string, labels: string[] }[]} */
  const tables = [];
  const add = (/** @type {readonly string[]} */ ...texts) => {
    text += bare(texts.join(''));
  };
  for (const block of blocks) {
    if (block.kind === 'title') add(...block.lines.flat(2));
    else if (block.kind === 'addressee') add(block.text);
    else if (block.kind === 'heading') add(block.text);
    else if (block.kind === 'paragraph') add(...block.inlines.map((inline) => inline.text));
    else if (block.kind === 'signoff') add(...block.agencies, block.date);
    else {
      const isHead = (/** @type {{ row: number }} */ { row }) => row < block.headRows;
      const head = bare(
        block.cells
          .filter(isHead)
          .map((cell) => cell.text)
          .join(''),
      );
      add(block.caption ?? '', head);
      const from = text.length;
      const body = block.cells.filter((cell) => !isHead(cell));
      add(...body.map((cell) => cell.text));
      const labels = body.filter(({ rowSpan }) => rowSpan > 1).map((cell) => `${bare(cell.text)}（续）`);
      tables.push({ from, to: text.length, head, labels });
      add(...(block.note?.paragraphs ?? []));
    }
  }
  return { text, tables };
}

const around = (/** @type {string} */ text, /** @type {number} */ at) => text.slice(Math.max(0, at - 10), at + 20);

/**
 * Compares the texts of pages, without their page numbers, with the document. At the top of a page on which a table goes on,
 * and nowhere else, the table's head must stand again, and labels that are cut may, with （续）.
 *
 * @param {readonly string[]} pages
 * @param {Document} document
 * @returns {string[]} what differs; empty if nothing does
 */
export function comparePages(pages, document) {
  const { text, tables } = layOut(document);
  let at = 0;
  for (const [number, page] of pages.entries()) {
    const read = bare(page);
    const table = tables.find(({ from, to }) => from < at && at < to);
    let skipped = 0;
    if (table) {
      if (!read.startsWith(table.head)) return [`page ${number + 1}: the table goes on without its head`];
      skipped = table.head.length;
      for (const label of table.labels) {
        const isNext = read.startsWith(label, skipped) && !text.startsWith(label, at);
        if (isNext) skipped += label.length;
      }
    }
    for (let i = skipped; i < read.length; i++, at++) {
      if (read[i] === text[at]) continue;
      return [`page ${number + 1}: “${around(read, i)}” where the document has “${around(text, at)}”`];
    }
  }
  return at === text.length ? [] : [`the end is missing: “${around(text, at)}”`];
}

/**
 * The text of each page but the page number, which must be all that stands below the text area.
 *
 * @param {readonly { texts: { text: string, x: number, y: number, width: number, size: number }[] }[]} pages
 */
export function textsWithoutNumbers(pages) {
  return pages.map(({ texts }, i) => {
    const { body, foot } = splitFoot(texts);
    const number = bare(foot.map(({ text }) => text).join(''));
    if (number !== `—${i + 1}—`) throw new Error(`page ${i + 1} is numbered “${number}”`);
    return body.map(({ text }) => text).join('');
  });
}

/**
 * The text of each page but the page number, where a reader knows no positions: it is the last line then.
 *
 * @param {string} text pages ended by form feeds
 */
export function textsWithoutLastLine(text) {
  const pages = text.split('\f').filter((page) => page.trim() !== '');
  return pages.map((page, i) => {
    const [, body, number] = /^([\s\S]*?)(— \d+ —)\s*$/.exec(page) ?? [];
    if (body === undefined || number !== `— ${i + 1} —`) throw new Error(`page ${i + 1} ends without its number`);
    return body;
  });
}
