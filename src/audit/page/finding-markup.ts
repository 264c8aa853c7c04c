import { meaningOf } from '../../diagnostics/codes.js';
import { severityWord } from '../../diagnostics/problem-text.js';
import { textHtml } from '../../formats/html/written-html.js';
import type { AuditFinding } from '../audited-report.js';

/** The class of a finding's mark. */
const markOf = ({ severity, waived }: AuditFinding): string =>
  waived === undefined ? { error: 'red', warning: 'yellow', note: 'plain' }[severity] : 'plain';

function factsOf({ found, expected, hint, place, formula, basis, waived, related, code }: AuditFinding) {
  const demanded = formula ?? meaningOf(code);
  const rule = demanded === undefined ? code : `${demanded}（${code}${basis === undefined ? '' : `，${basis}`}）`;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['实际', found],
    ['应为', expected],
    ['有关', related?.map(({ message }) => message).join('\n')],
    ['豁免理由', waived],
    ['处理', waived === undefined ? hint : undefined],
    ['位置', place],
    ['规则', rule],
  ];
  return facts.flatMap(([name, text]) =>
    text === undefined || text === '' ? [] : [`<div><dt>${name}</dt><dd>${textHtml(text)}</dd></div>`],
  );
}

/** A finding: how grave it is, its table and cell, what is wrong, and the facts. */
export function findingHtml(finding: AuditFinding): string {
  const { section, cells, message } = finding;
  const [cell = '', ...others] = cells;
  // Messages about a cell begin with its name.
  const isNamed = cell !== '' && others.length === 0 && message.startsWith(cell);
  const names = isNamed || cells.length === 0 ? '' : ` <strong>${textHtml(cells.join('、'))}</strong>`;
  const said = isNamed
    ? `<strong>${textHtml(cell)}</strong>${textHtml(message.slice(cell.length))}`
    : textHtml(message);
  return `<li><p class="where"><span class="mark ${markOf(finding)}">${severityWord(finding)}</span> ${textHtml(section)}${names}</p>
<p>${said}</p>
<dl>${factsOf(finding).join('')}</dl></li>`;
}
