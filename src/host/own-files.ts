import { readFileSync, statSync } from 'node:fs';
import { type Format, formats } from '../formats/formats.js';
import { nodePlatform } from './node-platform.js';

/** Bytes of the largest file that is looked into: no report is nearly as large. */
const LARGEST = 256 * 2 ** 20;

/** The bytes of a file to be looked into; undefined if it is none, too large, or cannot be read. */
export function contentOf(path: string): Buffer | undefined {
  try {
    const stats = statSync(path);
    return stats.isFile() && stats.size <= LARGEST ? readFileSync(path) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a file is one that nianbao has rendered, and nobody has saved, signed or added to since. */
export async function isOwnFile(path: string): Promise<boolean> {
  const bytes = contentOf(path);
  if (bytes === undefined) return false;
  for (const { isOwn } of Object.values<Format>(formats)) {
    if (await isOwn(bytes, nodePlatform)) return true;
  }
  return false;
}
