/**
 * Words of this folder and of `cli/batch`, each with one meaning:
 *
 * - **task**: a report to be rendered, in which formats, and how it looks
 * - **job**: a task with the names of its files, which are then kept
 * - **keep**: put into a store
 * - **store**: a folder or bucket for finished files
 * - **pool**: the threads of this process that do tasks
 * - **queue**: a list of jobs in Redis; a **worker** is a process that does them on its pool
 * - **result**: of a task `Rendered`, of a job `Kept`, with the report's id `BatchResult` and `JobResult`
 * - **output**: a file that has been kept: its name, size and SHA-256
 */
export type {
  AgencyRow,
  Audit,
  AuditCounts,
  AuditItem,
  AuditSummary,
  MissingReport,
  RepeatedReport,
  ReportItem,
  SummaryItem,
  UnreadInput,
  UnreadItem,
  YearCell,
} from '../audit/audit.js';
export { composeAudit } from '../audit/audit-document.js';
export { auditOf } from '../audit/audit-of.js';
export type {
  AuditedReport,
  AuditFinding,
  FindingCounts,
  Grade,
  RelatedFinding,
  RuleTotal,
  SimilarText,
} from '../audit/audited-report.js';
export { auditPage } from '../audit/page/audit-page.js';
export type { AuditInput, BytesInput, FileInput } from './audit-input.js';
export { type AuditOptions, auditReports } from './audit-reports.js';
export type { FolderJob, Job, JobResult } from './job.js';
export type { FileNames, Kept, Output } from './keep.js';
export { createPool, type Pool, type PoolOptions } from './pool.js';
export { type FiguresOptions, readFigures, readReports } from './read-figures.js';
export { type BatchOptions, type BatchResult, renderBatch } from './render-batch.js';
export { runJob } from './run-job.js';
export { type S3StoreOptions, s3Store } from './s3-store.js';
export { fileStore, type Store, type Stored } from './store.js';
export type { BatchInput, Failed, Rendered, RenderedFile, Task, TextInput, ValueInput } from './task.js';
export { auditWorkbook } from './write-audit.js';
