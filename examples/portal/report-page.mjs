import { exportCells, ReportError, readReport } from 'nianbao';
import { shortened } from './headers.mjs';
import { fileLinks } from './list.mjs';
import { escaped } from './markup.mjs';

/** @typedef {import('./reports.mjs').Source} Source */

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

/** What a report is as data, by extension. @type {Readonly<Record<string, { type: string, text: (report: any) => string }>>} */
const DATA = {
  json: { type: 'application/json; charset=utf-8', text: (report) => `${JSON.stringify(report, null, 2)}\n` },
  csv: { type: 'text/csv; charset=utf-8', text: (report) => exportCells([report], { bom: true }).text },
};

/** Whether reports are given as data under an extension. @param {string} extension */
export const isData = (extension) => Object.hasOwn(DATA, extension);

/**
 * A report as data, or what is wrong with it.
 *
 * @param {Source} source
 * @param {string} extension one of data
 * @returns {{ title: string, type: string, bytes: Buffer } | { findings: readonly any[] }}
 */
export function dataOf({ name, text }, extension) {
  const data = DATA[extension];
  try {
    const { report } = readReport(text, name);
    const title = shortened(`${report.agency.name}${report.year}年政府信息公开工作年度报告`);
    return { title, type: data.type, bytes: Buffer.from(data.text(report)) };
  } catch (error) {
    if (error instanceof ReportError) return { findings: error.diagnostics };
    throw error;
  }
}
