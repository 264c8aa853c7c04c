import { type Assessed, type Assessment, type Diagnostic, stops } from '../../index.js';

/** How one rule fared, in numbers. */
export interface RuleCount extends Pick<Assessed, 'passed' | 'unassessed'> {
  readonly code: string;
  readonly failed: number;
  readonly waived: number;
}

/** One input and what was found of it. Without rules if it could not be read that far. */
export interface Checked {
  readonly file: string;
  readonly problems: readonly Diagnostic[];
  readonly rules?: readonly RuleCount[];
}

/** An assessment in numbers: of many reports no more is kept. */
export function ruleCounts({ rules }: Assessment): readonly RuleCount[] {
  return rules.map(({ rule, passed, findings, unassessed }) => {
    const waived = findings.filter((one) => one.waived !== undefined).length;
    return { code: rule.code, passed, failed: findings.length - waived, waived, unassessed };
  });
}

/** Prints what was found of one input after another: at once, or all at the end where the format asks for it. */
export interface Printer {
  readonly file: (checked: Checked) => string;
  readonly end: () => string;
}

/** A printer for a format that needs everything before it can print anything. */
export function atEnd(print: (all: readonly Checked[]) => string): Printer {
  const all: Checked[] = [];
  return {
    file: (checked) => {
      all.push(checked);
      return '';
    },
    end: () => print(all),
  };
}

export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  readonly waived: number;
}

/** How many findings of each kind; a waived one counts as that alone. */
export function countOf(problems: readonly Diagnostic[]): Counts {
  const open = problems.filter((problem) => problem.waived === undefined);
  return {
    errors: problems.filter(stops).length,
    warnings: open.filter(({ severity }) => severity === 'warning').length,
    notes: open.filter(({ severity }) => severity === 'note').length,
    waived: problems.length - open.length,
  };
}
