import { checkReport, type Diagnostic, parseReport } from '../../src/index.js';

type Change = { [key: string]: unknown };

/** A report that no rule has anything to say of, with some keys changed; keys may be dotted. */
export function minimal(changes: Change = {}): object {
  const report: Change = {
    edition: '2021',
    year: 2025,
    agency: { name: '示例县示例局' },
    narrative: {
      overview: '本机关依法主动公开政府信息。',
      problems: '公开的内容还不够丰富，下一年度将加强培训。',
      other: '本机关本年度未收取信息处理费。',
    },
    disclosure: { fill: 0 },
    requests: { fill: 0 },
    review: { fill: 0 },
  };
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    let node = report;
    for (const key of keys) {
      node[key] ??= {};
      node = node[key] as Change;
    }
    node[last] = value;
  }
  return report;
}

/** What the rules find in such a report. */
export function findings(changes: Change = {}): readonly Diagnostic[] {
  return checkReport(parseReport(minimal(changes)));
}
