import type { AuditFinding, FindingCounts, Grade } from './audited-report.js';

/** The number of findings of each severity. */
export function countsOf(findings: readonly AuditFinding[]): FindingCounts {
  const open = findings.filter(({ waived }) => waived === undefined);
  const of = (severity: AuditFinding['severity']) => open.filter((one) => one.severity === severity).length;
  return {
    errors: of('error'),
    warnings: of('warning'),
    notes: of('note'),
    waived: findings.length - open.length,
  };
}

export function gradeOf({ errors, warnings }: FindingCounts): Grade {
  if (errors > 0) return 'red';
  return warnings > 0 ? 'yellow' : 'green';
}
