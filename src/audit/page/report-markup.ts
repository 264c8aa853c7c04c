import { attributes, textHtml } from '../../formats/html/written-html.js';
import type { Audit } from '../audit.js';
import type { AuditedReport } from '../audited-report.js';
import { type NamesById, namesById, shortCounts, whoseReport } from '../words.js';
import { findingHtml } from './finding-markup.js';

/** By the ids of reports, the names of the places where the page has them. */
export type Anchors = ReadonlyMap<string, string>;

/** Reports of which there is something to say have a place on the page. */
export const anchorsOf = ({ reports }: Audit): Anchors =>
  new Map(reports.flatMap(({ id, findings }, i) => (findings.length === 0 ? [] : [[id, `r${i + 1}`]])));

function sourceLine({ id, previous }: AuditedReport): string {
  const before = previous === undefined ? '' : `；上年的报告：${textHtml(previous)}`;
  return `<p class="source">文件：${textHtml(id)}${before}</p>`;
}

function reportHtml(report: AuditedReport, anchor: string, names: NamesById): string {
  const { year, grade, counts, findings } = report;
  const whose = whoseReport(report, names);
  const facts = { id: anchor, class: 'report', 'data-name': whose, 'data-year': year, 'data-grade': grade };
  return `<section${attributes(facts)}>
<h3>${textHtml(whose)} ${year} 年 <span class="mark ${grade}">${shortCounts(counts)}</span></h3>
${sourceLine(report)}
<ol>
${findings.map(findingHtml).join('\n')}
</ol>
</section>`;
}

/** The reports of which there is something to say, each with its findings. */
export function reportsHtml(audit: Audit, anchors: Anchors): string {
  const names = namesById(audit);
  const told = audit.reports.flatMap((report) => {
    const anchor = anchors.get(report.id);
    return anchor === undefined ? [] : [reportHtml(report, anchor, names)];
  });
  const text = told.length === 0 ? '<p>没有发现问题。</p>' : '<p>没有问题的报告这里不列。</p>';
  return `<h2 id="reports">逐份报告</h2>\n${text}\n${told.join('\n')}`;
}
