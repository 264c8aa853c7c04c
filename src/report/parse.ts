import { type Diagnostic, diagnostic, type Path, ReportError } from '../diagnostics/diagnostic.js';
import { gather } from '../diagnostics/gather.js';
import { type FormOptions, formsOf } from '../editions/editions.js';
import { type Form, headingOf } from '../form/form.js';
import { capped } from '../limits/capped.js';
import { limitsOf } from '../limits/limits-of.js';
import { valueAt } from '../table/cells.js';
import { completeTable } from '../table/complete.js';
import { isPlain, isSurelyRight } from '../table/sure-table.js';
import { describe } from './describe.js';
import { forbiddenCharacters } from './forbidden-characters.js';
import { formShape } from './form-shape.js';
import { namedForm } from './named-form.js';
import { looking, provePlainData } from './plain-data.js';
import type { AnyReport, Report, ReportOf } from './report.js';
import { shapeProblems } from './shape-problems.js';

function notAnObject(raw: unknown): ReportError {
  return new ReportError([diagnostic('shape/type', { cause: 'report', given: describe(raw) })]);
}

interface Previous {
  readonly report?: AnyReport;
  readonly problems: readonly Diagnostic[];
}

function inPrevious(problem: Diagnostic): Diagnostic {
  const { path, places } = problem;
  const below = (at: Path): Path => ['previous', ...at];
  return {
    ...problem,
    path: below(path),
    ...(places && { places: places.map((one) => ({ ...one, path: below(one.path) })) }),
  };
}

/** Parses last year's report inside this year's. Paths of its problems start at the outer report. */
function parsePrevious(raw: unknown, options: FormOptions): Previous {
  if (typeof raw !== 'object' || raw === null) return { problems: [] };
  try {
    return { report: parseAny(raw, options), problems: [] };
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    const problems = error.diagnostics.filter(({ code }) => code !== 'text/forbidden-character');
    return { problems: problems.map(inPrevious) };
  }
}

/** A section that the report has nothing of may be declared absent. */
function missingTable(key: string): Diagnostic {
  return diagnostic('shape/missing', { cause: 'part', name: key }, { path: [key] });
}

interface CompletedTable extends ReturnType<typeof completeTable> {
  readonly key: string;
}

/** The tables that the report has, with every cell, and the cells and tables that are missing. */
function completeTables({ tables }: Form, raw: object): readonly CompletedTable[] {
  return Object.entries(tables).flatMap(([key, spec]) => {
    const [data, absent] = [valueAt(raw, [key]), valueAt(raw, ['absent', key])];
    if (data === undefined) return absent === undefined ? [{ key, data: {}, problems: [missingTable(key)] }] : [];
    const table = completeTable(spec, data, key);
    // A table of an absent section is told as a contradiction, not cell by cell.
    return [{ key, ...table, problems: absent === undefined ? table.problems : [] }];
  });
}

/** A report without the key by which editors find the schema of a file, and without facts that are left blank. */
function withoutAsides(given: object): object {
  const aside = (key: string, value: unknown) =>
    (key === '$schema' && typeof value === 'string') || (key === 'facts' && value === null);
  const entries = Object.entries(given);
  return entries.some(([key, value]) => aside(key, value))
    ? Object.fromEntries(entries.filter(([key, value]) => !aside(key, value)))
    : given;
}

/** A report without the tables that need not be held against the schema. Their keys stay, so that all keep their order. */
function doubtful(raw: object, { tables }: Form): object {
  if (!isPlain(raw)) return raw;
  const isSure = (key: string, data: unknown) => {
    const spec = Object.hasOwn(tables, key) ? tables[key] : undefined;
    return spec !== undefined && isSurelyRight(spec, data);
  };
  return Object.fromEntries(Object.entries(raw).map(([key, data]) => [key, isSure(key, data) ? undefined : data]));
}

/** A report whose last report is without that of the year before it, which nothing asks for: it is not even looked at. */
function withoutOlder(given: unknown): unknown {
  const previous = valueAt(given, ['previous']);
  if (valueAt(previous, ['previous']) === undefined) return given;
  const { previous: _, ...own } = previous as { readonly previous: unknown };
  return { ...(given as object), previous: own };
}

function parseAny(given: unknown, options: FormOptions): AnyReport {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw notAnObject(given);
  const raw = withoutAsides(given);
  const forbidden = forbiddenCharacters(raw);
  const forms = formsOf(options);
  const form = namedForm(raw, forms);
  const shape = formShape(form);
  const parsed = shape.schema.safeParse(doubtful(raw, form));
  const issues = parsed.success ? [] : parsed.error.issues.flatMap((issue) => shapeProblems(issue, raw, shape, forms));
  const tables = completeTables(form, raw);
  // A table of the wrong type, or with wrong `fill` or `totals`, is reported once, not cell by cell.
  const broken = new Set(issues.map(({ path }) => path.join('.').replace(/\.(?:fill|totals)$/, '')));
  const missing = gather(
    tables.flatMap(({ key, problems }) => (broken.has(key) ? [] : problems)),
    (key, all, where) =>
      diagnostic('cell/missing', { cause: 'table', name: headingOf(form, key), table: key, all }, where),
  );
  const previous = parsePrevious(valueAt(raw, ['previous']), options);
  const problems = [...forbidden, ...issues, ...missing, ...previous.problems];
  if (problems.length > 0) throw new ReportError(capped(problems, limitsOf(options)));
  const data = Object.fromEntries(tables.map((table) => [table.key, table.data]));
  return { ...(parsed.data as AnyReport), ...data, ...(previous.report && { previous: previous.report }) };
}

/**
 * Turns a report object of unknown shape into a report whose every cell is there. Shape only: whether the figures make sense is
 * for `checkReport` to say.
 *
 * Forms of the caller's own, besides the editions, are given as `forms`.
 * @throws ReportError with all problems of shape at once
 */
export function parseReport(raw: unknown): Report;
export function parseReport<const F extends readonly Form[]>(
  raw: unknown,
  options: { readonly forms: F },
): Report | ReportOf<F[number]>;
export function parseReport(raw: unknown, options: FormOptions): AnyReport;
export function parseReport(raw: unknown, options: FormOptions = {}): AnyReport {
  const given = looking(() => withoutOlder(raw));
  provePlainData(given, limitsOf(options));
  return parseAny(given, options);
}

/** A report that has been parsed, or every problem of its shape. */
export type SafelyParsed<R> =
  | {
      /** Whether it is a report. */
      readonly ok: true;
      /** Every cell of its tables is there. */
      readonly report: R;
    }
  | {
      /** It is none. */
      readonly ok: false;
      /** All problems, as `parseReport` throws them. */
      readonly diagnostics: readonly Diagnostic[];
    };

/**
 * The same as `parseReport`, for callers who would rather ask than catch.
 *
 * Forms of the caller's own, besides the editions, are given as `forms`.
 */
export function safeParseReport(raw: unknown): SafelyParsed<Report>;
export function safeParseReport<const F extends readonly Form[]>(
  raw: unknown,
  options: { readonly forms: F },
): SafelyParsed<Report | ReportOf<F[number]>>;
export function safeParseReport(raw: unknown, options: FormOptions): SafelyParsed<AnyReport>;
export function safeParseReport(raw: unknown, options: FormOptions = {}): SafelyParsed<AnyReport> {
  try {
    return { ok: true, report: parseReport(raw, options) };
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    return { ok: false, diagnostics: error.diagnostics };
  }
}
