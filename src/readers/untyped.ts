import { type Diagnostic, diagnostic, type Path } from '../diagnostics/diagnostic.js';
import { gather } from '../diagnostics/gather.js';
import { type Form, headingOf } from '../form/form.js';
import { isUntouched } from '../report/untouched.js';
import { dataCells, valueAt } from '../table/cells.js';
import { sumsOf } from '../table/sums.js';

/** A report object, and what has to be told about the way it is written. */
interface Typed {
  readonly raw: unknown;
  readonly findings: readonly Diagnostic[];
}

/** Paths by their first key, each without it. */
function byFirstKey(paths: readonly Path[]): ReadonlyMap<string, readonly Path[]> {
  const groups = new Map<string, Path[]>();
  for (const [first, ...rest] of paths) {
    const group = groups.get(String(first));
    if (group) group.push(rest);
    else groups.set(String(first), [rest]);
  }
  return groups;
}

/** A value without what some paths lead to, and without the objects that have nothing else. */
function without(value: unknown, paths: readonly Path[]): unknown {
  if (paths.length === 0 || typeof value !== 'object' || value === null) return value;
  const below = byFirstKey(paths);
  if (Array.isArray(value)) return value.map((item, i) => without(item, below.get(String(i)) ?? []));
  const entries = Object.entries(value).flatMap(([key, one]): [string, unknown][] => {
    const inner = below.get(key);
    if (inner === undefined) return [[key, one]];
    const left = inner.some((path) => path.length === 0) ? {} : without(one, inner);
    return Array.isArray(left) || Object.keys(left ?? {}).length > 0 ? [[key, left]] : [];
  });
  return Object.fromEntries(entries);
}

/** A value with a blank where a path leads to nothing. What is in the way is left to be told. */
function withBlank(value: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined) return null;
  if (value === undefined || value === null) return withBlank({}, [key, ...rest]);
  if (typeof value !== 'object' || Array.isArray(value)) return value;
  return { ...value, [key]: withBlank(valueAt(value, [key]), rest) };
}

const startsWith = (path: readonly string[], start: Path): boolean => start.every((key, i) => path[i] === key);

/** The cells that are 0 because nothing is typed there, told once for a table. */
function assumed(form: Form, key: string, table: unknown, untyped: readonly Path[]): readonly Diagnostic[] {
  const spec = form.tables[key];
  if (spec === undefined) return [];
  const isComputed = valueAt(table, ['totals']) === 'compute';
  const totals = new Set(sumsOf(spec).flatMap(({ at, computable }) => (isComputed && computable ? [at] : [])));
  const cells = dataCells(spec).filter(
    (cell) => !totals.has(cell) && untyped.some((one) => startsWith(cell.path, one)),
  );
  const each = cells.map(({ path, label }) =>
    diagnostic('cell/assumed', { cause: 'cell', name: label }, { severity: 'note', path: [key, ...path], label }),
  );
  return gather(each, (_, all, where) =>
    diagnostic('cell/assumed', { cause: 'table', name: headingOf(form, key), all }, { severity: 'note', ...where }),
  );
}

interface Part {
  /** The paths of keys that are as good as left out. */
  readonly dropped: readonly Path[];
  /** The paths of cells to leave blank. */
  readonly blank: readonly Path[];
  readonly findings: readonly Diagnostic[];
}

const NOTHING: Part = { dropped: [], blank: [], findings: [] };

/** As long as a table has no figure at all, none of its cells is taken for 0: neither those that are typed without one, nor others. */
function partOfTable(form: Form, key: string, table: unknown, untyped: readonly Path[]): Part {
  if (valueAt(table, ['fill']) !== 0) return NOTHING;
  if (!isUntouched(form, key, table)) {
    return { dropped: untyped, blank: [], findings: assumed(form, key, table, untyped) };
  }
  const cells = Object.entries(form.tables).flatMap(([one, spec]) => (one === key ? dataCells(spec) : []));
  return { ...NOTHING, blank: cells.flatMap(({ path }) => (valueAt(table, path) === undefined ? [path] : [])) };
}

function partOf(
  key: string,
  value: unknown,
  untyped: readonly Path[],
  form: Form | undefined,
  forms: readonly Form[],
): Part {
  if (untyped.some((path) => path.length === 0)) return { ...NOTHING, dropped: untyped };
  if (form !== undefined && Object.hasOwn(form.tables, key)) return partOfTable(form, key, value, untyped);
  // Last year's report is a report of its own. What is assumed there is no news.
  return key === 'previous' ? { ...partsOf(value, untyped, forms), findings: [] } : { ...NOTHING, dropped: untyped };
}

function partsOf(raw: unknown, untyped: readonly Path[], forms: readonly Form[]): Part {
  const form = forms.find(({ id }) => id === valueAt(raw, ['edition']));
  const parts = [...byFirstKey(untyped)].map(([key, inner]) => {
    const { dropped, blank, findings } = partOf(key, valueAt(raw, [key]), inner, form, forms);
    const under = (paths: readonly Path[]) => paths.map((path) => [key, ...path]);
    return { dropped: under(dropped), blank: under(blank), findings };
  });
  return {
    dropped: parts.flatMap(({ dropped }) => dropped),
    blank: parts.flatMap(({ blank }) => blank),
    findings: parts.flatMap(({ findings }) => findings),
  };
}

/**
 * A report object as its author means it, in whose text keys may have nothing behind them: nothing typed is nothing given. In a table,
 * a cell of this kind is 0 by `fill: 0` once the table has figures; before, and without `fill`, it is left blank.
 *
 * @param untyped the paths of these keys
 */
export function asTyped(raw: unknown, untyped: readonly Path[], forms: readonly Form[]): Typed {
  if (untyped.length === 0) return { raw, findings: [] };
  const { dropped, blank, findings } = partsOf(raw, untyped, forms);
  return { raw: blank.reduce(withBlank, without(raw, dropped)), findings };
}
