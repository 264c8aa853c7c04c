import { existsSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { type GlobOptions, globSync } from 'tinyglobby';
import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { systemReason } from '../host/system-reason.js';

/** Whether a path is meant as a pattern. */
export const isPattern = (path: string): boolean => /[*?[{]/.test(path);

function unreadable(folder: string, error: unknown): ReportError {
  return new ReportError([
    diagnostic('file/unreadable', { cause: 'folder', file: folder, reason: systemReason(error) }),
  ]);
}

/** A folder below the one that is searched, as a path that begins as that one was typed. */
const spelled = (folder: string, found: string): string => join(folder, relative(resolve(folder), found));

/** What a search has found. */
export interface FoundPaths {
  readonly files: readonly string[];
  /** Links, pipes and devices with such names, none of which is opened: whoever writes into the folder says where they lead. */
  readonly others: readonly string[];
}

/** What the search asks of an entry. */
interface FolderEntry {
  readonly name: string;
  readonly isDirectory: () => boolean;
  readonly isFile: () => boolean;
  readonly isSymbolicLink: () => boolean;
}

/** What a folder shows of itself, as folders and files; nothing hidden. */
function entriesOf(path: string, onOther: (path: string) => void): readonly FolderEntry[] {
  const entries = readdirSync(path, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
  return entries.map((entry) => {
    const isDirectory = entry.isDirectory();
    if (!isDirectory && !entry.isFile()) onOther(join(path, entry.name));
    const { name } = entry;
    return { name, isDirectory: () => isDirectory, isFile: () => !isDirectory, isSymbolicLink: () => false };
  });
}

/** Order of names, folder by folder: `a/z` stands before `a.json`, for `a` does. */
function byNames(one: string, other: string): number {
  const [names, others] = [one.split('/'), other.split('/')];
  const i = names.findIndex((name, at) => name !== others[at]);
  return (names[i] ?? '') < (others[i] ?? '') ? -1 : 1;
}

/** What the library finds; a pattern that it refuses, as it does those of more than 64 kB, is of nothing. */
function matching(pattern: string, options: GlobOptions): readonly string[] {
  try {
    return globSync(pattern, options);
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

/** What is below a folder and matches, in order of names, as paths that begin with the folder's. */
function search(folder: string, pattern: string, isLeftOut: (path: string) => boolean): FoundPaths {
  const problems: ReportError[] = [];
  const strange = new Set<string>();
  // The search passes over what it cannot read; so problems are noted on the way.
  const list = (found: string) => {
    const path = spelled(folder, found);
    if (resolve(found) !== resolve(folder) && isLeftOut(path)) return [];
    try {
      return entriesOf(found, (other) => strange.add(resolve(other)));
    } catch (error) {
      problems.push(unreadable(path, error));
      return [];
    }
  };
  const fs = { readdirSync: list as unknown as typeof readdirSync };
  const paths = matching(pattern, { cwd: resolve(folder), dot: true, expandDirectories: false, fs });
  if (problems[0]) throw problems[0];
  const [others = [], files = []] = [true, false].map((isStrange) =>
    paths
      .filter((path) => strange.has(resolve(folder, path)) === isStrange)
      .toSorted(byNames)
      .map((path) => join(folder, path).replaceAll('\\', '/')),
  );
  return { files, others };
}

/**
 * Every file below a folder, in order of names, as paths that begin with the folder's. Hidden ones are passed over, links are not
 * followed.
 *
 * @throws ReportError `file/unreadable`
 */
export function filesBelow(folder: string, isLeftOut: (path: string) => boolean): FoundPaths {
  return search(folder, '**', isLeftOut);
}

/** What means something to the library and nothing here: names of files have brackets and exclamation marks. */
const literally = (pattern: string): string => pattern.replace(/[()|"\\]|^!/g, '\\$&');

/** A pattern in two parts: the folder in which everything is that it can mean, and the pattern below that folder. */
interface Scope {
  readonly folder: string;
  readonly pattern: string;
}

/** @param isWindows there a backslash separates folders; elsewhere it may be part of a name */
export function scopeOf(typed: string, isWindows: boolean): Scope {
  const path = isWindows ? typed.replaceAll('\\', '/') : typed;
  const parts = path.replace(/^(?:\.\/+)+/, '').split('/');
  const wild = Math.max(0, parts.findIndex(isPattern));
  const folder = parts.slice(0, wild).join('/') || (path.startsWith('/') ? '/' : '.');
  // `C:` by itself is where that drive was last, not its top.
  const isDrive = isWindows && /^[a-z]:$/i.test(folder);
  return { folder: isDrive ? `${folder}/` : folder, pattern: parts.slice(wild).join('/') };
}

/**
 * The files that a pattern means: `*`, `?`, `[…]`, `{a,b}` within a name, `**` for any folders. In order of names.
 *
 * @throws ReportError `file/unreadable`
 */
export function expandPattern(typed: string, isLeftOut: (path: string) => boolean): FoundPaths {
  const { folder, pattern } = scopeOf(typed, process.platform === 'win32');
  return existsSync(folder) ? search(folder, literally(pattern), isLeftOut) : { files: [], others: [] };
}
