import { dataCells } from '../table/cells.js';
import { type CellKind, columnsOf, type Header, leaves, type TableSpec } from '../table/spec.js';
import { sumsOf } from '../table/sums.js';

/** What a table of the report object may say besides its cells. */
const OPTIONS = ['fill', 'totals'];

const KEY = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** Keys are parts of dotted paths and names in templates. */
export const keyFaults = (keys: readonly string[], where: string): readonly string[] =>
  keys.filter((key) => !KEY.test(key) || key in {}).map((key) => `${where}: “${key}” cannot be a key`);

/** The kinds of a table's cells by their dotted paths in the report object. */
export const dataPaths = (key: string, spec: TableSpec): readonly (readonly [path: string, kind: CellKind])[] =>
  dataCells(spec).map(({ path, kind }) => [[key, ...path].join('.'), kind]);

const headers = (forest: readonly Header[]): readonly Header[] =>
  forest.flatMap((node) => [node, ...headers(node.children ?? [])]);

const areBreaks = (label: string, breaks: readonly number[]): boolean =>
  [...breaks, label.length].every((at, i) => Number.isInteger(at) && at > (breaks[i - 1] ?? 0));

function cellFaults(key: string, spec: TableSpec): readonly string[] {
  const corner = spec.stubhead ? [spec.stubhead] : [];
  const nodes: readonly Header[] = [
    ...spec.groups.flatMap(({ rows, columns }) => [...headers(rows), ...headers(columns)]),
    ...corner,
  ];
  const rows = spec.groups.flatMap((group) => headers(group.rows));
  const paths = dataPaths(key, spec).map(([path]) => path);
  const first = new Set(dataCells(spec).map(({ path }) => path[0] ?? ''));
  return [
    ...keyFaults(
      nodes.flatMap((node) => node.key ?? []),
      key,
    ),
    ...nodes
      .filter(({ label, breaks = [] }) => !areBreaks(label, breaks))
      .map(({ label }) => `${key}: the breaks of “${label}” must rise within it`),
    ...rows.filter((row) => row.key === undefined).map((row) => `${key}: the row “${row.label}” has no key`),
    ...new Set(paths.filter((path, i) => paths.indexOf(path) !== i).map((path) => `two cells are called ${path}`)),
    ...OPTIONS.filter((option) => first.has(option)).map((option) => `no part of ${key} can be called ${option}`),
  ];
}

function identityFaults(key: string, { groups, identities = [] }: TableSpec): readonly string[] {
  const rows = groups.flatMap((group) => leaves(group.rows).map((way) => way.map((node) => node.key).join('.')));
  return identities.flatMap(({ rule, left, right }) =>
    [...left, ...right].filter((row) => !rows.includes(row)).map((row) => `${key}: identity ${rule}: no row ${row}`),
  );
}

/** Amounts and counts do not add up to each other. */
function kindFaults(key: string, spec: TableSpec): readonly string[] {
  const mixed = sumsOf(spec).filter(({ left, right }) => {
    const kinds = new Set([...left, ...right].map(({ kind }) => kind === 'amount'));
    return kinds.size > 1;
  });
  return mixed.map(({ rule, at }) => `${key}: ${at.path.join('.')}: ${rule} adds up counts and amounts`);
}

/** What is wrong with the definition of a table. */
export function tableFaults(key: string, spec: TableSpec): readonly string[] {
  if (spec.groups.length === 0) return [`${key}: no groups`];
  const { columns } = columnsOf(spec);
  const faults = [
    ...cellFaults(key, spec),
    ...identityFaults(key, spec),
    ...(spec.widths.length === columns ? [] : [`${key}: ${spec.widths.length} widths for ${columns} columns`]),
  ];
  return faults.length > 0 ? faults : kindFaults(key, spec);
}
