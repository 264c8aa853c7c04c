import type { Element } from '../neutral/markup.js';
import type { Styles } from './sight.js';

/** Elements that begin and end a paragraph. */
export const BLOCKS = new Set([
  ...['address', 'article', 'aside', 'blockquote', 'body', 'center', 'dd', 'details', 'dialog', 'div', 'dl', 'dt'],
  ...['fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hgroup'],
  ...['hr', 'html', 'legend', 'li', 'main', 'menu', 'nav', 'ol', 'p', 'pre', 'section', 'summary', 'ul', 'caption'],
  ...['tr', 'td', 'th', 'tbody', 'thead', 'tfoot', 'frameset', 'optgroup'],
]);

/** What shows no text of the page. */
export const SILENT = new Set([
  ...['script', 'style', 'noscript', 'template', 'iframe', 'object', 'embed', 'svg', 'canvas', 'audio'],
  ...['video', 'select', 'option', 'datalist', 'button', 'textarea', 'input', 'head', 'rt', 'rp', 'xml'],
  'title',
]);

/** The text in an element, also if it does not show. */
export function shownText(element: Element): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : SILENT.has(child.name) ? '' : shownText(child)))
    .join('');
}

const STRUCK = new Set(['s', 'strike', 'del']);

/** Text that is struck out, by what it is or by how it looks. */
export const isStruck = (name: string, styles: Styles): boolean =>
  STRUCK.has(name) ||
  (styles.size > 0 &&
    ['text-decoration', 'text-decoration-line'].some((one) => styles.get(one)?.includes('line-through')));

const EMBEDDED = new Set(['iframe', 'object', 'embed']);

/** Whether another page or file shows in an element: those without room only count visitors. */
export const isEmbedded = ({ name, attributes: { src, data, width = '', height = '' } }: Element): boolean =>
  EMBEDDED.has(name) &&
  !/^(?:|about:blank|javascript:.*)$/i.test(src ?? data ?? '') &&
  ![width, height].some((side) => /^[01](?:px)?$/.test(side));
