import { formats } from 'nianbao';
import { formatIds } from './headers.mjs';
import { escaped, link, page } from './markup.mjs';
import { DATA_TYPES } from './reading.mjs';

/** @typedef {import('./catalogue.mjs').Entry} Entry */

/** Links to the files of a report. @param {string} name @param {string} path */
export const fileLinks = (name, path) =>
  [...formatIds.map((format) => formats[format].extension), ...Object.keys(DATA_TYPES)]
    .map((extension) => link(name, `${path}.${extension}`, `下载 ${extension.toUpperCase()}`))
    .join(' ');

function item(/** @type {Entry} */ { id, name }) {
  const path = `reports/${encodeURIComponent(id)}`;
  const preview = link(name, `${path}.pdf?inline`, '阅读 PDF');
  return `<li><h2><a href="${escaped(path)}">${escaped(name)}</a></h2><p>${preview} ${fileLinks(name, path)}</p></li>`;
}

/** @param {readonly Entry[]} entries @param {{ agency: string, year: string }} asked */
function search(entries, { agency, year }) {
  const years = [...new Set(entries.flatMap((entry) => entry.year ?? []))].sort((a, b) => b - a);
  const options = years.map(
    (one) => `<option value="${one}"${String(one) === year ? ' selected' : ''}>${one}年</option>`,
  );
  return `<search>
<form action="./" method="get">
<label for="agency">机关</label> <input id="agency" name="agency" type="search" value="${escaped(agency)}">
<label for="year">年份</label> <select id="year" name="year"><option value="">全部</option>${options.join('')}</select>
<button>查找</button>
</form>
</search>`;
}

const UPLOAD = `<section aria-labelledby="upload">
<h2 id="upload">检查一份报告</h2>
<form action="check" method="post" enctype="multipart/form-data">
<label for="file">Word 文件、工作簿、PDF、OFD、网页、纯文本、JSON 或 YAML</label>
<input id="file" name="file" type="file" required accept=".docx,.xlsx,.xlsm,.pdf,.ofd,.html,.htm,.txt,.json,.yaml,.yml">
<button>上传检查</button>
</form>
</section>`;

/** Whether a report is asked for. @param {Entry} entry @param {{ agency: string, year: string }} asked */
const isAsked = ({ name, year }, asked) =>
  name.includes(asked.agency.trim()) && (asked.year === '' || String(year) === asked.year);

/** The page that lists reports, all or those of an agency and a year. @param {readonly Entry[]} entries */
export function listPage(entries, /** @type {{ agency: string, year: string }} */ asked) {
  const found = entries.filter((entry) => isAsked(entry, asked));
  const none = entries.length === 0 ? '还没有报告。' : '没有这样的报告。';
  const list = found.length > 0 ? `<ul>\n${found.map(item).join('\n')}\n</ul>` : `<p role="status">${none}</p>`;
  return page('政府信息公开工作年度报告', [search(entries, asked), list, UPLOAD].join('\n'));
}
