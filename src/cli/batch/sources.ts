import { normalize, resolve } from 'node:path';
import { diagnostic } from '../../diagnostics/diagnostic.js';
import { exists, isFolder, readBytes } from '../../host/files.js';
import { ReportError } from '../../index.js';
import { REPORT_EXTENSION } from '../../readers/read-source.js';
import { readText } from '../inputs.js';
import { expandPattern, filesBelow, isPattern } from './glob.js';

/** A file with one report, or with one on each line. `-` is standard input. */
export interface SourceFile {
  readonly path: string;
  readonly hasLines: boolean;
}

const LINES = /\.(?:jsonl|ndjson)$/i;

function nothing(path: string): ReportError {
  return new ReportError([
    diagnostic('file/not-found', {
      message: `${path} 里没有报告`,
      found: '没有匹配的文件',
      expected: 'JSON、YAML 或 JSONL 文件',
      hint: '检查路径和通配符；命令行里的通配符要加引号',
    }),
  ]);
}

/** Normalized, so that a file has the same id however its path is written. */
const toSource = (path: string): SourceFile => ({
  path: normalize(path).replaceAll('\\', '/'),
  hasLines: LINES.test(path),
});

/** The paths listed in a text file, one per line. Empty lines and lines that begin with # do not count. */
function listedIn(path: string): readonly SourceFile[] {
  return readText(path)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(toSource);
}

/**
 * The files that the arguments name, each once, in order. An argument is a file, a folder, a pattern, or a file that lists paths.
 *
 * @param output the output folder, which is left out
 * @throws ReportError if an argument names nothing
 */
export function expand(args: readonly string[], output: string): readonly SourceFile[] {
  const isOutput = (path: string) => resolve(path) === resolve(output);
  const expandOne = (arg: string): readonly SourceFile[] => {
    if (arg === '-') return [{ path: arg, hasLines: true }];
    if (isFolder(arg)) {
      const inside = filesBelow(arg, isOutput).filter((path) => REPORT_EXTENSION.test(path));
      if (inside.length === 0) throw nothing(arg);
      return inside.map(toSource);
    }
    if (!exists(arg) && isPattern(arg)) {
      const matching = expandPattern(arg, isOutput).filter((path) => REPORT_EXTENSION.test(path) || LINES.test(path));
      if (matching.length === 0) throw nothing(arg);
      return matching.map(toSource);
    }
    if (REPORT_EXTENSION.test(arg) || LINES.test(arg)) {
      // A file named as an argument must exist; one in a list fails on its own.
      if (!exists(arg)) readBytes(arg);
      return [toSource(arg)];
    }
    return listedIn(arg);
  };
  const sources = new Map<string, SourceFile>();
  for (const source of args.flatMap(expandOne)) {
    const key = source.path === '-' ? '-' : resolve(source.path);
    if (!sources.has(key)) sources.set(key, source);
  }
  return [...sources.values()];
}
