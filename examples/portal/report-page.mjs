import { fileLinks } from './list.mjs';
import { escaped } from './markup.mjs';

/** As wide as the text of the page, and as far from its edges. */
const BESIDE_TEXT = 'max-width:46rem;margin:0 auto;padding:1rem';

/**
 * The page of a report: what nianbao makes, with links to its files above it and a preview of the PDF below.
 *
 * @param {string} html the page that nianbao made
 * @param {string} id
 * @param {string} title
 */
export function reportPage(html, id, title) {
  const path = encodeURIComponent(id);
  const files = `<nav aria-label="文件" style="${BESIDE_TEXT}"><p style="display:flex;flex-wrap:wrap;align-items:baseline;gap:0 1rem;margin:0;text-indent:0"><a href="../">全部报告</a> ${fileLinks(title, path)}</p></nav>\n`;
  const preview = `\n<section aria-labelledby="preview" style="${BESIDE_TEXT}"><h2 id="preview">PDF 预览</h2>
<iframe src="${escaped(`${path}.pdf?inline`)}" title="${escaped(`PDF：${title}`)}" style="width:100%;height:80vh;border:1px solid"></iframe>
</section>`;
  return html.replace('<main', (main) => files + main).replace('</main>', (end) => end + preview);
}
