import type { Diagnostic, Path, Place, Severity } from './record.js';

/** `requests.disposition.total`, with indices in brackets; `（整份报告）` for the empty path. */
export function formatPath(path: Path): string {
  const text = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('');
  return text === '' ? '（整份报告）' : text.replace(/^\./, '');
}

const SEVERITIES: { readonly [S in Severity]: string } = { error: '错误', warning: '警告', note: '建议' };

/** The word for a problem's severity, or that it is waived. */
export function severityWord({ severity, waived }: Diagnostic): string {
  return waived === undefined ? SEVERITIES[severity] : '已豁免';
}

/** `年报.json:12:3`, `年报.docx（第12段后的表，第9行第3列）`, and a space. */
function placeText(place: Place | undefined): string {
  if (place === undefined) return '';
  return 'at' in place ? `${place.file}（${place.at}） ` : `${place.file}:${place.line}:${place.column} `;
}

/** One problem as lines of text: place, code, message, where, found and expected, hint. */
export function formatDiagnostic(problem: Diagnostic): string {
  const { place, path, label, found, expected, waived } = problem;
  const facts = [
    path.length === 0 ? '' : `位置：${formatPath(path)}${label ? `（${label}）` : ''}`,
    found === undefined ? '' : `实际：${found}`,
    expected === undefined ? '' : `应为：${expected}`,
    waived === undefined ? '' : `豁免理由：${waived}`,
    `提示：${problem.hint}`,
  ];
  const lines = facts.filter((line) => line !== '').map((line) => `    ${line}`);
  return [`${placeText(place)}${severityWord(problem)} ${problem.code} ${problem.message}`, ...lines].join('\n');
}
