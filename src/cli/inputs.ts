import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { diagnostic, ReportError } from '../diagnostics.js';
import { readBytes } from '../files.js';
import { type ReadReport, readReport } from '../index.js';
import { misuse } from './misuse.js';

/** A report named on the command line. */
export interface Input {
  /** The file as it was named; `-` is standard input. */
  readonly file: string;
  /** What its outputs are called, without extension. */
  readonly name: string;
}

/** The inputs of a command, as they were named. */
export function toInputs(files: readonly string[]): readonly Input[] {
  return files.map((file) => ({
    file,
    name: file === '-' ? 'report' : basename(file).replace(/\.(?:json|ya?ml)$/i, ''),
  }));
}

/** Two inputs that would be written to the same file are a mistake in the call. */
export function refuseCollisions(inputs: readonly Input[]): void {
  const names = new Set<string>();
  for (const { name, file } of inputs) {
    if (names.has(name)) {
      throw misuse(`有两个输入会写成同名的 ${name}`, file, '文件名各不相同的输入', '分两次生成，写到不同的文件夹');
    }
    names.add(name);
  }
}

/** Text in another encoding would be read as other characters without a word. */
export function asUtf8(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ReportError([
      diagnostic('syntax/invalid', {
        message: `${name} 不是 UTF-8 编码的文字`,
        found: '别的编码，多半是 GBK',
        expected: 'UTF-8',
        hint: '用编辑器另存为 UTF-8',
      }),
    ]);
  }
}

/** Reads and parses an input; throws ReportError with every problem. */
export function readInput({ file }: Input): ReadReport {
  const name = file === '-' ? '标准输入' : file;
  const text = asUtf8(file === '-' ? readFileSync(0) : readBytes(file), name);
  return readReport(text, name);
}
