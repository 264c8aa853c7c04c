import type * as z from 'zod';
import { type Diagnostic, diagnostic, type Path, ReportError } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/nearest.js';
import { type EditionId, editions } from '../editions/editions.js';
import type { Edition } from '../form/form.js';
import { dataCells, valueAt } from '../table/cells.js';
import { completeTable } from '../table/complete.js';
import { forbiddenCharacters } from './forbidden-characters.js';
import { type Report, reportSchema, shapeOfSchema } from './report-schema.js';
import { knownKeys, type Shape, shapeAt } from './shape.js';

interface EditionShape {
  readonly schema: z.ZodType;
  readonly shape: Shape;
  readonly labels: ReadonlyMap<string, string>;
}

const shapes = new Map<string, EditionShape>();

/** Schema, its plain form and the labels of cells, made once for an edition. */
export function shapeOf(edition: Edition): EditionShape {
  const known = shapes.get(edition.id);
  if (known) return known;
  const cells = Object.entries(edition.tables).flatMap(([key, spec]) =>
    dataCells(spec).map((cell): [string, string] => [[key, ...cell.path].join('.'), cell.label]),
  );
  const schema = reportSchema(edition);
  const made = { schema, shape: shapeOfSchema(schema), labels: new Map(cells) };
  shapes.set(edition.id, made);
  return made;
}

/** How a value is named in a message: its kind, and the value itself where it is short. */
function describe(value: unknown): string {
  if (value === null) return '空值 null';
  if (Array.isArray(value)) return '列表';
  if (typeof value === 'object') return '对象';
  return typeof value === 'string' ? `文字 ${JSON.stringify(value.slice(0, 40))}` : `${String(value)}`;
}

const EXPECTED: Partial<Record<string, string>> = {
  object: '对象',
  array: '列表',
  string: '文字',
  boolean: 'true 或 false',
};

/** The other editions that do have such a key at this place. */
function editionsWith(path: Path): readonly string[] {
  return Object.values<Edition>(editions)
    .filter((edition) => shapeAt(shapeOf(edition).shape, path) !== undefined)
    .map(({ id }) => id);
}

function unknownKey(path: Path, key: string, shape: Shape): Diagnostic {
  const parent = shapeAt(shape, path);
  const others = editionsWith([...path, key]);
  return diagnostic('shape/unknown-key', {
    message: `不认识的键 ${key}`,
    path: [...path, key],
    found: key,
    expected: '本版式规定的键',
    hint:
      others.length > 0
        ? `这是 ${others.join('、')} 版式的键；核对 edition，或改用本版式的表格`
        : didYouMean(key, parent ? knownKeys(parent) : []),
  });
}

/** What zod found, in our words. An issue of a union is told by the union's own message. */
function fromIssue(issue: z.core.$ZodIssue, raw: unknown, { shape, labels }: EditionShape): readonly Diagnostic[] {
  const path = issue.path.filter((key) => typeof key !== 'symbol');
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(path, key, shape));
  const value = valueAt(raw, path);
  const expected = issue.code === 'invalid_type' ? (EXPECTED[issue.expected] ?? issue.message) : issue.message;
  const label = labels.get(path.join('.'));
  const facts = { path, ...(label !== undefined && { label }), expected };
  if (value === undefined) {
    return [
      diagnostic('shape/missing', {
        ...facts,
        message: '缺少必填的内容',
        found: '没有',
        hint: `补上 ${path.at(-1)}：${expected}`,
      }),
    ];
  }
  const code = issue.code === 'invalid_type' || issue.code === 'invalid_union' ? 'shape/type' : 'shape/value';
  const message = code === 'shape/type' ? '值的类型不对' : '值不合规定';
  return [diagnostic(code, { ...facts, message, found: describe(value), hint: `改为${expected}` })];
}

function editionOf(raw: unknown): Edition {
  const id = valueAt(raw, ['edition']);
  const edition = typeof id === 'string' && Object.hasOwn(editions, id) ? editions[id as EditionId] : undefined;
  if (edition) return edition;
  const known = Object.values<Edition>(editions).map(({ id, citation }) => `"${id}"（${citation}）`);
  throw new ReportError([
    diagnostic('edition/unknown', {
      message: id === undefined ? '没有写明版式' : '没有这个版式',
      path: ['edition'],
      found: id === undefined ? '没有' : describe(id),
      expected: known.join(' 或 '),
      hint: '2021 年度及以后的报告用 "2021"，2019、2020 年度用 "2019"；注意加引号',
    }),
  ]);
}

/**
 * Turns a report object of unknown shape into a report whose every cell is there. Shape only: whether the figures make
 * sense is `checkReport`'s to say.
 *
 * @throws ReportError with all problems of shape at once
 */
export function parseReport(raw: unknown): Report {
  const forbidden = forbiddenCharacters(raw);
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    throw new ReportError([
      diagnostic('shape/type', {
        message: '报告应是一个对象',
        found: describe(raw),
        expected: '对象',
        hint: '最外层应是 { … }，含 edition、year、agency 和三张表',
      }),
    ]);
  }
  const edition = editionOf(raw);
  const shape = shapeOf(edition);
  // Compiled schemas take longer to make, and no less to run.
  const parsed = shape.schema.safeParse(raw, { jitless: true });
  const issues = parsed.success ? [] : parsed.error.issues.flatMap((issue) => fromIssue(issue, raw, shape));
  const tables = Object.entries(edition.tables).map(([key, spec]) => ({
    key,
    ...completeTable(spec, valueAt(raw, [key]), key),
  }));
  // A table that is no table, or says wrongly how its missing cells are to be taken, has that one problem.
  const broken = new Set(issues.map(({ path }) => path.join('.').replace(/\.(?:fill|totals)$/, '')));
  const missing = tables.flatMap(({ key, problems }) => (broken.has(key) ? [] : problems));
  const previous = parsePrevious(valueAt(raw, ['previous']));
  const problems = [...forbidden, ...issues, ...missing, ...previous.problems];
  if (problems.length > 0) throw new ReportError(problems);
  const data = Object.fromEntries(tables.map((table) => [table.key, table.data]));
  return { ...(parsed.data as Report), ...data, ...(previous.report && { previous: previous.report }) };
}

/** Last year's report inside this year's: its problems are told by their place in the whole. */
function parsePrevious(raw: unknown): { readonly report?: Report; readonly problems: readonly Diagnostic[] } {
  if (typeof raw !== 'object' || raw === null) return { problems: [] };
  try {
    return { report: parseReport(raw), problems: [] };
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    const problems = error.diagnostics.filter(({ code }) => code !== 'text/forbidden-character');
    return { problems: problems.map((problem) => ({ ...problem, path: ['previous', ...problem.path] })) };
  }
}
