import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { firstFew } from '../diagnostics/first-few.js';
import { exists, isFolder } from '../host/files.js';
import { expandPattern, filesBelow, isPattern } from './glob.js';
import { tellAside } from './voice.js';

function nothing(file: string, by: 'folder' | 'pattern', readsDocuments: boolean): ReportError {
  const cause = by === 'folder' && readsDocuments ? 'folder-of-documents' : by;
  return new ReportError([diagnostic('file/not-found', { cause, file })]);
}

/** Says what is passed over, which would otherwise be missed. */
function tellOthers(paths: readonly string[]): void {
  if (paths.length === 0) return;
  tellAside(`跳过 ${firstFew(paths, '个')}：是链接、管道或设备，不是普通文件；要读的，把路径写出来`);
}

/** Which files an argument means that names several. */
export interface Choice {
  readonly isWanted: (path: string, by: 'folder' | 'pattern') => boolean;
  /** Folders that are not looked into. */
  readonly isLeftOut?: (path: string) => boolean;
  /** Whether a folder means documents too. */
  readonly readsDocuments?: boolean;
}

/**
 * The files that a folder or a pattern means, in order of names; undefined for an argument that is neither. What exists under a name
 * is meant by it, even if the name could be a pattern.
 *
 * @throws ReportError `file/not-found` if it means none, `file/unreadable`
 */
export function filesNamed(arg: string, choice: Choice): readonly string[] | undefined {
  const { isWanted, isLeftOut = () => false, readsDocuments = false } = choice;
  const by = isFolder(arg) ? 'folder' : 'pattern';
  if (by === 'pattern' && (exists(arg) || !isPattern(arg))) return undefined;
  const { files, others } = by === 'folder' ? filesBelow(arg, isLeftOut) : expandPattern(arg, isLeftOut);
  tellOthers(others.filter((path) => isWanted(path, by)));
  const named = files.filter((path) => isWanted(path, by));
  if (named.length === 0) throw nothing(arg, by, readsDocuments);
  return named;
}
