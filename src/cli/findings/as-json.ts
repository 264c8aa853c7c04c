import { type Checked, countOf } from './checked.js';

/** For programs: every finding as a record, and the counts of each rule. */
export function asJson(all: readonly Checked[]): string {
  const files = all.map(({ file, problems, rules }) => ({
    file,
    counts: countOf(problems),
    findings: problems,
    rules,
  }));
  return `${JSON.stringify(files, null, 2)}\n`;
}
