import type { Audit } from '../../batch/index.js';
import { jsonText } from '../json-text.js';

/** The list of reports in the text of an audit without any: a line of its own, as no text in JSON can have one. */
const NO_REPORTS = '\n  "reports": []';

/** An audit as JSON. Its reports are written one by one: the text of ten thousand at once would take more memory than they do. */
export function auditJson(audit: Audit): Uint8Array {
  const [head = '', tail = ''] = jsonText({ ...audit, reports: [] }, 2).split(NO_REPORTS);
  const reports = audit.reports.flatMap((report, i) => [
    Buffer.from(i === 0 ? '\n    ' : ',\n    '),
    Buffer.from(jsonText(report, 2).replaceAll('\n', '\n    ')),
  ]);
  const end = reports.length === 0 ? '' : '\n  ';
  return Buffer.concat([Buffer.from(`${head}\n  "reports": [`), ...reports, Buffer.from(`${end}]${tail}\n`)]);
}
