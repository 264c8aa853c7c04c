import { basename, resolve } from 'node:path';
import { readBytes } from '../host/files.js';
import { readStandardInput, STANDARD_INPUT } from '../host/standard-input.js';
import { type AnyReport, type FormOptions, type ReadReport, readReport } from '../index.js';
import { decodeText } from '../readers/decode-text.js';
import { REPORT_EXTENSION } from '../readers/read-source.js';
import { sameFile } from './file-key.js';
import { misuse } from './misuse.js';
import { filesNamed } from './named-files.js';

/** A report named on the command line. */
export interface Input {
  /** The file as it was typed; `-` is standard input. */
  readonly file: string;
  /** The name of its output files, without extension. */
  readonly name: string;
}

/** The inputs of a command. */
export function toInputs(files: readonly string[]): readonly Input[] {
  return files.map((file) => ({ file, name: file === '-' ? 'report' : basename(file).replace(REPORT_EXTENSION, '') }));
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
      throw misuse(`有两个输入会写成同名的 ${name}`, file, '文件名各不相同的输入', '分两次生成，写到不同的文件夹');
    }
    names.add(key);
  }
}

/**
 * The files that the arguments name. A folder means the reports in it, a pattern those that match; a file that is named besides is
 * not meant again by these.
 *
 * @throws ReportError `file/not-found` if a folder or a pattern means none, `file/unreadable`
 */
export function expandFiles(args: readonly string[]): readonly string[] {
  const isWanted = (path: string) => REPORT_EXTENSION.test(path);
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
 * The text of a file, or of standard input.
 *
 * @throws ReportError `file/not-found`, `file/unreadable`; `syntax/invalid` if it is not UTF-8
 */
export function readText(file: string): string {
  return decodeText(file === '-' ? readStandardInput() : readBytes(file), displayName(file));
}

/**
 * Reads and parses a report.
 *
 * @throws ReportError with all problems of file, syntax and shape
 */
export function readFrom(file: string, { forms = [] }: FormOptions): ReadReport<AnyReport> {
  const text = readText(file);
  return readReport(text, displayName(file), { forms });
}
