import type { RuleTotal } from './audited-report.js';

/** What a rule is called. */
type RuleWords = Pick<RuleTotal, 'code' | 'formula'>;

/** How often each rule of a form held for a report: passed, failed, waived, unassessed of each, in the order of the rules. */
export interface RuleCounts {
  readonly counts: Uint32Array;
  /** The rules themselves, with the first report of the form that a thread checks. */
  readonly words?: readonly RuleWords[];
}

/** How many numbers a rule has. */
const EACH = 4;

interface FormCounts {
  words: readonly RuleWords[];
  readonly sums: Float64Array;
}

/** How often the rules held for all reports. */
export interface RuleTotals {
  readonly add: (edition: string, rules: RuleCounts) => void;
  /** One for each rule: those of several forms are added up. */
  readonly all: () => readonly RuleTotal[];
}

function totalAt({ words, sums }: FormCounts, i: number): RuleTotal | undefined {
  const rule = words[i];
  const [passed = 0, failed = 0, waived = 0, unassessed = 0] = sums.slice(i * EACH);
  return rule && { ...rule, passed, failed, waived, unassessed };
}

function added(one: RuleTotal, other: RuleTotal | undefined): RuleTotal {
  if (other === undefined) return one;
  const { passed, failed, waived, unassessed } = other;
  return {
    ...one,
    passed: one.passed + passed,
    failed: one.failed + failed,
    waived: one.waived + waived,
    unassessed: one.unassessed + unassessed,
  };
}

export function ruleTotals(): RuleTotals {
  const forms = new Map<string, FormCounts>();
  return {
    add: (edition, { counts, words = [] }) => {
      const form = forms.get(edition) ?? { words, sums: new Float64Array(counts.length) };
      forms.set(edition, form);
      if (words.length > 0) form.words = words;
      for (let i = 0; i < counts.length; i++) form.sums[i] = (form.sums[i] ?? 0) + (counts[i] ?? 0);
    },
    all: () => {
      const totals = new Map<string, RuleTotal>();
      // By the id of the form, so that the order in which reports are done does not matter.
      for (const [, form] of [...forms].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
        for (const i of form.words.keys()) {
          const total = totalAt(form, i);
          if (total) totals.set(total.code, added(total, totals.get(total.code)));
        }
      }
      return [...totals.values()];
    },
  };
}
