import type { Path } from '../diagnostics/diagnostic.js';
import { radicalsIn, unified } from '../model/radicals.js';
import { type Failure, type Rule, verdicts } from './rule.js';

function radicals(value: unknown, path: Path): readonly Failure[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => radicals(item, [...path, i]));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, item]) => radicals(item, [...path, key]));
  }
  if (typeof value !== 'string') return [];
  const found = radicalsIn(value);
  if (found.length === 0) return [];
  const expected = found.map(unified).join('');
  return [{ status: 'fail', path, message: `文字里有部首字符 ${found.join('')}`, found: found.join(''), expected }];
}

/** Rules on the characters of all texts. */
export const characterRules: readonly Rule[] = [
  {
    code: 'text/radical',
    severity: 'warning',
    formula: '用汉字，不用与之同形的部首字符',
    basis: 'GB 18030—2022',
    hint: '多半是从 PDF 或扫描件复制来的；印出时已改为同形的汉字，最好也改正数据',
    check: ({ report: { previous: _, ...report } }) => verdicts(radicals(report, [])),
  },
];
