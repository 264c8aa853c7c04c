import { fileLinks } from './list.mjs';
import { escaped } from './markup.mjs';

/**
 * The page of a report: what nianbao makes, with links to its files above it and a preview of the PDF below.
 *
 * @param {string} html the page that nianbao made
 * @param {string} id
 * @param {string} title
 */
export function reportPage(html, id, title) {
  const path = encodeURIComponent(id);
  const files = `<nav aria-label="文件"><p><a href="../">全部报告</a> ${fileLinks(title, path)}</p></nav>\n`;
  const preview = `\n<section aria-labelledby="preview"><h2 id="preview">PDF 预览</h2>
<iframe src="${escaped(`${path}.pdf?inline`)}" title="${escaped(`PDF：${title}`)}" style="width:100%;height:80vh;border:1px solid"></iframe>
</section>`;
  return html.replace('<main', (main) => files + main).replace('</main>', (end) => end + preview);
}
