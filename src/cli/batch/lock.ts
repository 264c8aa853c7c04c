import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { misuse } from '../misuse.js';

/** A name that the system knows for as long as a process listens on it, and forgets with the process, however that ends. */
function nameOf(folder: string): string | undefined {
  const hash = createHash('sha256').update(realpathSync(folder)).digest('hex');
  if (process.platform === 'linux') return `\0nianbao-batch-${hash}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\nianbao-batch-${hash}`;
  return undefined;
}

/**
 * Keeps a second run on this machine out of a folder, where the system has the means; gives what ends that.
 *
 * @throws ReportError `usage/argument` if there is one already
 */
export async function lock(folder: string): Promise<() => void> {
  const path = nameOf(folder);
  if (path === undefined) return () => {};
  const server = await new Promise<Server | undefined>((resolve, reject) => {
    const listening = createServer().unref();
    listening.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') return resolve(undefined);
      reject(
        misuse('另一次批量生成正在写这个文件夹', folder, '没有别的进程在写的文件夹', '等它结束，或用 -o 指定别处'),
      );
    });
    listening.listen(path, () => resolve(listening));
  });
  return () => server?.close();
}
