import { trimmed } from '../characters/white-space.js';
import type { FactsOf } from '../diagnostics/codes.js';
import { type Diagnostic, diagnostic, ReportError, stops, type TextPlace } from '../diagnostics/diagnostic.js';
import { toldNames } from '../diagnostics/told-names.js';
import { capped } from '../limits/capped.js';
import type { Adjustable } from '../limits/limits.js';
import { type AllLimits, type LimitOptions, limitFacts, limitsOf } from '../limits/limits-of.js';
import { describe } from '../report/describe.js';
import { bare, type CsvCell, csvCells } from './csv-cells.js';
import { listFaults } from './list-faults.js';
import type { ListedAgency } from './listed-agency.js';

/** The columns that mean something, by the heads that they may have; the first is the one that is asked for. */
const COLUMNS = {
  name: ['名称', '机关名称', '单位名称', '机关', '单位', '机关全称', '单位全称'],
  former: ['曾用名', '曾用名称', '原名', '原名称'],
  above: ['上级', '上级机关', '上级单位'],
} as const;

/** A list of agencies, and what may be wrong with it although it can be used. */
export interface AgencyList {
  /** In the order of the list. */
  readonly agencies: readonly ListedAgency[];
  /** What may be wrong with the list: names that stand twice, agencies above that are not on it. */
  readonly warnings: readonly Diagnostic[];
}

type Row = readonly CsvCell[];

/** The first row that names the column of names; a title may stand above it. */
const headIn = (rows: readonly Row[]): number =>
  rows.findIndex((row) => row.some(({ value }) => COLUMNS.name.some((head) => head === bare(value))));

/** The heads of a list, and in which columns that stands which means something. */
interface Heads {
  readonly heads: readonly string[];
  readonly columns: readonly [name: number, former: number, above: number];
}

function headsOf(heads: readonly string[]): Heads {
  const columnOf = (names: readonly string[]) => heads.findIndex((head) => names.includes(head));
  return { heads, columns: [columnOf(COLUMNS.name), columnOf(COLUMNS.former), columnOf(COLUMNS.above)] };
}

/** Between names. A line may end within one as well: it parts names where that before it may be whole. */
const BETWEEN = /[、，,；;|/]|(?<=[局委办厅府院会处站所队校司社部室心团行场馆])\s*[\r\n]+/u;

/** What people write where there is nothing to write. */
const NONE = /^(?:无|没有|[-—–－―]*)$/u;

function agencyIn(row: Row, { heads, columns }: Heads): ListedAgency {
  const [name, former, above] = columns;
  const valueAt = (at: number) => bare(row[at]?.value ?? '');
  // Only what is there: rows may be short, and all of them together have no more cells than the list has characters.
  const others = row.flatMap(({ value }, at) => {
    const head = heads[at] ?? '';
    return columns.includes(at) || head === '' ? [] : [[head, trimmed(value)]];
  });
  const upper = NONE.test(valueAt(above)) ? '' : valueAt(above);
  const { line = 1, column = 1 } = row[name] ?? row[0] ?? {};
  return {
    name: valueAt(name),
    former: (row[former]?.value ?? '')
      .split(BETWEEN)
      .map(bare)
      .filter((one) => !NONE.test(one)),
    ...(upper !== '' && { above: upper }),
    others: Object.fromEntries(others),
    line,
    column,
  };
}

const wrong = (facts: FactsOf<'usage/argument'>, place: TextPlace) =>
  new ReportError([diagnostic('usage/argument', facts, { place })]);

const tooLarge = (file: string, limit: Adjustable, limits: AllLimits) =>
  new ReportError([diagnostic('read/too-large', { cause: 'list', file, ...limitFacts(limit, limits) })]);

/** Makes sure that no name is longer than one in a report may be: each is told wherever its agency is. */
function proveNames(agencies: readonly ListedAgency[], file: string, limits: AllLimits): void {
  const isLong = ({ length }: string): boolean => length > limits.nameCharacters;
  const long = agencies.find(({ name, former, above = '' }) => [name, above, ...former].some(isLong));
  if (long === undefined) return;
  const facts = { cause: 'list-name', file, ...limitFacts('nameCharacters', limits) } as const;
  const { line, column } = long;
  throw new ReportError([diagnostic('read/too-large', facts, { place: { file, line, column } })]);
}

/** Makes sure that a list is a text, and no longer than data may be. */
function proveList(text: unknown, file: string, limits: AllLimits): void {
  if (typeof text !== 'string') {
    throw new ReportError([diagnostic('usage/argument', { cause: 'no-content', given: describe(text) })]);
  }
  if (text.length <= limits.dataCharacters) return;
  throw tooLarge(file, 'dataCharacters', limits);
}

/**
 * Reads a list of agencies: comma-separated values with the heads 名称, 曾用名 (several are separated by 、 or new lines) and 上级, of which only the
 * first must be there; other columns are kept. A title above the heads and blank rows are passed over.
 *
 * @param file what messages call the list
 * @throws ReportError `usage/argument` with everything that is wrong with it: agencies without a name or listed twice, and agencies
 *   that are above themselves; `read/too-large`
 */
export function parseAgencies(text: string, file: string, options: LimitOptions = {}): AgencyList {
  const limits = limitsOf(options);
  proveList(text, file, limits);
  const { rows, unclosed, beyond } = csvCells(text.replace(/^\uFEFF/u, ''), limits);
  if (beyond !== undefined) throw tooLarge(file, beyond, limits);
  if (unclosed !== undefined) {
    const { line, column, value } = unclosed;
    throw wrong({ cause: 'list-open-quote', given: value }, { file, line, column });
  }
  const at = headIn(rows);
  const heads = headsOf((rows[at] ?? []).map(({ value }) => bare(value)));
  if (at < 0) {
    const found = (rows[0] ?? []).map(({ value }) => bare(value)).filter((head) => head !== '');
    const known = Object.values(COLUMNS).flatMap(([head]) => head ?? []);
    throw wrong({ cause: 'list-without-head', all: toldNames(found), known }, { file, line: 1, column: 1 });
  }
  const agencies = rows.slice(at + 1).map((row) => agencyIn(row, heads));
  if (agencies.length === 0) throw wrong({ cause: 'list-empty' }, { file, line: 1, column: 1 });
  proveNames(agencies, file, limits);
  const problems = capped(listFaults(agencies, file), limits);
  if (problems.some(stops)) throw new ReportError(problems);
  return { agencies, warnings: problems };
}
