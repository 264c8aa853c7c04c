import { formats } from 'nianbao';
import { formatIds } from './headers.mjs';

/** @type {Readonly<Record<string, string>>} */
const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (/** @type {string} */ text) => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

/**
 * A link of a report. Screen readers list links by themselves, so each says which report it is of.
 *
 * @param {string} id
 * @param {string} path relative, so that the page may stand below any address
 * @param {string} words
 */
const link = (id, path, words) =>
  `<a href="${escaped(path)}" aria-label="${escaped(`${words}：${id}`)}">${escaped(words)}</a>`;

function item(/** @type {string} */ id) {
  const path = `reports/${encodeURIComponent(id)}`;
  const files = formatIds.map((format) => {
    const { extension } = formats[format];
    return link(id, `${path}.${extension}`, `下载 ${extension.toUpperCase()}`);
  });
  return `<li><h2>${escaped(id)}</h2><p>${[link(id, `${path}.pdf?inline`, '在线阅读'), ...files].join(' ')}</p></li>`;
}

/** The page that lists reports. @param {readonly string[]} ids */
export function listPage(ids) {
  const list = ids.length > 0 ? `<ul>\n${ids.map(item).join('\n')}\n</ul>` : '<p>还没有报告。</p>';
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>政府信息公开工作年度报告</title>
</head>
<body>
<main>
<h1>政府信息公开工作年度报告</h1>
${list}
</main>
</body>
</html>
`;
}
