import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { exists, isFolder } from '../host/files.js';
import { expandPattern, filesBelow, isPattern } from './glob.js';

function nothing(path: string, by: 'folder' | 'pattern'): ReportError {
  return new ReportError([
    diagnostic('file/not-found', {
      message: `${path} 里没有报告`,
      found: '没有匹配的文件',
      ...(by === 'folder'
        ? {
            expected: 'JSON、YAML 文件或填报的工作簿',
            hint: `检查路径；Word 文件、PDF 和网页要写文件名或通配符，如 "${path.replace(/\/$/, '')}/*.docx"`,
          }
        : { expected: '报告的文件', hint: '检查路径和通配符；命令行里的通配符要加引号' }),
    }),
  ]);
}

/** Which files an argument means that names several. */
export interface Choice {
  readonly isWanted: (path: string, by: 'folder' | 'pattern') => boolean;
  /** Folders that are not looked into. */
  readonly isLeftOut?: (path: string) => boolean;
}

/**
 * The files that a folder or a pattern means, in order of names; undefined for an argument that is neither. What exists under a name
 * is meant by it, even if the name could be a pattern.
 *
 * @throws ReportError `file/not-found` if it means none, `file/unreadable`
 */
export function filesNamed(arg: string, { isWanted, isLeftOut = () => false }: Choice): readonly string[] | undefined {
  const by = isFolder(arg) ? 'folder' : 'pattern';
  if (by === 'pattern' && (exists(arg) || !isPattern(arg))) return undefined;
  const found = by === 'folder' ? filesBelow(arg, isLeftOut) : expandPattern(arg, isLeftOut);
  const wanted = found.filter((path) => isWanted(path, by));
  if (wanted.length === 0) throw nothing(arg, by);
  return wanted;
}
