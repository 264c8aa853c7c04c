/**
 * A small reader of XML: elements, attributes and text. It throws at what is not well-formed.
 *
 * @typedef {{ name: string, attributes: Record<string, string>, children: (Element | string)[] }} Element
 */

const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescaped = (/** @type {string} */ text) =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));|&/gi, (found, hex, decimal, name) => {
    if (hex ?? decimal) return String.fromCodePoint(Number.parseInt(hex ?? decimal, hex ? 16 : 10));
    if (NAMED[name] === undefined) throw new Error(`entity ${found}`);
    return NAMED[name];
  });

const TOKEN = /<\?[^?]*\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|[^<]+/gy;

/** @param {string} source @returns {Element} the root */
export function parseXml(source) {
  /** @type {Element[]} */
  const open = [{ name: '', attributes: {}, children: [] }];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(source);
    if (token === null) throw new Error(`not XML: ${source.slice(at, at + 40)}`);
    const [whole, close, name, attributes = '', empty] = token;
    const top = /** @type {Element} */ (open.at(-1));
    if (name === undefined) {
      if (!whole.startsWith('<?')) top.children.push(unescaped(whole));
    } else if (close) {
      if (open.pop()?.name !== name) throw new Error(`unexpected </${name}>`);
    } else {
      const pairs = attributes === '' ? [] : [...attributes.matchAll(/([\w:.-]+)="([^"]*)"/g)];
      const element = {
        name,
        attributes: Object.fromEntries(pairs.map(([, key, value]) => [key, unescaped(value)])),
        children: [],
      };
      top.children.push(element);
      if (!empty) open.push(element);
    }
  }
  const [root] = elementsOf(open[0]);
  if (open.length !== 1 || root === undefined) throw new Error('elements left open');
  return root;
}

/** @param {Element} element @param {string} [name] */
export const elementsOf = (element, name) =>
  /** @type {Element[]} */ (
    element.children.filter((child) => typeof child !== 'string' && (name === undefined || child.name === name))
  );

/** Every element of this name below, in order. @param {Element} element @param {string} name @returns {Element[]} */
export function descendants(element, name) {
  /** @type {Element[]} */
  const found = [];
  const walk = (/** @type {Element} */ { children }) => {
    for (const child of children) {
      if (typeof child === 'string') continue;
      if (child.name === name) found.push(child);
      walk(child);
    }
  };
  walk(element);
  return found;
}

/** The element that a chain of names leads to. @param {Element | undefined} element @param {...string} names */
export const at = (element, ...names) =>
  names.reduce((/** @type {Element | undefined} */ here, name) => here && elementsOf(here, name)[0], element);

/** The `w:val` of such an element. @param {Element | undefined} element @param {...string} names */
export const valueAt = (element, ...names) => at(element, ...names)?.attributes['w:val'];
