import type { Element } from '../neutral/markup.js';

/** Elements that begin and end a paragraph. */
export const BLOCKS = new Set([
  ...['address', 'article', 'aside', 'blockquote', 'body', 'center', 'dd', 'details', 'dialog', 'div', 'dl', 'dt'],
  ...['fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hgroup'],
  ...['hr', 'html', 'legend', 'li', 'main', 'menu', 'nav', 'ol', 'p', 'pre', 'section', 'summary', 'ul', 'caption'],
  ...['tr', 'td', 'th', 'tbody', 'thead', 'tfoot', 'frameset', 'optgroup'],
]);

/** What shows no text of the page. */
export const SILENT = new Set([
  ...['script', 'style', 'noscript', 'template', 'iframe', 'object', 'embed', 'svg', 'math', 'canvas', 'audio'],
  ...['video', 'select', 'option', 'datalist', 'button', 'textarea', 'input', 'head', 'rt', 'rp', 'del', 'xml'],
  'title',
]);

/** The text in an element, also if it does not show. */
export function shownText(element: Element): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : SILENT.has(child.name) ? '' : shownText(child)))
    .join('');
}
