import type { Diagnostic, Path, Place, PlaceInReport, Severity, Suspect } from './record.js';

/** `requests.disposition.total`, with indices in brackets; `（整份报告）` for the empty path. */
export function formatPath(path: Path): string {
  const text = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('');
  return text === '' ? '（整份报告）' : text.replace(/^\./, '');
}

const SEVERITIES: { readonly [S in Severity]: string } = { error: '错误', warning: '警告', note: '建议' };

/** The word for a problem's severity, or that it is waived. */
export function severityWord({ severity, waived }: Pick<Diagnostic, 'severity' | 'waived'>): string {
  return waived === undefined ? SEVERITIES[severity] : '已豁免';
}

/** Characters that a terminal or an XML file would not show as they are, written as their number. */
export function visible(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** What stands in one line: a name of a file or an id cannot begin another one. */
export function inLine(text: string): string {
  return visible(text).replace(/[\t\n]/g, (character) => (character === '\t' ? '\\t' : '\\n'));
}

/** `年报.json:12:3 `, `年报.docx（第12段后的表，第9行第3列） `; nothing without a place. */
export function placeText(place: Place | undefined): string {
  if (place === undefined) return '';
  return 'at' in place ? `${place.file}（${place.at}） ` : `${place.file}:${place.line}:${place.column} `;
}

/** `三、（七）总计 · 自然人（requests.disposition.total.naturalPerson）`, after its place in the file where that is known. */
export function formatPlace({ path, label, place }: PlaceInReport): string {
  return inLine(`${placeText(place)}${label === undefined ? formatPath(path) : `${label}（${formatPath(path)}）`}`);
}

/** `三、（一）予以公开 · 总计（…）：是 3，改为 2 则有关各处都相符` */
const formatSuspect = ({ found, expected, ...place }: Suspect): string =>
  `${formatPlace(place)}是 ${found}，改为 ${expected} 则有关的合计都相符`;

/** Who reads a file by its pages and cells knows labels, others paths. */
function whereOf({ place, path, label }: PlaceInReport): string {
  if (label === undefined) return formatPath(path);
  return place && 'at' in place ? `${label}（${formatPath(path)}）` : `${formatPath(path)}（${label}）`;
}

/** One problem as lines of text: place, code, message, where, found and expected, hint. */
export function formatDiagnostic(problem: Diagnostic): string {
  const { place, path, found, expected, suspect, waived } = problem;
  const facts = [
    path.length === 0 ? '' : `位置：${whereOf(problem)}`,
    found === undefined ? '' : `实际：${found}`,
    expected === undefined ? '' : `应为：${expected}`,
    suspect === undefined || waived !== undefined ? '' : `很可能错在：${formatSuspect(suspect)}`,
    waived === undefined ? '' : `豁免理由：${waived}`,
    `提示：${problem.hint}`,
  ];
  // What is quoted may have several lines, which stand below its first one.
  const lines = facts.filter((line) => line !== '').map((line) => `    ${line.replaceAll('\n', '\n          ')}`);
  const first = inLine(`${placeText(place)}${severityWord(problem)} ${problem.code} ${problem.message}`);
  return [first, ...lines.map(visible)].join('\n');
}
