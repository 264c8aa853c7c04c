import { constants, promises as fs } from 'node:fs';
import { type ReadCodes, unreadable } from './files.js';

/** What is asked of a file before it is read. */
export interface DigestLimits extends ReadCodes {
  /** Bytes. */
  readonly most: number;
}

/** The bytes of a regular file within a limit, which is known before any is read. Where a pipe is, nobody waits for its other end. */
async function bytesWithin(path: string, most: number): Promise<Buffer> {
  const file = await fs.open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = await file.stat();
    if (!stats.isFile()) throw new Error('不是普通文件');
    if (stats.size > most) throw new Error(`${stats.size} 字节，超过上限 ${most} 字节`);
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/**
 * SHA-256 of a file, as hexadecimal digits. It is read and worked out beside the main thread.
 *
 * @throws ReportError with one of the codes
 */
export async function fileDigest(path: string, { most, ...codes }: DigestLimits): Promise<string> {
  try {
    return Buffer.from(await crypto.subtle.digest('SHA-256', await bytesWithin(path, most))).toString('hex');
  } catch (error) {
    throw unreadable(path, error, codes);
  }
}
