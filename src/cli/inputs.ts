import { basename, resolve } from 'node:path';
import { readBytesWith } from '../batch/read-bytes.js';
import { readInputFile } from '../host/input-file.js';
import { STANDARD_INPUT } from '../host/standard-input.js';
import type { Diagnostic, Read, TextOptions } from '../index.js';
import { REPORT_EXTENSION } from '../readers/read-source.js';
import { DOCUMENT_EXTENSION, OFFICE_EXTENSION } from '../readers/source-kinds.js';
import { sameFile } from './file-key.js';
import { misuse } from './misuse.js';
import { filesNamed } from './named-files.js';
import { tellProblems } from './voice.js';

/** A report named on the command line. */
export interface Input {
  /** The file as it was typed; `-` is standard input. */
  readonly file: string;
  /** The name of its output files, without extension. */
  readonly name: string;
}

/** A name without what tells its kind. */
export const withoutExtension = (name: string): string =>
  name.replace(
    [REPORT_EXTENSION, OFFICE_EXTENSION].find((extension) => extension.test(name)) ?? DOCUMENT_EXTENSION,
    '',
  );

/** What spreadsheet and text programs put beside a file that is open. */
export const isLockFile = (path: string): boolean => /^(?:~\$|\.~lock)/.test(basename(path));

/** A document that a pattern may mean. Text files may be anything, and in a batch are lists of paths. */
export const isDocument = (path: string): boolean =>
  DOCUMENT_EXTENSION.test(path) && !/\.txt$/i.test(path) && !isLockFile(path);

/** A file that a folder means: a report of our own kinds, or a workbook, which nothing makes but to be filled in. */
export const isReportFile = (path: string): boolean =>
  REPORT_EXTENSION.test(path) || (/\.xls[xm]$/i.test(path) && !isLockFile(path));

/** The inputs of a command. */
export function toInputs(files: readonly string[]): readonly Input[] {
  return files.map((file) => ({ file, name: file === '-' ? 'report' : withoutExtension(basename(file)) }));
}

/**
 * Refuses two inputs that would be written to the same file.
 *
 * @throws ReportError `usage/argument`
 */
export function refuseCollisions(inputs: readonly Input[]): void {
  const names = new Set<string>();
  for (const { name, file } of inputs) {
    const key = sameFile(name);
    if (names.has(key)) {
      throw misuse({ cause: 'same-input-name', name, file });
    }
    names.add(key);
  }
}

/**
 * The files that the arguments name. A folder means the JSON, YAML and workbooks in it, because what nianbao makes may lie there too; a
 * pattern means all that match. A file that is named besides is not meant again by these.
 *
 * @throws ReportError `file/not-found` if a folder or a pattern means none, `file/unreadable`
 */
export function expandFiles(args: readonly string[]): readonly string[] {
  const isWanted = (path: string, by: 'folder' | 'pattern') =>
    isReportFile(path) || (by === 'pattern' && isDocument(path));
  const named = args.map((arg) => (arg === '-' ? undefined : filesNamed(arg, { isWanted })) ?? arg);
  const known = new Set(named.flatMap((one) => (typeof one === 'string' ? resolve(one) : [])));
  const isNew = (path: string) => !known.has(resolve(path)) && known.add(resolve(path));
  return named.flatMap((one) => (typeof one === 'string' ? one : one.filter(isNew)));
}

/** What messages call an input. */
export function displayName(file: string): string {
  return file === '-' ? STANDARD_INPUT : file;
}

/**
 * Reads a report of any kind, from a file or standard input.
 *
 * @throws ReportError with all problems of file, syntax and shape; `read/…` if it is no report or cannot be read
 */
export async function readFrom(file: string, options: TextOptions, isFound = false): Promise<Read> {
  return readBytesWith(readInputFile(file, options, { isFound }), displayName(file), options);
}

/** Tells on standard error what was lost in reading; findings about the report are told elsewhere. */
export function tellLosses({ losses }: { readonly losses: readonly Diagnostic[] }): void {
  tellProblems(losses);
}
