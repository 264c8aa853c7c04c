import { dirname } from 'node:path';
import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { isFolder } from '../host/files.js';
import { type NewFile, writeFiles } from '../host/write-files.js';

function wrongPath(path: string, found: string, hint: string): ReportError {
  return new ReportError([
    diagnostic('file/unwritable', { message: `无法写入 ${path}`, found, expected: '可以写入的位置', hint }),
  ]);
}

/** Refuses paths that are probably typing mistakes: unlike a batch, single commands create no folders. */
function refuseWrongPath({ path }: NewFile): void {
  const folder = dirname(path);
  if (!isFolder(folder)) throw wrongPath(path, `文件夹 ${folder} 不存在`, '先建立这个文件夹，或用 -o 指定别处');
  if (isFolder(path)) throw wrongPath(path, '这里已有一个同名的文件夹', '移走它，或用 -o 指定别处');
}

/**
 * Writes the files of a command: all of them, or none.
 *
 * @throws ReportError `file/unwritable`, `file/no-space`
 */
export function writeOutputs(files: readonly NewFile[]): void {
  files.forEach(refuseWrongPath);
  writeFiles(files);
}
