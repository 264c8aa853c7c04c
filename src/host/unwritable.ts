import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { systemReason } from './system-reason.js';

/** Errors of the disk rather than of one file: the next file would fail as well. */
const DISK_ERRORS: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO']);

/** The error to report when a file could not be written: `file/no-space` if no other could be either. */
export function unwritable(path: string, error: unknown): ReportError {
  const { code } = error as NodeJS.ErrnoException;
  const isFull = DISK_ERRORS.has(code);
  const facts = { file: path, reason: systemReason(error) };
  if (isFull) return new ReportError([diagnostic('file/no-space', { cause: 'file', ...facts })]);
  const cause = code === 'ENAMETOOLONG' ? 'long-name' : 'file';
  return new ReportError([diagnostic('file/unwritable', { cause, ...facts })]);
}
