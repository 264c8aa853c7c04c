import { Parser } from 'htmlparser2';

/**
 * A page as a program reads it that knows HTML and nothing of ours: its text block by block, its tables as grids, and the heads of each
 * cell by HTML's own algorithm (https://html.spec.whatwg.org/#header-and-data-cell-semantics).
 *
 * @typedef {{ name: string, attributes: Record<string, string>, children: (Element | string)[] }} Element
 * @typedef {{ element: Element, row: number, column: number, rowSpan: number, colSpan: number, text: string }} Cell
 */

/** @param {string | Uint8Array} html @returns {Element} */
export function openHtml(html) {
  const root = /** @type {Element} */ ({ name: '', attributes: {}, children: [] });
  const open = [root];
  const parser = new Parser({
    onopentag(name, attributes) {
      const element = { name, attributes, children: [] };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    onclosetag(name) {
      const last = open.pop();
      if (last?.name !== name) throw new Error(`${last?.name} is closed by ${name}`);
    },
    ontext: (text) => open.at(-1)?.children.push(text),
  });
  parser.end(typeof html === 'string' ? html : new TextDecoder().decode(html));
  if (open.length !== 1) throw new Error(`${open.at(-1)?.name} is not closed`);
  return root;
}

/** @param {Element} element @param {string} [name] @returns {Element[]} */
export function elementsIn(element, name) {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return [...(name === undefined || child.name === name ? [child] : []), ...elementsIn(child, name)];
  });
}

/** @param {Element} element @returns {string} */
export function textIn({ name, children }) {
  if (name === 'br') return '\n';
  return children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
}

/** The element in which the document stands: `main`, or all of a fragment. @param {Element} root */
const bodyOf = (root) => elementsIn(root, 'main')[0] ?? root;

/** The text of the document. @param {string | Uint8Array} html */
export const htmlText = (html) => textIn(bodyOf(openHtml(html)));

/** The same by taking the tags away. @param {string | Uint8Array} html */
export function untagged(html) {
  const text = typeof html === 'string' ? html : new TextDecoder().decode(html);
  const main = /<main\b[^>]*>([\s\S]*)<\/main>/.exec(text)?.[1] ?? text;
  const entities = { lt: '<', gt: '>', quot: '"', amp: '&' };
  return main
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|amp);/g, (_, /** @type {keyof typeof entities} */ name) => entities[name]);
}

const number = (/** @type {string | undefined} */ text) => Number(text ?? 1);

/** @param {Element} table @returns {{ element: Element, rows: number, columns: number, cells: Cell[] }} */
export function tableOf(table) {
  const rows = elementsIn(table, 'tr').filter(
    ({ attributes: { hidden, style } }) => hidden === undefined && style === undefined,
  );
  const taken = new Set();
  const cells = rows.flatMap((line, row) => {
    let column = 0;
    return line.children.flatMap((element) => {
      if (typeof element === 'string') return [];
      while (taken.has(`${row},${column}`)) column += 1;
      const [rowSpan, colSpan] = [number(element.attributes.rowspan), number(element.attributes.colspan)];
      for (let r = row; r < row + rowSpan; r++) {
        for (let c = column; c < column + colSpan; c++) {
          if (taken.has(`${r},${c}`)) throw new Error(`two cells at ${r}, ${c}`);
          taken.add(`${r},${c}`);
        }
      }
      return [{ element, row, column, rowSpan, colSpan, text: textIn(element) }];
    });
  });
  return { element: table, rows: rows.length, columns: taken.size / rows.length, cells };
}

/** @param {string | Uint8Array} html */
export const htmlTables = (html) => elementsIn(openHtml(html), 'table').map(tableOf);

/** The heads of a cell: those that its `headers` name, in the same table. @param {Cell} cell @param {readonly Cell[]} cells */
export function headsOf(cell, cells) {
  const ids = (cell.element.attributes.headers ?? '').split(' ').filter((id) => id !== '');
  return ids.flatMap(
    (id) => cells.find(({ element }) => element.attributes.id === id && element !== cell.element) ?? [],
  );
}
