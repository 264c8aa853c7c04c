import { basename } from 'node:path';
import { readBytes, readStandardInput } from '../host/files.js';
import { type AnyReport, type FormOptions, type ReadReport, readReport } from '../index.js';
import { decodeText } from '../readers/decode-text.js';
import { REPORT_EXTENSION } from '../readers/read-source.js';
import { misuse } from './misuse.js';
import { weigh } from './optimiser.js';

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

/** Refuses two inputs that would be written to the same file. */
export function refuseCollisions(inputs: readonly Input[]): void {
  const names = new Set<string>();
  for (const { name, file } of inputs) {
    if (names.has(name)) {
      throw misuse(`有两个输入会写成同名的 ${name}`, file, '文件名各不相同的输入', '分两次生成，写到不同的文件夹');
    }
    names.add(name);
  }
}

/** What messages call an input. */
export function displayName(file: string): string {
  return file === '-' ? '标准输入' : file;
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
  weigh(text);
  return readReport(text, displayName(file), { forms });
}
