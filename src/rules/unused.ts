import { fail, type Rule, type Subject, type Verdict, verdicts } from './rule.js';

/** The facts of a report by their paths, without empty lists: of numbers with names of one's own, each. */
function factPaths({ report, form }: Subject): readonly (readonly string[])[] {
  const given = Object.entries(report.facts ?? {}).filter(([, value]) => !(Array.isArray(value) && value.length === 0));
  return given.flatMap(([key, value]) =>
    form.facts[key]?.kind === 'counts' ? Object.keys(value ?? {}).map((name) => [key, name]) : [[key]],
  );
}

/** Facts that no template reads. */
function unusedFacts(subject: Subject): readonly Verdict[] {
  const reads = [...subject.narrated.reads];
  const isRead = (path: string) => reads.some((one) => one === path || one.startsWith(`${path}.`));
  const unused = factPaths(subject).filter(
    ([key = '', ...rest]) =>
      !isRead(['facts', key, ...rest].join('.')) && !(rest.length > 0 && reads.includes(`facts.${key}`)),
  );
  return verdicts(unused.map((path) => fail('facts/unused', ['facts', ...path], { name: path.join('.') })));
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
