import type { AnyReport } from '../report/report.js';
import { valueAt } from '../table/cells.js';

/** The group and the field by which cells can be named together: all parts of one group, each by the same field. */
function groupOf(paths: readonly string[], report: AnyReport): readonly [group: string, field: string] | undefined {
  const all = paths.map((path) => path.split('.'));
  const [first = []] = all;
  const [group, field] = [first.slice(0, -2), first.at(-1) ?? ''];
  const isAlike = all.every(
    (path) => path.length === first.length && path.at(-1) === field && path.slice(0, -2).join('.') === group.join('.'),
  );
  const parts = Object.keys(valueAt(report, group) ?? {});
  const isWhole = parts.length === all.length && all.every((path) => parts.includes(path.at(-2) ?? ''));
  return isAlike && isWhole && group.length > 0 ? [group.join('.'), field] : undefined;
}

/** How a text prints the sum of some cells from the data, in the shortest way. */
export function bindingOf(paths: readonly string[], report: AnyReport): string {
  if (paths.length === 1) return `{{${paths[0]}}}`;
  const group = groupOf(paths, report);
  return group ? `{{sum ${group[0]} "${group[1]}"}}` : `{{sum ${paths.join(' ')}}}`;
}
