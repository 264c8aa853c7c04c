/**
 * A composed document as others would publish it: pages of content management systems, HTML pasted from Word, tables torn and mended by
 * hand. Written from how such pages are made, not from our reader.
 */

/** @typedef {import('nianbao').Document} Document @typedef {import('nianbao').Table} Table */

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** How a page writes things. @typedef {{ cell?: (text: string, role: string) => string, paragraph?: (text: string, kind: string) => string, spans?: boolean, around?: (body: string, title: string) => string, join?: string, table?: (html: string) => string, cut?: boolean, number?: boolean, bands?: boolean, captions?: boolean, contents?: boolean }} Style */

/** @param {Table} table @param {Style} style @param {number} from @param {number} to */
function rowsHtml({ cells, rows }, style, from, to) {
  const { cell = escaped, spans = true } = style;
  let html = '';
  for (let row = from; row < Math.min(to, rows); row++) {
    const own = cells.filter(
      (one) => one.row === row || (row === from && from > 0 && one.row < row && one.row + one.rowSpan > row),
    );
    html += style.number ? `<tr><td>${row + 1}</td>` : '<tr>';
    for (const one of own.toSorted((a, b) => a.column - b.column)) {
      const height = Math.min(to, one.row + one.rowSpan) - Math.max(from, one.row);
      const span = spans
        ? `${one.colSpan > 1 ? ` colspan="${one.colSpan}"` : ''}${height > 1 ? ` rowspan="${height}"` : ''}`
        : '';
      html += `<td${span}>${cell(one.text, one.role)}</td>`;
    }
    html += '</tr>\n';
  }
  return html;
}

/** A table in pieces, each below its band as a paragraph. @param {Table} table @param {Style} style */
function inPieces(table, style) {
  const bands = table.cells.filter(({ role }) => role === 'band');
  return bands.map(({ row, text }, i) => {
    const rows = rowsHtml(table, style, row + 1, bands[i + 1]?.row ?? table.rows);
    return `<p>${escaped(text)}</p><table border="1">${rows}</table>`;
  });
}

/** @param {Table} table @param {Style} style */
function tableHtml(table, style) {
  if (style.bands && table.cells.some(({ role }) => role === 'band')) return inPieces(table, style).join('\n');
  const wrap = (/** @type {string} */ rows) =>
    (style.table ?? ((html) => html))(`<table border="1" cellspacing="0">${rows}</table>`);
  const caption = table.caption === undefined ? '' : `<p style="text-align:center">${escaped(table.caption)}</p>`;
  const isLong = style.cut && table.rows > 20 && table.headRows > 0;
  if (!isLong) return caption + wrap(rowsHtml(table, style, 0, table.rows));
  const half = Math.floor(table.rows / 2);
  // The head is repeated on the next page; the merged label beside the rows begins anew, empty.
  const head = rowsHtml(table, style, 0, table.headRows);
  return `${caption}${wrap(rowsHtml(table, style, 0, half))}<p>- 5 -</p>${wrap(head + rowsHtml(table, style, half, table.rows))}`;
}

/** @param {Document} document @param {Style} style */
export function htmlOf({ blocks, meta }, style = {}) {
  const headings = blocks.flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [block.text] : []));
  const contents = style.contents
    ? ['目　录', ...headings.map((text, i) => `${text}${i % 2 === 0 ? `………………${i + 1}` : `......${i + 1}`}`)]
    : [];
  let last = '';
  const { paragraph = (text) => `<p>${escaped(text)}</p>`, around = (body) => body, join = '\n' } = style;
  const parts = blocks.flatMap((block) => {
    switch (block.kind) {
      case 'title':
        return [block.lines.flat(2).join(''), ...contents].map((text) => paragraph(text, 'title'));
      case 'table':
        return [
          ...(style.captions && last !== '' ? [`<p style="text-align:center">${escaped(last)}</p>`] : []),
          tableHtml(block, style),
          ...(block.note?.paragraphs ?? []).map((text) => paragraph(text, 'note')),
        ];
      case 'paragraph':
        return [paragraph(block.inlines.map(({ text }) => text).join(''), 'body')];
      case 'signoff':
        return [...block.agencies, block.date].map((text) => paragraph(text, 'signoff'));
      default:
        last = block.kind === 'heading' && block.level === 1 ? block.text : '';
        return [paragraph(block.text, block.kind)];
    }
  });
  return around(parts.join(join), meta.title);
}

