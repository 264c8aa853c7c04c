import { type FormOptions, nameOfForm } from '../editions/editions.js';
import { headingOf } from '../form/form.js';
import type { Figure } from '../model/figure.js';
import { type CellRecord, cellRecords } from '../open-data/cell-record.js';
import { isAbsent } from '../report/absent.js';
import { DECIMAL } from '../table/exact-sum.js';
import { figureChange } from '../table/figure-change.js';
import type { Given } from './compared-reports.js';
import type { CellChange, CellRow, ComparedValue, Comparison } from './comparison.js';

/** The section that a cell stands in: its table lies under the key of the section, or further tables under `tables` do. */
const sectionOf = ({ path }: CellRecord): string => /^(?:tables\.)?([^.[]+)/u.exec(path)?.[1] ?? path;

/**
 * What makes a cell the same one in two reports: its path or, in a further table, which has its rows wherever an agency puts them, what it
 * is called. Of several that are called the same the first answers to the first.
 */
function keyed(records: readonly CellRecord[]): ReadonlyMap<string, CellRecord> {
  const found = new Map<string, CellRecord>();
  for (const record of records) {
    const name = record.path.startsWith('tables.') ? record.label : record.path;
    let key = name;
    for (let times = 2; found.has(key); times++) key = `${name}（${times}）`;
    found.set(key, record);
  }
  return found;
}

const comparedValue = ({ value, unit, note }: CellRecord): ComparedValue => ({
  value: value === null ? null : String(value),
  unit,
  note,
});

const figureIn = ({ value, unit }: ComparedValue): Figure | undefined =>
  value !== null && DECIMAL.test(value) ? { value, unit: unit === '' ? undefined : unit } : undefined;

/** Why a report has nothing in a cell. */
function whyNone({ report, form }: Given, section: string, label: string): string {
  if (isAbsent(report, section)) return `${label}没有“${headingOf(form, section)}”这一部分`;
  return Object.hasOwn(form.tables, section) && report[section as 'tables'] !== undefined
    ? `${label}用的${nameOfForm(form)}没有这一格`
    : `${label}没有这一格`;
}

/** What lies between what two reports have in a cell that both have. */
function valueChange(before: ComparedValue, after: ComparedValue): CellChange {
  if (before.value === null || after.value === null) {
    return before.value === after.value
      ? { status: 'same' }
      : { status: 'incomparable', why: `${before.value === null ? '前' : '后'}一份这一格空着` };
  }
  const [old, now] = [figureIn(before), figureIn(after)];
  if (!old || !now) return { status: before.value === after.value ? 'same' : 'changed' };
  const change = figureChange(old, now);
  if (change === undefined) {
    const why = `单位不同：${before.unit || '没有写'}、${after.unit || '没有写'}`;
    return { status: 'incomparable', why };
  }
  const { difference, share } = change;
  const isSame = difference.value === '0' && before.note === after.note;
  return { status: isSame ? 'same' : 'changed', difference, ...(share !== undefined && { share }) };
}

/** The cells of all reports, each once, by the section that they stand in: those of the last report first. */
export function comparedCells(
  given: readonly Given[],
  { reports, steps }: Pick<Comparison, 'reports' | 'steps'>,
  options: FormOptions,
): ReadonlyMap<string, readonly CellRow[]> {
  const maps = given.map(({ report }) => keyed(cellRecords(report, options)));
  const sections = new Map<string, CellRow[]>();
  for (const key of new Set(maps.toReversed().flatMap((map) => [...map.keys()]))) {
    const records = maps.map((map) => map.get(key));
    const known = records.findLast((record) => record !== undefined) as CellRecord;
    const section = sectionOf(known);
    const values = records.map((record) => (record ? comparedValue(record) : null));
    const changes = steps.map(({ from, to }): CellChange => {
      const [before, after] = [values[from], values[to]];
      if (before && after) return valueChange(before, after);
      if (!before && !after) return { status: 'same' };
      const lacking = before ? to : from;
      return { status: 'incomparable', why: whyNone(given[lacking] as Given, section, reports[lacking]?.label ?? '') };
    });
    const cells = sections.get(section) ?? [];
    cells.push({ path: key, label: known.label, values, changes });
    sections.set(section, cells);
  }
  return sections;
}
