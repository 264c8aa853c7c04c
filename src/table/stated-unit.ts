import type { DataCell } from './cells.js';

/** A unit at the end of a head: 收费金额（单位：万元）, 件数（件）. */
const UNIT = /[（(](?:单位[：:]\s*([^）)]+)|([件元个条次人份项家篇场期%％]|[万亿]元|人次|万人次|工作日))[）)]$/u;

/** The unit that the heads of a cell state, the nearest first; empty if there is none. */
export function statedUnit(heads: readonly string[]): string {
  for (const label of heads.toReversed()) {
    const [, named, plain] = UNIT.exec(label.trim()) ?? [];
    if (named !== undefined || plain !== undefined) return (named ?? plain ?? '').trim();
  }
  return '';
}

/** The unit that the heads of a data cell state; empty if there is none. */
export const unitOf = ({ row, column }: DataCell): string => statedUnit([...row, ...column].map(({ label }) => label));
