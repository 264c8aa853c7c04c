import type { Audit, AuditItem, AuditSummary, ReportItem, UnreadInput } from './audit.js';
import type { AuditedReport } from './audited-report.js';
import { sharingWords } from './shared-words.js';

const byId = (one: { readonly id: string }, other: { readonly id: string }): number =>
  one.id < other.id ? -1 : Number(one.id > other.id);

/** Reports in the order of the summary: by agency, by year, by file. */
function ordered(reports: readonly AuditedReport[], { agencies }: AuditSummary): readonly AuditedReport[] {
  const place = new Map(
    agencies.flatMap(({ years }) => years.flatMap(({ ids }) => ids)).map((id, i) => [id, i] as const),
  );
  const placeOf = ({ id }: AuditedReport) => place.get(id) ?? place.size;
  return reports.toSorted((a, b) => placeOf(a) - placeOf(b) || byId(a, b));
}

/**
 * Gathers what an audit gives piece by piece.
 *
 * @throws Error if its summary is missing: then it was not taken to its end
 */
export async function auditOf(items: AsyncIterable<AuditItem>): Promise<Audit> {
  const done: ReportItem[] = [];
  const unread: UnreadInput[] = [];
  let summary: AuditSummary | undefined;
  for await (const item of items) {
    if (item.kind === 'report') done.push(item);
    else if (item.kind === 'unread') unread.push({ id: item.id, findings: item.findings });
    else summary = item.summary;
  }
  if (summary === undefined) throw new Error('an audit ends with its summary');
  const kept = sharingWords();
  const reports = done.map(({ report }) => kept(report));
  return { ...summary, reports: ordered(reports, summary), unread: unread.toSorted(byId) };
}
