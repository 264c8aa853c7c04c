import { existsSync, mkdirSync, rmdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { unwritable } from './unwritable.js';

/** The topmost folder that is missing on the way to one; undefined if it is there. */
function topmostMissing(folder: string): string | undefined {
  let topmost: string | undefined;
  for (let one = resolve(folder); !existsSync(one) && one !== topmost; one = dirname(one)) topmost = one;
  return topmost;
}

/** Removes a folder and those above it, up to the topmost that was created, as far as nothing is in them. */
function removeFolders(folder: string, topmost: string): void {
  for (let one = resolve(folder); one.length >= topmost.length; one = dirname(one)) {
    try {
      rmdirSync(one);
    } catch {
      // It was never made, or somebody else has put something there.
    }
  }
}

/**
 * Creates folders and those above them; returns what undoes it.
 *
 * @throws ReportError `file/unwritable`, `file/no-space`; what was created for it is gone again
 */
export function createFolders(folders: readonly string[]): () => void {
  const created = new Map<string, string>();
  const undo = () => {
    for (const [folder, topmost] of created) removeFolders(folder, topmost);
  };
  for (const folder of folders) {
    const topmost = topmostMissing(folder);
    if (topmost === undefined) continue;
    created.set(folder, topmost);
    try {
      mkdirSync(folder, { recursive: true });
    } catch (error) {
      undo();
      throw unwritable(folder, error);
    }
  }
  return undo;
}

/**
 * Creates a folder and those above it; it may exist already.
 *
 * @throws ReportError `file/unwritable`, `file/no-space`
 */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw unwritable(folder, error);
  }
}
