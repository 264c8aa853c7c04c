import type { Audit } from '../audit/audit.js';
import { makeAuditWorkbook } from '../audit/book/audit-workbook.js';
import { loadWorkbookEngine } from '../host/load-workbook-engine.js';

/**
 * An audit as a workbook (.xlsx): agencies and years, a row a finding, what is missing, and the rules, each sheet with a filter. What a
 * spreadsheet would run as a formula is text with an apostrophe before it. Same audit, same bytes.
 *
 * @throws ReportError `package/missing` if the package for spreadsheets is not installed
 */
export const auditWorkbook = (audit: Audit): Promise<Uint8Array> => makeAuditWorkbook(audit, loadWorkbookEngine);
