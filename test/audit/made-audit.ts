import type { Audit, AuditedReport, AuditFinding } from '../../src/batch/index.js';

/** A finding about a cell. */
export const finding = (more: Partial<AuditFinding> = {}): AuditFinding => ({
  severity: 'error',
  code: 'sum/I1',
  section: '三、收到和处理政府信息公开申请情况',
  cells: ['三、（七）总计 · 自然人'],
  message: '三、（七）总计 · 自然人 是 0，应为 1',
  found: '0',
  expected: '1',
  hint: '核对分项和总计',
  place: '第12段后的表，第25行第4列',
  path: 'requests.disposition.total.naturalPerson',
  ...more,
});

const audited = (agency: string, id: string, findings: readonly AuditFinding[]): AuditedReport => ({
  id,
  agency,
  year: 2024,
  edition: '2021',
  grade: findings.length > 0 ? 'red' : 'green',
  counts: { errors: findings.length, warnings: 0, notes: 0, waived: 0 },
  findings,
  leftOut: [],
  similar: [],
});

/** An audit of two agencies, of which the first has a report with findings, and the second none for 2024. */
export function madeAudit(names: readonly [string, string], findings: readonly AuditFinding[]): Audit {
  const [one, other] = names;
  const id = `${one}.docx`;
  return {
    counts: {
      ...{ reports: 1, red: 1, yellow: 0, green: 0, missing: 1, unread: 1 },
      ...{ errors: findings.length, warnings: 0, notes: 0, waived: 0 },
    },
    years: [2024],
    sparse: [],
    agencies: [
      { agency: one, isListed: true, years: [{ year: 2024, grade: 'red', ids: [id] }] },
      { agency: other, isListed: true, years: [{ year: 2024, grade: 'missing', ids: [] }] },
    ],
    missing: [{ agency: other, year: 2024 }],
    repeated: [],
    rules: [{ code: 'sum/I1', formula: '分项之和等于总计', passed: 3, failed: 1, waived: 0, unassessed: 0 }],
    reports: [audited(one, id, findings)],
    unread: [
      {
        id: `${other}.doc`,
        findings: [{ code: 'read/unsupported', severity: 'error', message: '读不了', path: [], hint: '另存为 .docx' }],
      },
    ],
  };
}
