import { inLine, placeText, severityWord } from '../../diagnostics/problem-text.js';
import { type Diagnostic, formatPath } from '../../index.js';

type Problems = readonly [Diagnostic, ...Diagnostic[]];

/** What findings have in common that are told as one: the waiver that waives them, or the cell by which they fail. */
function keyOf({ code, waived, suspect }: Diagnostic): string | undefined {
  if (waived !== undefined) return `${code} ${waived}`;
  return suspect && formatPath(suspect.path);
}

/** Findings in their order; those that one waiver waives, and those that fail by one cell, stand together. */
export function together(problems: readonly Diagnostic[]): readonly Problems[] {
  const groups = new Map<string | number, [Diagnostic, ...Diagnostic[]]>();
  for (const [i, problem] of problems.entries()) {
    const key = keyOf(problem) ?? i;
    const group = groups.get(key);
    if (group) group.push(problem);
    else groups.set(key, [problem]);
  }
  return [...groups.values()];
}

const at = ({ place }: Pick<Diagnostic, 'place'>): string => placeText(place);

function waivedTogether(problems: Problems): string {
  const [{ code, waived }] = problems;
  const cells = problems.flatMap((one) => one.places ?? [one]).length;
  const lines = problems.map((one) => `    ${at(one)}${one.message}`);
  return [`已豁免 ${code} ${cells} 处`, ...lines, `    豁免理由：${waived}`].map(inLine).join('\n');
}

/** Several findings that belong together, as lines of text. */
export function formatTogether(problems: Problems): string {
  const [first] = problems;
  const { suspect } = first;
  if (first.waived !== undefined || suspect === undefined) return waivedTogether(problems);
  const { found, expected, label = '' } = suspect;
  const codes = [...new Set(problems.map(({ code }) => code))].join('、');
  const title = `${at(suspect)}${severityWord(first)} ${codes} 很可能是 ${label} 错了：是 ${found}，改为 ${expected} 则有关的 ${problems.length} 个合计都相符`;
  return [
    title,
    `    位置：${formatPath(suspect.path)}（${label}）`,
    ...problems.map((one) => `    有关：${at(one)}${one.code} ${one.message}`),
    `    提示：${first.hint}`,
  ]
    .map(inLine)
    .join('\n');
}
