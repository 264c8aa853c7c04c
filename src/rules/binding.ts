import type { AnyReport } from '../report/report.js';
import { valueAt } from '../table/cells.js';

/** Cells that are all of a group, and how their sum is named. */
interface Whole {
  readonly cells: readonly string[];
  readonly sum: string;
}

const keysAt = (group: readonly string[], report: AnyReport): readonly string[] =>
  group.length === 0 ? [] : Object.keys(valueAt(report, group) ?? {});

/** The ways in which a cell can be named with others: as one of all values of a group, or of one field of all parts of a group. */
function wholesOf(path: string, report: AnyReport): readonly Whole[] {
  const keys = path.split('.');
  const field = keys.at(-1) ?? '';
  const [values, parts] = [keys.slice(0, -1), keys.slice(0, -2)];
  const name = parts.join('.');
  return [
    { cells: keysAt(values, report).map((key) => [...values, key].join('.')), sum: `sum ${values.join('.')}` },
    { cells: keysAt(parts, report).map((key) => `${name}.${key}.${field}`), sum: `sum ${name} "${field}"` },
  ];
}

/** The terms of a sum: wholes where some of the cells are all of a group, and otherwise the cells. */
function termsOf(paths: readonly string[], report: AnyReport): readonly string[] {
  const terms: string[] = [];
  let left = paths;
  for (let first = left[0]; first !== undefined; first = left[0]) {
    const rest = left;
    const whole = wholesOf(first, report).find(
      ({ cells }) => cells.length > 1 && cells.every((cell) => rest.includes(cell)),
    );
    terms.push(whole ? `(${whole.sum})` : first);
    const taken = whole?.cells ?? [first];
    left = rest.filter((path) => !taken.includes(path));
  }
  return terms;
}

/** How a text prints the sum of some cells from the data, in the shortest way. */
export function bindingOf(paths: readonly string[], report: AnyReport): string {
  const terms = termsOf(paths, report);
  const [only = ''] = terms;
  if (terms.length > 1) return `{{sum ${terms.join(' ')}}}`;
  return `{{${only.replace(/^\(|\)$/gu, '')}}}`;
}
