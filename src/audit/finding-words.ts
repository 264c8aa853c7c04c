import type { Diagnostic, Path, Place, PlaceInReport } from '../diagnostics/diagnostic.js';
import { formatPath, visible } from '../diagnostics/problem-text.js';
import { type Form, headingOf } from '../form/form.js';
import { PREAMBLE } from '../form/preamble.js';
import { once } from '../memo/once.js';
import { formShape } from '../report/form-shape.js';
import { partTitles, titleOf } from '../workbook/part-titles.js';
import type { AuditFinding } from './audited-report.js';
import { borneOut, toldAsBorneOut } from './borne-out.js';
import { hintFor } from './hint-words.js';
import { toldOnce } from './told-once.js';
import { type ZeroRow, zeroRows } from './zero-rows.js';

/** What the parts of a report are called that have no heading of their own. */
const PARTS: { readonly [key: string]: string } = {
  title: '标题',
  year: '年度',
  edition: '报告格式',
  agency: '机关',
  addressee: '主送机关',
  signoff: '落款',
  facts: '文字用到的数据',
  previous: '上年的报告',
  waivers: '豁免',
};

/** Keys below which a report has its sections again: their headings, texts, notes and further tables. */
const BY_SECTION = new Set(['headings', 'narrative', 'notes', 'tables', 'absent']);

const WHOLE = '整份报告';
const OPENING = '引言';

/** The key of the section that a path leads into; undefined if it leads elsewhere. */
function sectionKey(path: Path, form: Form): string | undefined {
  const [first, second] = path.map(String);
  const key = first !== undefined && BY_SECTION.has(first) ? second : first;
  return form.sections.some((section) => section.key === key) || key === PREAMBLE ? key : undefined;
}

/** The part of a report that a path leads into, in the form's words. */
function sectionOf(path: Path, form: Form): string {
  const key = sectionKey(path, form);
  if (key === PREAMBLE) return OPENING;
  return key === undefined ? (PARTS[String(path[0])] ?? WHOLE) : headingOf(form, key);
}

const titlesOf = once(partTitles);

const KINDS: { readonly [key: string]: string } = { headings: '标题', notes: '表下的说明' };

/** The cell or the paragraph that a path leads to; nothing if that is its whole part. */
function cellOf({ path, label }: PlaceInReport, form: Form): string | undefined {
  const known = label ?? formShape(form).labels.get(formatPath(path));
  if (known !== undefined) return known;
  const [first, , ...rest] = path;
  if (Object.hasOwn(PARTS, String(first))) return path.length > 1 ? titleOf(path, titlesOf(form)) : undefined;
  if (first === 'tables') return `自己的表 ${Number(rest[0] ?? 0) + 1}`;
  const last = rest.at(-1);
  if (first === 'narrative' && typeof last === 'number') return `第 ${last + 1} 段`;
  return KINDS[String(first)];
}

/** A place in a file, whose name is told with the report. */
export const placeWords = (place: Place | undefined): string | undefined =>
  place && ('at' in place ? place.at : `第 ${place.line} 行第 ${place.column} 列`);

function facts({ found, expected, formula, basis, waived }: Diagnostic) {
  return {
    ...(found !== undefined && { found: visible(found) }),
    ...(expected !== undefined && { expected: visible(expected) }),
    ...(formula !== undefined && { formula }),
    ...(basis !== undefined && { basis }),
    ...(waived !== undefined && { waived: visible(waived) }),
  };
}

/** A problem in the words of a report's form. */
function wordedAlone(problem: Diagnostic, form: Form): AuditFinding {
  const { severity, code, path, message, places = [] } = problem;
  const all = places.length > 0 ? places : [problem];
  const place = placeWords(problem.place ?? places[0]?.place);
  const section = sectionOf(path, form);
  const cells = new Set(all.flatMap((one) => cellOf(one, form) ?? []));
  return {
    severity,
    code,
    section,
    cells: [...cells].filter((cell) => cell !== section),
    message: visible(message),
    ...facts(problem),
    hint: hintFor(problem),
    ...(place !== undefined && { place }),
    path: path.length === 0 ? '' : formatPath(path),
  };
}

