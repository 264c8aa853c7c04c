import { promises as fs, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { unwritable } from './unwritable.js';

/** A folder for what a run puts aside, so that it need not keep it in memory. */
export interface Scratch {
  /** The path for the thing of a number. */
  readonly pathOf: (number: number) => string;
  readonly remove: () => Promise<void>;
}

/**
 * Makes an empty folder among the temporary ones of the system.
 *
 * @throws ReportError `file/unwritable`, `file/no-space`
 */
export function openScratch(): Scratch {
  const above = join(tmpdir(), 'nianbao-');
  try {
    const folder = mkdtempSync(above);
    return {
      pathOf: (number) => join(folder, String(number)),
      remove: () => fs.rm(folder, { recursive: true, force: true }),
    };
  } catch (error) {
    throw unwritable(above, error);
  }
}

/**
 * Puts plain data aside, in V8's own form, which takes less than JSON both ways. The fastest compression leaves a fifth of a report: the
 * folder may lie in memory.
 *
 * @throws ReportError `file/unwritable`, `file/no-space`
 */
export function putAside(path: string, value: unknown): void {
  try {
    writeFileSync(path, deflateRawSync(serialize(value), { level: 1 }));
  } catch (error) {
    throw unwritable(path, error);
  }
}

/** What was put aside at a path. */
export function takeAside<T>(path: string): T {
  return deserialize(inflateRawSync(readFileSync(path))) as T;
}
