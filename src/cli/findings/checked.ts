import { type AppliedWaiver, type Assessed, type Assessment, type Diagnostic, type Form, stops } from '../../index.js';
import { outcomeOf, type RuleOutcome } from '../../rules/rule-counts.js';

/** How often one rule passed, failed and so on. */
export interface RuleCount extends RuleOutcome, Pick<Assessed, 'unassessed'> {
  readonly code: string;
}

/** A file and what was found in it. Form and rules are missing if it could not be read that far. */
export interface Checked {
  readonly file: string;
  readonly form?: Form;
  readonly problems: readonly Diagnostic[];
  readonly rules?: readonly RuleCount[];
  readonly waivers?: readonly AppliedWaiver[];
}

/** An assessment in numbers, so that of many reports no more is kept in memory. */
export function ruleCounts({ rules }: Assessment): readonly RuleCount[] {
  return rules.map((assessed) => ({
    code: assessed.rule.code,
    ...outcomeOf(assessed),
    unassessed: assessed.unassessed,
  }));
}

/** Places that one rule could not assess, for one reason. */
export interface Gap {
  readonly code: string;
  readonly why: string;
  readonly places: Assessed['unassessed'];
}

/** What could not be assessed, by rule and reason. @param isTold which places count; all if not given */
export function gapsOf(
  { rules = [] }: Checked,
  isTold: (place: Assessed['unassessed'][number]) => boolean = () => true,
): readonly Gap[] {
  return rules.flatMap(({ code, unassessed }) => {
    const told = unassessed.filter(isTold);
    return [...new Set(told.map(({ why }) => why))].map((why) => {
      return { code, why, places: told.filter((one) => one.why === why) };
    });
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