/** Sums that fail by one cell, as one finding about that cell. */
function wordedTogether([first, ...others]: Problems, form: Form): AuditFinding {
  const { suspect } = first;
  if (suspect === undefined || first.waived !== undefined) return wordedAlone(first, form);
  const { path, label, found, expected } = suspect;
  const cell = cellOf({ path, ...(label !== undefined && { label }) }, form) ?? formatPath(path);
  const place = placeWords(suspect.place);
  const all = [first, ...others];
  const { formula, basis } = facts(first);
  return {
    severity: first.severity,
    code: first.code,
    section: sectionOf(path, form),
    cells: [cell],
    message: `很可能是这一格错了：是 ${found}，改为 ${expected} 则有关的 ${all.length} 个合计都相符`,
    found,
    expected,
    ...(formula !== undefined && { formula }),
    ...(basis !== undefined && { basis }),
    hint: hintFor(first),
    ...(place !== undefined && { place }),
    path: formatPath(path),
    related: all.map(({ code, message }) => ({ code, message: visible(message) })),
  };
}

/** Sums that fail by a row of totals that was left 0, as one finding about that row. */
function wordedRow(all: Problems, { row, columns }: ZeroRow, form: Form): AuditFinding {
  const told = [...columns].map(([column, expected]) => `${column} ${expected}`).join('、');
  return {
    ...wordedAlone(all[0], form),
    cells: [row],
    message: `这一行有 ${columns.size} 格是 0，按分项应为 ${told}；有关的 ${all.length} 个合计都不相符`,
    found: '0',
    expected: told,
    related: all.map(({ code, message }) => ({ code, message: visible(message) })),
  };
}

type Problems = readonly [Diagnostic, ...Diagnostic[]];

/** Problems in groups: those that one cell, or one row left 0, explains stand together. */
function grouped(problems: readonly Diagnostic[], rows: ReadonlyMap<Diagnostic, ZeroRow>): readonly Problems[] {
  const groups = new Map<string | number, [Diagnostic, ...Diagnostic[]]>();
  for (const [i, problem] of problems.entries()) {
    const { suspect, waived } = problem;
    const cell = suspect !== undefined && waived === undefined ? formatPath(suspect.path) : undefined;
    const key = rows.get(problem)?.row ?? cell ?? i;
    const group = groups.get(key);
    if (group) group.push(problem);
    else groups.set(key, [problem]);
  }
  return [...groups.values()];
}

const RANK = { error: 0, warning: 1, note: 2 } as const;

/** Where a finding stands in the list of its report: the gravest first, waived ones last, then as the form has its parts. */
function rankOf({ severity, waived, path }: AuditFinding, form: Form): number {
  const gravity = waived === undefined ? RANK[severity] : 3;
  const key = sectionKey(path.split(/[.[]/u), form);
  const place = key === PREAMBLE ? 0 : form.sections.findIndex((section) => section.key === key) + 1;
  return gravity * (form.sections.length + 1) + place;
}

/** A finding about sums, with what texts have that bears it out. */
function supported(finding: AuditFinding, texts: readonly Diagnostic[], form: Form): AuditFinding {
  return texts.length === 0
    ? finding
    : {
        ...finding,
        related: [...(finding.related ?? []), ...texts.map((text) => toldAsBorneOut(text, sectionOf(text.path, form)))],
      };
}

/** The findings about a report in the words of its form, the gravest first. */
export function wordedFindings(all: readonly Diagnostic[], form: Form): readonly AuditFinding[] {
  const once = toldOnce(all);
  const right = borneOut(once);
  const problems = once.filter((problem) => !right.has(problem));
  const rows = zeroRows(problems, form);
  const worded = (group: Problems): AuditFinding => {
    const row = rows.get(group[0]);
    const finding = row === undefined ? wordedTogether(group, form) : wordedRow(group, row, form);
    return supported(
      finding,
      [...right].flatMap(([text, sum]) => (group.includes(sum) ? text : [])),
      form,
    );
  };
  return grouped(problems, rows)
    .map(worded)
    .toSorted((a, b) => rankOf(a, form) - rankOf(b, form));
}
