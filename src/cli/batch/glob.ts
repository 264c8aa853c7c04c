import { type Dirent, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { diagnostic, ReportError } from '../../diagnostics/diagnostic.js';

/** Whether a path is meant as a pattern. */
export const isPattern = (path: string): boolean => /[*?[{]/.test(path);

const TOKENS: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [/^\*\*\//, () => '(?:[^/]+/)*'],
  [/^\*\*/, () => '.*'],
  [/^\*/, () => '[^/]*'],
  [/^\?/, () => '[^/]'],
  [/^\[(!?)([^\]/]+)\]/, ([, not, set = '']) => `[${not ? '^/' : ''}${set.replace(/[\\^]/g, '\\$&')}]`],
  [/^\{([^{}]*)\}/, ([, list = '']) => `(?:${list.split(',').map(toSource).join('|')})`],
  [/^[\s\S]/u, ([character]) => character.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&')],
];

function toSource(pattern: string): string {
  let rest = pattern;
  let source = '';
  while (rest !== '') {
    for (const [token, write] of TOKENS) {
      const match = token.exec(rest);
      if (!match) continue;
      source += write(match);
      rest = rest.slice(match[0].length);
      break;
    }
  }
  return source;
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder === '' ? '.' : folder, { withFileTypes: true });
  } catch (error) {
    throw new ReportError([
      diagnostic('file/unreadable', {
        message: `无法读取文件夹 ${folder}`,
        found: error instanceof Error ? error.message : String(error),
        expected: '可以读取的文件夹',
        hint: '检查它有没有读取权限，或只写要用的文件',
      }),
    ]);
  }
}

/**
 * Every file below a folder, in order of names, as paths that begin with the folder's. Hidden ones are passed over.
 *
 * @throws ReportError `file/unreadable`
 */
export function filesBelow(folder: string, isLeftOut: (path: string) => boolean): readonly string[] {
  const entries = entriesOf(folder)
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry): readonly string[] => {
    const path = folder === '' ? entry.name : join(folder, entry.name).replaceAll('\\', '/');
    if (entry.isDirectory()) return isLeftOut(path) ? [] : filesBelow(path, isLeftOut);
    return [path];
  });
}

/** The files that a pattern means: `*`, `?`, `[…]`, `{a,b}` within a name, `**` for any folders. In order of names. */
export function expandPattern(pattern: string, isLeftOut: (path: string) => boolean): readonly string[] {
  const path = pattern.replace(/^(?:\.\/)+/, '');
  const fixed = path.split('/').slice(0, -1);
  const wild = fixed.findIndex(isPattern);
  const folder = (wild < 0 ? fixed : fixed.slice(0, wild)).join('/');
  const matches = new RegExp(`^${toSource(path)}$`, 'su');
  const root = path.startsWith('/') && folder === '' ? '/' : folder;
  return root === '' || existsSync(root) ? filesBelow(root, isLeftOut).filter((file) => matches.test(file)) : [];
}