/** @param {string} body @param {string} title */
const page = (body, title) => `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>${title}_示例县人民政府门户网站</title>
<style>p{margin:0}</style><script>var a = "<p>一、总体情况</p>";</script></head>
<body><div class="header"><a href="/">首页</a><a href="/zwgk">政务公开</a><a href="/hdjl">互动交流</a></div>
<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; 政府信息公开年报</div>
<div class="main"><h1>${title}</h1>
<div class="info"><span>发布时间：2025-01-20 10:30</span> <span>来源：县政府办公室</span> <span>字体：[<a>大</a> <a>中</a> <a>小</a>]</span></div>
<div id="zoom">${body}</div>
<div class="share">分享到：<a href="#">微信</a></div>
<p>上一篇：<a href="a.html">示例县2022年政府信息公开工作年度报告</a></p></div>
<div style="display:none">统计代码</div>
<div class="footer"><p>版权所有：示例县人民政府　主办：县政府办公室</p><p>网站标识码：0000000000 示ICP备00000000号</p></div></body></html>`;

const MSO = 'class="MsoNormal" style="text-indent:32.0pt;mso-char-indent-count:2.0;line-height:28.0pt"';

/** @param {string} text */
const word = (text) =>
  `<span lang="EN-US" style="font-size:16.0pt;mso-bidi-font-family:宋体">${escaped(text)}<o:p></o:p></span>`;

const FULL_WIDTH = '０１２３４５６７８９';

/** Styles by name. @type {{ readonly [name: string]: Style }} */
export const styles = {
  bare: {},
  'page of a CMS': { around: page },
  'a page laid out with tables': {
    around: (body, title) =>
      page(
        `<table width="100%"><tr><td width="20%"><a href="1">机构职能</a><br><a href="2">政策文件</a></td><td><table width="100%"><tr><td>${body}</td></tr></table></td></tr></table>`,
        title,
      ),
  },
  'pasted from Word': {
    around: page,
    paragraph: (text) => `<p ${MSO}>${word(text)}</p><p ${MSO}><span lang="EN-US"><o:p>&nbsp;</o:p></span></p>`,
    cell: (text) => `<p class="MsoNormal" align="center">${word(text)}</p>`,
  },
  'paragraphs parted by breaks': {
    around: (body, title) => page(`<div>${body}</div>`, title),
    paragraph: (text) => `&nbsp;&nbsp;&nbsp;&nbsp;${escaped(text)}<br><br>`,
    join: '',
  },
  'figures typed in other ways': {
    cell: (text, role) => {
      if (role !== 'figure') return escaped(text);
      if (/^\d$/.test(text)) return `&nbsp;${FULL_WIDTH[Number(text)]}&nbsp;`;
      if (/^\d{4,}$/.test(text)) return Number(text).toLocaleString('en-US');
      return /^\d{2}$/.test(text) ? `${text}件` : `<span> ${text}\n</span>`;
    },
  },
  'labels with other signs': {
    cell: (text, role) =>
      escaped(
        role === 'figure'
          ? text
          : text
              .replace(/^（([一二三四五六七])）/, '($1)')
              .replace(/^(\d)\./, '$1、')
              .replace('“三安全一稳定”', '"三安全一稳定"')
              .replace('，', ','),
      ),
  },
  'labels mutilated': {
    cell: (text) =>
      escaped(
        text
          .replace('四类过程性信息', '四类过程信息')
          .replace('行政规范性文件', '规范性文件')
          .replace('法律行政法规禁止', '法律行政止')
          .replace('商业企业', '商业 企业'),
      ),
  },
  'tables cut over pages': { around: page, cut: true },
  'heads in separate lines': {
    cell: (text, role) =>
      role === 'head' && text.length === 4 ? `${text.slice(0, 2)}<br>${text.slice(2)}` : escaped(text),
  },
  'tables in a frame': {
    table: (html) => `<div style="overflow:auto"><table><tbody><tr><td>${html}</td></tr></tbody></table></div>`,
  },
  'a band above each piece of a table': { bands: true, around: page },
  'headings again as captions': { captions: true },
  'a contents list': { contents: true },
  'rows with running numbers': { number: true },
  'without any merged cells': { spans: false },
  'zeros left out': { cell: (text, role) => (role === 'figure' && text === '0' ? '&nbsp;' : escaped(text)) },
  'strokes for zeros': { cell: (text, role) => (role === 'figure' && text === '0' ? '/' : escaped(text)) },
  'bands and heads left out': { cell: (text, role) => (role === 'band' || role === 'head' ? '' : escaped(text)) },
};
