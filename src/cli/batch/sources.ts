import { basename, normalize, resolve } from 'node:path';
import { proveThere } from '../../host/files.js';
import { readInputFile } from '../../host/input-file.js';
import { refuseFolder } from '../../host/standard-input.js';
import { decodeText } from '../../readers/decode-text.js';
import { REPORT_EXTENSION } from '../../readers/read-source.js';
import { isDocument, isReportFile } from '../inputs.js';
import { filesNamed } from '../named-files.js';
import { isManifest, MANIFEST } from './manifest.js';

/** A file with one report, or with one on each line. `-` is standard input. */
export interface SourceFile {
  readonly path: string;
  readonly hasLines: boolean;
  /** Whether a folder or a pattern has named it, and not the caller. */
  readonly isFound: boolean;
}

export const LINES = /\.(?:jsonl|ndjson)$/i;

/** Normalized, so that a file has the same id however its path is written. */
const sourceOf = (path: string, isFound: boolean): SourceFile => ({
  path: normalize(path).replaceAll('\\', '/'),
  hasLines: LINES.test(path),
  isFound,
});

export const toSource = (path: string): SourceFile => sourceOf(path, false);

/** What a folder or a pattern means. */
export const foundSource = (path: string): SourceFile => sourceOf(path, true);

/** The paths listed in a text file, one per line. Empty lines and lines that begin with # do not count. */
export function listedIn(path: string): readonly SourceFile[] {
  return decodeText(readInputFile(path, {}), path)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(toSource);
}

/**
 * The files that the arguments name, each once, in order. An argument is a file, a folder, a pattern, or a file that lists paths.
 *
 * @param output the output folder, which is left out, and so is the manifest of a batch, unless it is named by itself
 * @throws ReportError if an argument names nothing
 */
export function expand(args: readonly string[], output: string): readonly SourceFile[] {
  const isOutput = (path: string) => resolve(path) === resolve(output);
  const isOwn = (path: string) => basename(path) === MANIFEST && isManifest(path);
  const named = (arg: string) =>
    filesNamed(arg, {
      isWanted: (path, by) =>
        isReportFile(path) || (by === 'pattern' && (LINES.test(path) || isDocument(path)) && !isOwn(path)),
      isLeftOut: isOutput,
    });
  const expandOne = (arg: string): readonly SourceFile[] => {
    if (arg === '-') {
      refuseFolder();
      return [{ path: arg, hasLines: true, isFound: false }];
    }
    const several = named(arg);
    if (several) return several.map(foundSource);
    if (REPORT_EXTENSION.test(arg) || LINES.test(arg) || isDocument(arg)) {
      // A file named as an argument must exist; one in a list fails on its own.
      proveThere(arg);
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
