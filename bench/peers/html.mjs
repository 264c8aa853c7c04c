// The document as HTML with print styles, for programs that print web pages.
import { pathToFileURL } from 'node:url';
import { columnWidths, headingStyle, inlineStyle, rowsOf, tableSize } from '../look.mjs';

const ALIGNMENT = { start: 'left', centre: 'center', end: 'right', justify: 'justify' };
const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text) => text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character]);

function css({ page, styles, faces, table, pitch }) {
  const { top, right, bottom, left } = page.margin;
  const number = ({ face, size }) =>
    `content: '— ' counter(page) ' —'; font: ${size}pt '${face}'; padding: 0 ${size}pt;`;
  const fonts = Object.entries(faces).map(
    ([face, { file }]) => `@font-face { font-family: '${face}'; src: url('${pathToFileURL(file)}'); }`,
  );
  const texts = Object.entries(styles).map(
    ([id, { face, size, align, indent }]) =>
      `.${id} { font: ${size}pt/${pitch}pt '${face}'; text-align: ${ALIGNMENT[align]}; text-indent: ${indent}em; }`,
  );
  const cells = Object.entries(table.cells).map(
    ([role, { face, align, shaded }]) =>
      `.${role} { font-family: '${face}'; text-align: ${ALIGNMENT[align]}; ${shaded ? `background: #${table.shade};` : ''} }`,
  );
  return [
    ...fonts,
    `@page { size: ${page.width}pt ${page.height}pt; margin: ${top}pt ${right}pt ${bottom}pt ${left}pt; }`,
    `@page :right { @bottom-right { ${number(styles.pageNumber)} } }`,
    `@page :left { @bottom-left { ${number(styles.pageNumber)} } }`,
    'body, h1, h2, h3, p { margin: 0; } h1, h2, h3 { font-weight: normal; break-after: avoid; }',
    `.title { margin-bottom: ${pitch}pt; } :not(.signoff) + .signoff { margin-top: ${pitch}pt; } a { color: inherit; text-decoration: none; }`,
    ...texts,
    `table { border-collapse: collapse; table-layout: fixed; width: 100%; margin: ${table.gap}pt 0; line-height: ${table.leading}; }`,
    'table.whole { break-inside: avoid; } th, td { font-weight: normal; } tr { break-inside: avoid; }',
    `th, td { border: ${table.rule}pt solid black; padding: ${table.padding.y}pt ${table.padding.x}pt; height: ${table.rowHeight - 2 * table.padding.y}pt; }`,
    ...cells,
  ].join('\n');
}

function cell({ rowSpan, colSpan, role, text }) {
  const tag = role === 'head' || role === 'stub' || role === 'stubhead' ? 'th' : 'td';
  const spans = `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${colSpan > 1 ? ` colspan="${colSpan}"` : ''}`;
  return `<${tag} class="${role}"${spans}>${escaped(text)}</${tag}>`;
}

function tableHtml(table, { width }) {
  const rows = rowsOf(table).map((cells) => `<tr>${cells.map(cell).join('')}</tr>`);
  const [head, body] = [rows.slice(0, table.headRows).join(''), rows.slice(table.headRows).join('')];
  const columns = columnWidths(table, width).map((one) => `<col style="width: ${one}pt">`);
  const isWhole = table.rows < 30 ? ' class="whole"' : '';
  const thead = head && `<thead>${head}</thead>`;
  return `<table${isWhole} style="font-size: ${tableSize(table)}pt"><colgroup>${columns.join('')}</colgroup>${thead}<tbody>${body}</tbody></table>`;
}

function inline(it, { styles }) {
  const text = escaped(it.text);
  if (it.kind === 'link') return `<a href="${escaped(it.href)}">${text}</a>`;
  return it.kind === 'lead' ? `<span style="font-family: '${styles[inlineStyle(it)].face}'">${text}</span>` : text;
}

function blockHtml(block, look) {
  switch (block.kind) {
    case 'title':
      return `<h1 class="title">${block.lines
        .flat()
        .map((words) => escaped(words.join('')))
        .join('<br>')}</h1>`;
    case 'heading':
      return `<h${block.level + 1} class="${headingStyle(block)}">${escaped(block.text)}</h${block.level + 1}>`;
    case 'paragraph':
      return `<p class="body">${block.inlines.map((it) => inline(it, look)).join('')}</p>`;
    case 'table':
      return (
        (block.caption === undefined ? '' : `<p class="caption">${escaped(block.caption)}</p>`) + tableHtml(block, look)
      );
    case 'signoff':
      return [...block.agencies, block.date].map((text) => `<p class="signoff">${escaped(text)}</p>`).join('');
  }
}

/** A page of its own. */
export function html({ meta, blocks }, look) {
  const head = `<meta charset="utf-8"><title>${escaped(meta.title)}</title><style>\n${css(look)}\n</style>`;
  return `<!doctype html>\n<html lang="zh-CN"><head>${head}</head>\n<body>\n${blocks.map((block) => blockHtml(block, look)).join('\n')}\n</body></html>\n`;
}
