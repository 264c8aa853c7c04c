import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';

/** A file that is to be written. */
export interface Output {
  readonly path: string;
  readonly bytes: Uint8Array;
}

function unwritable(path: string, found: string, hint: string): ReportError {
  return new ReportError([
    diagnostic('file/unwritable', { message: `无法写入 ${path}`, found, expected: '可以写入的位置', hint }),
  ]);
}

/** Whether a path is a folder that is there. */
export function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

/** Does a step of the writing of one file; what goes wrong is told of that file. */
function attempt(path: string, step: () => void): void {
  try {
    step();
  } catch (error) {
    if (error instanceof ReportError) throw error;
    throw unwritable(path, error instanceof Error ? error.message : String(error), '检查文件夹的写入权限和磁盘空间');
  }
}

function writeTemporary(path: string, temporary: string, bytes: Uint8Array): void {
  const folder = dirname(path);
  if (!isFolder(folder)) throw unwritable(path, `文件夹 ${folder} 不存在`, '先建立这个文件夹，或用 -o 指定别处');
  if (isFolder(path)) throw unwritable(path, '这里已有一个同名的文件夹', '移走它，或用 -o 指定别处');
  writeFileSync(temporary, bytes, { flag: 'wx' });
}

/**
 * Writes files so that each appears whole or not at all: all are written under other names first, then renamed.
 *
 * @throws ReportError `file/unwritable`; nothing half-written is left behind
 */
export function writeWhole(outputs: readonly Output[]): void {
  // Chance need not be strong, only seldom the same: a name that is taken is refused.
  const pairs = outputs.map((output) => ({
    ...output,
    temporary: `${output.path}.${Math.random().toString(36).slice(2, 12)}.tmp`,
  }));
  const begun: string[] = [];
  try {
    for (const { path, temporary, bytes } of pairs) {
      attempt(path, () => writeTemporary(path, temporary, bytes));
      begun.push(temporary);
    }
    for (const { path, temporary } of pairs) attempt(path, () => renameSync(temporary, path));
  } catch (error) {
    for (const temporary of begun) rmSync(temporary, { force: true });
    throw error;
  }
}
