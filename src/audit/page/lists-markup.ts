import { attributes, textHtml } from '../../formats/html/written-html.js';
import type { Audit, UnreadInput } from '../audit.js';
import type { RuleTotal } from '../audited-report.js';
import { missingYears, reasonsOf } from '../words.js';

/** A part of the page with a heading and a list; nothing if there is nothing to list. */
function listed(id: string, heading: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `<h2 id="${id}">${heading}</h2>\n<ul class="list">\n${items.join('\n')}\n</ul>`;
}

function unreadItem(unread: UnreadInput): string {
  const { id } = unread;
  const why = reasonsOf(unread).map((reason) => `<p>${textHtml(reason)}</p>`);
  return `<li${attributes({ 'data-name': id })}><strong>${textHtml(id)}</strong>${why.join('')}</li>`;
}

/** The files that could not be read, and why. */
export const unreadHtml = ({ unread }: Audit): string => listed('unread', '没能读入的文件', unread.map(unreadItem));

/** Who has not handed in, and for which years. */
export const missingHtml = (audit: Audit): string =>
  listed(
    'missing',
    '缺报',
    missingYears(audit).map(({ agency, years, words }) => {
      const facts = { 'data-name': agency, 'data-year': years.join(' '), 'data-grade': 'missing' };
      return `<li${attributes(facts)}>${textHtml(agency)} ${words}</li>`;
    }),
  );

/** What was handed in more than once. */
export const repeatedHtml = ({ repeated }: Audit): string =>
  listed(
    'repeated',
    '交了不止一份',
    repeated.map(({ agency, year, ids, isSame }) => {
      const facts = attributes({ 'data-name': agency, 'data-year': year });
      const told = isSame ? '内容相同' : '内容不同';
      return `<li${facts}>${textHtml(agency)} ${year} 年，${told}：${ids.map(textHtml).join('、')}</li>`;
    }),
  );

function ruleRow({ code, formula, passed, failed, waived, unassessed }: RuleTotal): string {
  const figures = [passed, failed, waived, unassessed].map((count) => `<td>${count}</td>`);
  return `<tr><th scope="row">${textHtml(formula)} <span class="note">${textHtml(code)}</span></th>${figures.join('')}</tr>`;
}

/** How often each rule held. */
export function rulesHtml({ rules }: Audit): string {
  if (rules.length === 0) return '';
  const heads = ['规则', '相符', '不符', '豁免', '未核对'].map((head) => `<th scope="col">${head}</th>`);
  return `<h2 id="rules">各条规则</h2>
<div class="scroll" tabindex="0" role="region" aria-labelledby="rules">
<table class="figures">
<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${rules.map(ruleRow).join('\n')}
</tbody>
</table>
</div>`;
}
