import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Assessed } from './assess.js';

/** How often a rule held and how often it did not, counted by cells. */
export interface RuleOutcome {
  readonly passed: number;
  readonly failed: number;
  readonly waived: number;
}

/** How many cells a finding is about. */
const cellsOf = (findings: readonly Diagnostic[]): number =>
  findings.reduce((sum, { places }) => sum + (places?.length ?? 1), 0);

export function outcomeOf({ passed, findings }: Assessed): RuleOutcome {
  const waived = cellsOf(findings.filter((one) => one.waived !== undefined));
  return { passed, failed: cellsOf(findings) - waived, waived };
}
