import { type Rule, type Subject, type Verdict, verdicts } from './rule.js';

/** Facts that no template reads. */
function unusedFacts({ report, narrated: { reads } }: Subject): readonly Verdict[] {
  const used = new Set([...reads].filter((path) => path.startsWith('facts.')).map((path) => path.split('.')[1]));
  const unused = Object.keys(report.facts ?? {}).filter((key) => !used.has(key));
  return verdicts(
    unused.map((key) => ({ status: 'fail', path: ['facts', key], message: `facts.${key} 没有写进任何文字` })),
  );
}

export const factRules: readonly Rule[] = [
  {
    code: 'facts/unused',
    severity: 'note',
    formula: 'facts 里填写的事实都写进了文字',
    basis: '通行做法',
    hint: '在文字里用上它，或删去',
    example: { wrong: 'facts.openDays 是 2，文字里没有用到', right: '举办政府开放日活动{{facts.openDays}}次。' },
    check: unusedFacts,
  },
];
