import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { systemReason } from './system-reason.js';

/** Errors of the disk rather than of one file: the next file would fail as well. */
const DISK_ERRORS: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO']);

function hintFor(code: string | undefined): string {
  if (code === 'ENAMETOOLONG') return '把文件名改短：多数系统最多 255 字节，加上扩展名约 83 个汉字';
  return '检查文件夹的写入权限和同名的文件夹';
}

/** The error to report when a file could not be written: `file/no-space` if no other could be either. */
export function unwritable(path: string, error: unknown): ReportError {
  const { code } = error as NodeJS.ErrnoException;
  const isFull = DISK_ERRORS.has(code);
  return new ReportError([
    diagnostic(isFull ? 'file/no-space' : 'file/unwritable', {
      message: isFull ? `磁盘写不下 ${path}` : `无法写入 ${path}`,
      found: systemReason(error),
      expected: isFull ? '有空间、可写入的磁盘' : '可以写入的位置',
      hint: isFull ? '腾出空间后再运行一次；批量生成只做剩下的' : hintFor(code),
    }),
  ]);
}
