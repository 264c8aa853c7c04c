import { escapeXml } from '../../bytes/xml.js';
import type { Document } from '../../model/document.js';
import type { Figure } from '../../model/figure.js';
import type { Finish } from '../../model/finish.js';
import type { Theme } from '../../theme/theme.js';
import { blocksHtml } from './block-markup.js';
import { contentsList } from './contents-list.js';
import { downloadsHtml } from './downloads.js';
import type { Dress, SealImage } from './dress.js';
import { dataScript, linkedData, metaElements } from './head-data.js';
import { pageStyle } from './page-style.js';
import { PICTURE_STYLE, picturesHtml } from './picture-markup.js';
import { signoffHtml } from './signoff-markup.js';
import { tableStyles } from './table-style-rules.js';
import { attributes } from './written-html.js';

function figure(html: string, { value, unit }: Figure, place: string, by?: string): string {
  const path = place === '' ? '' : ` data-path="${place}"`;
  const further = unit === undefined && by === undefined ? '' : attributes({ 'data-unit': unit, 'data-by': by });
  return `<data value="${value}"${path}${further}>${html}</data>`;
}

/** Row heads by their column; the upper ones of several are set upright where the table is narrow. */
const label: Dress['label'] = ({ role, column, colSpan }, stubs) => {
  const isUpper = role === 'stub' && colSpan === 1 && column < stubs - 1;
  const named = role === 'note' || role === 'serial' ? ` ${role}` : '';
  return ` class="r${column}${isUpper ? ' up' : ''}${named}"`;
};

/** A page has its look from its style sheet: most elements are known there by their names. */
const LOOK: Dress['look'] = {
  title: '',
  addressee: ' class="addressee"',
  heading1: '',
  heading2: '',
  lead: '',
  body: '',
  link: '',
  scroll: ' class="scroll"',
  caption: '',
  band: ' class="band"',
  stubhead: '',
  note: ' class="note"',
  head: '',
  stub: '',
  serial: '',
  figure: '',
  noted: '',
  text: '',
  tableNote: ' class="below"',
};

/** The whole page: its head with data for programs, a table of contents, the document, and the attached files. */
export function pageHtml(document: Document, theme: Theme, finish: Finish, seal: SealImage | undefined): string {
  const { draft, attachments = [], html: { idPrefix: prefix = '', site = {} } = {} } = finish;
  const { meta, blocks } = document;
  const dress: Dress = {
    prefix,
    look: LOOK,
    table: () => '',
    column: () => '',
    wordBreak: '<wbr>',
    hidden: ' hidden',
    download: '',
    label,
    figure,
    pictures: picturesHtml,
    signoff: signoffHtml,
  };
  const { html, entries } = blocksHtml(document, theme, dress, seal);
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
  const style = [
    pageStyle(theme),
    tableStyles(tables, prefix, theme),
    tables.some(({ pictures = [] }) => pictures.length > 0) ? PICTURE_STYLE : '',
    seal ? `.seal{width:${seal.millimetres}mm}\n` : '',
  ].join('');
  return `<!DOCTYPE html>
<html lang="${meta.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(meta.title)}</title>
${metaElements(document, site)}
<link rel="icon" href="data:,">
<style>
${style}</style>
${dataScript('application/ld+json', undefined, linkedData(document, prefix))}
</head>
<body${draft ? ' class="draft"' : ''}>
<a class="skip" href="#${prefix}main">跳到正文</a>
${contentsList(entries)}<main id="${prefix}main">
${html}
</main>${downloadsHtml(attachments, dress)}
</body>
</html>`;
}
