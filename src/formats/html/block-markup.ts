import { headingStyle } from '../../model/block-texts.js';
import { type ByKind, byKind } from '../../model/by-kind.js';
import type { Block, Document } from '../../model/document.js';
import type { Theme } from '../../theme/theme.js';
import type { Dress, SealImage } from './dress.js';
import { tableHtml } from './table-markup.js';
import { figuredHtml, inlinesHtml } from './text-markup.js';
import { titleHtml } from './title-markup.js';
import { textHtml } from './written-html.js';

/** A heading that a table of contents leads to. */
export interface Entry {
  readonly id: string;
  readonly text: string;
  readonly parts: readonly Omit<Entry, 'parts'>[];
}

/** What blocks are written with. Headings and tables are counted. */
interface Writer {
  readonly document: Document;
  readonly theme: Theme;
  readonly dress: Dress;
  readonly seal: SealImage | undefined;
  readonly headingId: (level: 1 | 2, text: string) => string;
  readonly nextTable: () => number;
}

const HTML: ByKind<Block, [writer: Writer], string> = {
  title: (title, { theme, dress }) =>
    `<h1 id="${dress.prefix}title"${dress.look.title}>${titleHtml(title, theme, dress.wordBreak)}</h1>`,
  addressee: ({ text }, { dress }) => `<p${dress.look.addressee}>${textHtml(text)}</p>`,
  heading: ({ level, text, figures = [] }, { dress, headingId }) => {
    const name = `h${level + 1}`;
    const html = figuredHtml({ text, figures }, dress);
    return `<${name} id="${headingId(level, text)}"${dress.look[headingStyle(level)]}>${html}</${name}>`;
  },
  paragraph: (paragraph, { dress }) => `<p${dress.look.body}>${inlinesHtml(paragraph, dress)}</p>`,
  table: (table, { dress, nextTable }) => tableHtml(table, nextTable(), dress),
  signoff: (signoff, { document, dress, seal }) => dress.signoff(signoff, document, seal),
};

/** The blocks of a document as elements, and the headings among them. */
export function blocksHtml(
  document: Document,
  theme: Theme,
  dress: Dress,
  seal: SealImage | undefined,
): { readonly html: string; readonly entries: readonly Entry[] } {
  const entries: (Entry & { readonly parts: Omit<Entry, 'parts'>[] })[] = [];
  let tables = 0;
  const headingId = (level: 1 | 2, text: string): string => {
    const section = entries.at(-1);
    if (level === 1 || section === undefined) {
      const id = `${dress.prefix}s${entries.length + 1}`;
      entries.push({ id, text, parts: [] });
      return id;
    }
    const id = `${section.id}-${section.parts.length + 1}`;
    section.parts.push({ id, text });
    return id;
  };
  const nextTable = () => ++tables;
  const writer = { document, theme, dress, seal, headingId, nextTable };
  let html = '';
  for (const block of document.blocks) html += (html === '' ? '' : '\n') + byKind(HTML, block, writer);
  return { html, entries };
}
