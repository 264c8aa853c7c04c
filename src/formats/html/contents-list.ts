import type { Entry } from './block-markup.js';
import { textHtml } from './written-html.js';

const linkTo = ({ id, text }: Omit<Entry, 'parts'>): string => `<a href="#${id}">${textHtml(text)}</a>`;

function itemOf(entry: Entry): string {
  const parts = entry.parts.map((part) => `<li>${linkTo(part)}</li>`).join('');
  return `<li>${linkTo(entry)}${parts === '' ? '' : `<ul>${parts}</ul>`}</li>`;
}

/** The headings of a page as links; nothing for a page that has none. */
export function contentsList(entries: readonly Entry[]): string {
  if (entries.length === 0) return '';
  return `<nav class="contents" aria-label="目录">\n<ul>\n${entries.map(itemOf).join('\n')}\n</ul>\n</nav>\n`;
}
