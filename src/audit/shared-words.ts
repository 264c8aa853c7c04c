import type { AuditedReport } from './audited-report.js';

/** Texts of which each is kept once. */
type Shared = (text: string) => string;

function sharedTexts(): Shared {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    known.set(text, text);
    return text;
  };
}

/** The same record with its own texts shared. */
function sharing<T extends object>(record: T, shared: Shared): T {
  const own = { ...record } as { [key: string]: unknown };
  for (const key in own) {
    const value = own[key];
    if (typeof value === 'string') own[key] = shared(value);
  }
  return own as T;
}

/**
 * Makes reports small enough to be kept by thousands: every report comes from its thread with texts of its own, and most of what their
 * findings say is the same.
 */
export function sharingWords(): (report: AuditedReport) => AuditedReport {
  const shared = sharedTexts();
  return (report) => ({
    ...report,
    findings: report.findings.map((finding) => ({
      ...sharing(finding, shared),
      cells: finding.cells.map(shared),
      ...(finding.related && { related: finding.related.map((one) => sharing(one, shared)) }),
    })),
    leftOut: report.leftOut.map(shared),
  });
}
