import { escapeXml } from '../../bytes/xml.js';
import { once } from '../../memo/once.js';
import type { CellRole, Document, Table } from '../../model/document.js';
import type { Figure } from '../../model/figure.js';
import type { Finish } from '../../model/finish.js';
import { DRAFT } from '../../theme/draft-mark.js';
import type { Theme } from '../../theme/theme.js';
import { blocksHtml } from './block-markup.js';
import { downloadsHtml } from './downloads.js';
import type { Dress, SealImage } from './dress.js';
import { inlineSignoff } from './inline-signoff.js';
import { leastWidth } from './table-style-rules.js';
import { attributes } from './written-html.js';

/** What ids of a fragment begin with if nothing else is asked for. */
const PREFIX = 'nianbao-';

/** Editors of web sites throw away elements that they do not know, with all that is in them; what they let pass are spans. */
function figure(html: string, { value, unit }: Figure, place: string, by?: string): string {
  const path = place === '' ? '' : ` data-path="${place}"`;
  return `<span data-value="${value}"${path}${attributes({ 'data-unit': unit, 'data-by': by })}>${html}</span>`;
}

const style = (rules: string): string => ` style="${rules}"`;

const CELL = 'padding:4px;border:1px solid #767676;vertical-align:middle';

function cellLook(role: CellRole, { table }: Theme): string {
  const { align, shaded } = table.cells[role];
  const weight = role === 'figure' || role === 'noted' || role === 'text' ? '' : ';font-weight:normal';
  return style(
    `${CELL};text-align:${align === 'centre' ? 'center' : 'left'}${weight}${shaded ? `;background:#${table.shade};color:#000` : ''}`,
  );
}

/** A table keeps the width that its figures and labels need: on a phone it scrolls in its frame instead of breaking after each character. */
const tableLook = (table: Table): string =>
  style(`width:100%;min-width:${leastWidth(table)}em;border-collapse:collapse;font-size:14px;line-height:1.5`);

/** All the look of a fragment, in `style` attributes; the fonts and colours of text are those of the page around. */
const lookOf = once((theme: Theme): Dress['look'] => {
  const roles: readonly CellRole[] = ['band', 'stubhead', 'note', 'head', 'stub', 'serial', 'figure', 'noted', 'text'];
  const cells = Object.fromEntries(roles.map((role) => [role, cellLook(role, theme)])) as Record<CellRole, string>;
  return {
    ...cells,
    title: style('margin:0 0 1em;font-size:1.5em;line-height:1.4;text-align:center'),
    addressee: style('margin:0 0 0.5em;line-height:2;text-indent:0'),
    heading1: style('margin:1.5em 0 0.5em;font-size:1.2em;line-height:1.5;font-weight:bold'),
    heading2: style('margin:1em 0 0.5em;font-size:1em;line-height:2;font-weight:bold'),
    lead: style('font-weight:bold'),
    body: style('margin:0 0 0.5em;line-height:2;text-align:justify;text-indent:2em;overflow-wrap:anywhere'),
    link: style('word-break:break-all'),
    scroll: style('margin:1em 0;overflow-x:auto'),
    caption: style('padding:0 0 4px;font-weight:bold;text-align:center'),
    tableNote: style('margin:0 0 1em;font-size:14px;line-height:1.6;text-indent:0'),
  };
});

/** The mark of a draft as a picture behind all, since an editor's page has no other place for it. */
function draftGround(): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="480"><text x="240" y="260" font-size="140" text-anchor="middle" fill="#${DRAFT.colour}" transform="rotate(-45 240 240)">${DRAFT.text}</text></svg>`;
  return style(`background-image:url(${escapeXml(`"data:image/svg+xml,${encodeURIComponent(svg)}"`)})`);
}

/** What an editor of web sites puts into a page of the agency's own. */
export function fragmentHtml(document: Document, theme: Theme, finish: Finish, seal: SealImage | undefined): string {
  const { draft, attachments = [], html: { idPrefix: prefix = PREFIX } = {} } = finish;
  const look = lookOf(theme);
  const column = (share: number): string => style(`width:${share}%`);
  const dress: Dress = {
    prefix,
    look,
    table: tableLook,
    column,
    label: ({ role }) => look[role],
    // Chinese breaks anywhere; and there are cleaners that show, as text, each element that they do not know.
    wordBreak: '',
    hidden: style('display:none'),
    download: style('line-height:2;overflow-wrap:anywhere'),
    figure,
    // Editors throw drawings away.
    pictures: () => '',
    signoff: inlineSignoff,
  };
  const { html } = blocksHtml(document, theme, dress, seal);
  return `<div lang="${document.meta.language}"${draft ? draftGround() : ''}>\n${html}\n</div>${downloadsHtml(attachments, dress)}`;
}
