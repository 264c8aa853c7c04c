import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { firstFew } from '../diagnostics/first-few.js';
import { exists, isFolder } from '../host/files.js';
import { expandPattern, filesBelow, isPattern } from './glob.js';
import { tellAside } from './voice.js';

function wanted(path: string, by: 'folder' | 'pattern', readsDocuments: boolean) {
  if (by === 'pattern') return { expected: '报告的文件', hint: '检查路径和通配符；命令行里的通配符要加引号' };
  if (readsDocuments) return { expected: 'Word 文件、网页、PDF、工作簿、JSON 或 YAML 文件', hint: '检查路径' };
  const example = `${path.replace(/\/$/, '')}/*.docx`;
  return {
    expected: 'JSON、YAML 文件或填报的工作簿',
    hint: `检查路径；Word 文件、PDF 和网页要写文件名或通配符，如 "${example}"`,
  };
}

function nothing(path: string, by: 'folder' | 'pattern', readsDocuments: boolean): ReportError {
  const message = `${path} 里没有报告`;
  return new ReportError([
    diagnostic('file/not-found', { message, found: '没有匹配的文件', ...wanted(path, by, readsDocuments) }),
  ]);
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
