import { attributes, textHtml } from '../../formats/html/written-html.js';
import type { AgencyRow, Audit, YearCell } from '../audit.js';
import type { FindingCounts } from '../audited-report.js';
import { countsById, GRADE_WORDS, shortCounts } from '../words.js';
import type { Anchors } from './report-markup.js';

/** What a table of all agencies and years is made of. */
interface Matrix {
  readonly audit: Audit;
  readonly anchors: Anchors;
  readonly counts: ReadonlyMap<string, FindingCounts>;
}

function cellHtml(cell: YearCell | undefined, { anchors, counts }: Matrix): string {
  if (cell === undefined) return '<td></td>';
  const { grade, ids } = cell;
  if (grade === 'missing') return `<td><span class="mark missing">${GRADE_WORDS.missing}</span></td>`;
  const marks = ids.map((id) => {
    const own = counts.get(id);
    const mark = `<span class="mark ${own ? grade : 'missing'}">${shortCounts(own)}</span>`;
    const anchor = anchors.get(id);
    return anchor === undefined ? mark : `<a href="#${anchor}">${mark}</a>`;
  });
  return `<td>${marks.join(' ')}</td>`;
}

function rowHtml({ agency, above, isListed, years }: AgencyRow, matrix: Matrix): string {
  const byYear = new Map(years.map((cell) => [cell.year, cell]));
  const grades = [...new Set(years.map(({ grade }) => grade))].join(' ');
  const cells = matrix.audit.years.map((year) => cellHtml(byYear.get(year), matrix));
  const note = isListed ? '' : ' <span class="note">不在名单上</span>';
  const facts = { 'data-name': agency, 'data-grade': grades, 'data-year': years.map(({ year }) => year).join(' ') };
  const belongs = above === undefined ? '' : ` <span class="note">${textHtml(above)}</span>`;
  return `<tr${attributes(facts)}><th scope="row">${textHtml(agency)}${note}${belongs}</th>${cells.join('')}</tr>`;
}

/** The table of all agencies and years, each report a link to what is said of it. */
export function matrixHtml(audit: Audit, anchors: Anchors): string {
  const { years, agencies } = audit;
  if (agencies.length === 0) return '';
  const matrix: Matrix = { audit, anchors, counts: countsById(audit) };
  const heads = years.map((year) => `<th scope="col">${year} 年</th>`);
  return `<h2 id="matrix">各机关各年度</h2>
<div class="scroll" tabindex="0" role="region" aria-labelledby="matrix">
<table class="years" style="--years:${years.length}">
<thead><tr><th scope="col">机关</th>${heads.join('')}</tr></thead>
<tbody>
${agencies.map((row) => rowHtml(row, matrix)).join('\n')}
</tbody>
</table>
</div>`;
}
