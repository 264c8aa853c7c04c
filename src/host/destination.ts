import { existsSync, fstatSync, lstatSync, readlinkSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';

/** Where a path leads that somebody has typed as an output. */
export interface Destination {
  /** As it was typed, for messages. */
  readonly path: string;
  /** The file to be written: the end of all links, as an absolute path. */
  readonly file: string;
  /** What is there: a device is everything that is written to but cannot be replaced, such as a pipe. */
  readonly there: 'nothing' | 'file' | 'folder' | 'device';
}

/** As many links in a row as Linux follows. */
const MOST_LINKS = 40;

function kindOf(stats: Stats | undefined): Destination['there'] {
  if (stats === undefined) return 'nothing';
  if (stats.isDirectory()) return 'folder';
  return stats.isFile() ? 'file' : 'device';
}

/** The end of the links that begin at a path where nothing is, or not yet. */
function endOf(path: string, left = MOST_LINKS): string {
  if (left > 0 && lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink())
    return endOf(resolve(dirname(path), readlinkSync(path)), left - 1);
  const folder = resolve(dirname(path));
  return join(existsSync(folder) ? realpathSync(folder) : folder, basename(path));
}

/**
 * Follows the links of a path, the last of which may lead to nothing yet.
 *
 * @throws what Node throws for a name that is too long, links in a circle, or a path through a file
 */
export function destinationOf(path: string): Destination {
  const found = kindOf(statSync(path, { throwIfNoEntry: false }));
  const there = found === 'nothing' && isFolderName(path) ? 'folder' : found;
  if (there === 'nothing') return { path, there, file: endOf(path) };
  // What a device is called by links, such as /dev/stdout, need not be a path.
  return { path, there, file: there === 'device' ? path : realpathSync(path) };
}

/** Whether a path can only be that of a folder: it ends in a slash, on Windows in either, or is empty. */
export function isFolderName(path: string): boolean {
  return path === '' || path.endsWith('/') || path.endsWith(sep);
}

/** What is at a path itself, whose last part may be a link. */
export function kindAt(path: string): Destination['there'] | 'link' {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats?.isSymbolicLink() ? 'link' : kindOf(stats);
}

/** What tells files apart whatever they are called: device and number, which upper and lower case, links and hard links share. */
export function identityOf(path: string | 0): string | undefined {
  try {
    const { dev, ino } = path === 0 ? fstatSync(0, { bigint: true }) : statSync(path, { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return undefined;
  }
}
