import { jsonText } from '../json-text.js';
import { type Checked, countOf } from './checked.js';

/** For programs: every finding as a record, the counts of each rule, and what each waiver waived. */
export function asJson(all: readonly Checked[]): string {
  const files = all.map(({ file, problems, rules, waivers }) => ({
    file,
    counts: countOf(problems),
    findings: problems,
    rules,
    waivers,
  }));
  return `${jsonText(files, 2)}\n`;
}
