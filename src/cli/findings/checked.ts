import { type Assessed, type Assessment, type Diagnostic, type Form, stops } from '../../index.js';

/** How often one rule passed, failed and so on. */
export interface RuleCount extends Pick<Assessed, 'passed' | 'unassessed'> {
  readonly code: string;
  readonly failed: number;
  readonly waived: number;
}

/** A file and what was found in it. Form and rules are missing if it could not be read that far. */
export interface Checked {
  readonly file: string;
  readonly form?: Form;
  readonly problems: readonly Diagnostic[];
  readonly rules?: readonly RuleCount[];
}

/** An assessment in numbers, so that of many reports no more is kept in memory. */
export function ruleCounts({ rules }: Assessment): readonly RuleCount[] {
  return rules.map(({ rule, passed, findings, unassessed }) => {
    const waived = findings.filter((one) => one.waived !== undefined).length;
    return { code: rule.code, passed, failed: findings.length - waived, waived, unassessed };
  });
}

/** Prints the findings file by file, or all at the end if the format requires it. Both functions give text. */
export interface Printer {
  readonly file: (checked: Checked) => string;
  readonly end: () => string;
}

/** A printer for a format that is written as a whole. */
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

/** The number of findings of each severity; a waived one counts only as waived. */
export function countOf(problems: readonly Diagnostic[]): Counts {
  const open = problems.filter((problem) => problem.waived === undefined);
  return {
    errors: problems.filter(stops).length,
    warnings: open.filter(({ severity }) => severity === 'warning').length,
    notes: open.filter(({ severity }) => severity === 'note').length,
    waived: problems.length - open.length,
  };
}
