import type { Form } from '../form/form.js';
import { isCarried } from '../form/rolls.js';
import type { AnyReport } from '../report/report.js';
import { dataCells, valueAt } from '../table/cells.js';
import { figure } from '../table/printed-figure.js';
import { type Header, leaves, type RowGroup, type TableSpec } from '../table/spec.js';
import { type Line, remark, widthOf } from './commented.js';
import { inline } from './yaml-value.js';

/** What the lines of a table are made of. */
interface Source {
  readonly form: Form;
  readonly key: string;
  readonly spec: TableSpec;
  /** The table with what last year's report determines; all other cells are blank. */
  readonly data: unknown;
  readonly previous: AnyReport | undefined;
}

/** Rows with more cells than this are written in one line each. */
const MOST_LINES = 4;

/** Totals are computed; one that is there is written all the same. */
const isTyped = ({ totalBy, children }: Header, value: unknown): boolean =>
  children !== undefined || totalBy === undefined || hasFigure(value);

/** Whether there is a figure in a value or in what it holds. */
function hasFigure(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return value !== null && value !== undefined;
  return Object.values(value).some(hasFigure);
}

/** `上年 66 + 本年制发件数 - 本年废止件数`: how a figure continues last year's, if its report is there. */
function continued({ form, key, spec, previous }: Source, path: readonly string[]): string {
  const at = [key, ...path].join('.');
  const roll = form.rolls.find((one) => one.at === at);
  if (previous === undefined || roll === undefined) return '';
  if (isCarried([roll], at)) return '（已按上年报告填入）';
  const labels = new Map(
    dataCells(spec).map((cell) => [[key, ...cell.path].join('.'), cell.column.at(-1)?.label ?? '']),
  );
  const terms = roll.terms.map(({ of, path: from, sign }, i) => {
    const known = of === 'previous' ? `上年 ${figure(valueAt(previous, from.split('.')) as never)}` : labels.get(from);
    return `${i === 0 ? '' : sign > 0 ? ' + ' : ' − '}${known ?? from}`;
  });
  return `（应为 ${terms.join('')}）`;
}

const KINDS: Partial<Record<NonNullable<Header['kind']>, string>> = { signed: '（减少的写负数）' };

/** The columns of one row below each other, each with its label. */
function columnLines(
  source: Source,
  columns: readonly Header[],
  path: readonly string[],
  level: number,
): readonly Line[] {
  return columns.flatMap((column): readonly Line[] => {
    const { key, label, kind, children } = column;
    const [here, below] = key === undefined ? [path, level] : [[...path, key], level + 1];
    if (children) {
      const head = key === undefined ? remark(level, label) : { level, text: `${key}:`, note: label };
      return [head, ...columnLines(source, children, here, below)];
    }
    const value = valueAt(source.data, here);
    if (!isTyped(column, value)) return [];
    const text = hasFigure(value) ? `${key}: ${inline(value)}` : `${key}:`;
    return [{ level, text, note: `${label}${KINDS[kind ?? 'count'] ?? ''}${continued(source, here)}` }];
  });
}

/** A piece of a line, and the label that stands above it. */
interface Piece {
  readonly text: string;
  readonly label?: string;
}

/** The first piece of a group has the label of the group before its own. */
const under =
  (group: string) =>
  ({ text, label }: Piece, i: number): Piece =>
    i === 0 && label !== undefined
      ? { text, label: `${group}·${label}` }
      : { text, ...(label !== undefined && { label }) };

/** The columns of one row as pieces of a line: `naturalPerson: , organization: { business: , … }`. */
function pieces(source: Source, columns: readonly Header[], path: readonly string[]): readonly Piece[] {
  const parts = columns.flatMap((column): readonly (readonly Piece[])[] => {
    const { key, label, children } = column;
    const here = key === undefined ? path : [...path, key];
    if (children) {
      const inner = pieces(source, children, here);
      return [key === undefined ? inner.map(under(label)) : [{ text: `${key}: { `, label }, ...inner, { text: ' }' }]];
    }
    const value = valueAt(source.data, here);
    return isTyped(column, value) ? [[{ text: `${key}: ${hasFigure(value) ? inline(value) : ''}`, label }]] : [];
  });
  return parts.flatMap((part, i) => (i === 0 ? part : [{ text: ', ' }, ...part]));
}

/** The labels of the pieces, each above its own where there is room. */
function labelsAbove(all: readonly Piece[]): string {
  let [labels, at] = ['', 0];
  for (const { text, label } of all) {
    if (label !== undefined) {
      const gap = at - widthOf(labels);
      labels += ' '.repeat(labels === '' ? gap : Math.max(1, gap)) + label;
    }
    at += widthOf(text);
  }
  return labels;
}

const textOf = (all: readonly Piece[]): string => `{ ${all.map(({ text }) => text).join('')} }`.replaceAll('  }', ' }');

/** A row of many cells: its label, and one line for all of them, which begins at the same column in all rows of the table. */
function wideRow(
  source: Source,
  group: RowGroup,
  { key, label }: Header,
  path: readonly string[],
  level: number,
): readonly Line[] {
  const note = hasFigure(valueAt(source.data, path)) ? '（已按上年报告填入）' : '';
  const room = ' '.repeat(Math.max(0, columnOf(group.rows) - widthOf(`${key}:`) - 2 * level));
  return [remark(level, label + note), { level, text: `${key}:${room}${textOf(pieces(source, group.columns, path))}` }];
}

/** The column at which the cells of wide rows begin. */
const columnOf = (rows: readonly Header[]): number =>
  Math.max(...leaves(rows).map((way) => 2 * way.length + widthOf(`${way.at(-1)?.key}: `)));

/** The labels of the columns of wide rows, above their cells. Before them stands what they are all about. */
function columnNames(source: Source, { columns, rows }: RowGroup, level: number): Line {
  const blank = { ...source, data: undefined };
  const [only, ...more] = columns;
  const isAbout = only?.key === undefined && only?.children !== undefined && more.length === 0;
  const [about, named] = isAbout ? [only.label, only.children] : ['', columns];
  const room = ' '.repeat(Math.max(1, columnOf(rows) - 2 * level - widthOf(about)));
  return remark(level, `${about}${room}${labelsAbove(pieces(blank, named, []))}`);
}

/** Rows, and those below them. */
function rowLines(
  source: Source,
  group: RowGroup,
  rows: readonly Header[],
  path: readonly string[],
  level: number,
): readonly Line[] {
  const hasCells = rows.some(({ children }) => children === undefined);
  const names = isWide(group) && hasCells ? [columnNames(source, group, level)] : [];
  const lines = rows.flatMap((row): readonly Line[] => {
    const { key = '', label, children } = row;
    const here = [...path, key];
    const head = { level, text: `${key}:`, note: label };
    if (children) return [head, ...rowLines(source, group, children, here, level + 1)];
    if (!isTyped(row, valueAt(source.data, here))) return [remark(level, `${label}不用填`)];
    if (isWide(group)) return wideRow(source, group, row, here, level);
    return [head, ...columnLines(source, group.columns, here, level + 1)];
  });
  return [...names, ...lines];
}

const isWide = ({ columns }: RowGroup): boolean => leaves(columns).length > MOST_LINES;

/** The cells of a table, each to be filled in behind its key, with the form's own labels as comments. */
export function tableLines(source: Source): readonly Line[] {
  const { stubhead, groups } = source.spec;
  return [
    ...(stubhead?.note ? [remark(1, stubhead.label)] : []),
    ...groups.flatMap((group): readonly Line[] => {
      const { band, columns, rows } = group;
      const bandLine = band === undefined ? [] : [remark(1, band)];
      if (rows.length === 0) return [...bandLine, ...columnLines(source, columns, [], 1)];
      return [...bandLine, ...rowLines(source, group, rows, [], 1)];
    }),
  ];
}
