import { createReadStream, existsSync, statSync } from 'node:fs';
import { normalize, resolve } from 'node:path';
import type { TextInput } from '../../batch/index.js';
import { diagnostic } from '../../diagnostics/diagnostic.js';
import { readBytes } from '../../host/files.js';
import { type Diagnostic, ReportError } from '../../index.js';
import { valueAt } from '../../table/cells.js';
import { asUtf8 } from '../inputs.js';
import { isFolder } from '../write.js';
import { lightlyRead } from './facts.js';
import { expandPattern, filesBelow, isPattern } from './glob.js';
import { linesOf } from './stream-lines.js';

/** A report of a batch as it was found: its text, or why there is none. */
export interface Found {
  readonly id: string;
  /** The file, and the line if there are several in it; the same as the id unless the report was given one. */
  readonly place: string;
  readonly input?: TextInput;
  /** What the text says, as far as that can be told without looking closely. */
  readonly report?: unknown;
  readonly problems: readonly Diagnostic[];
}

/** A file of one report, or one with a report on each line. `-` is standard input. */
interface Source {
  readonly path: string;
  readonly hasLines: boolean;
}

const REPORT = /\.(?:json|ya?ml)$/i;
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

/** Whichever way a path is written, it gives the same id. */
const toSource = (path: string): Source => ({
  path: normalize(path).replaceAll('\\', '/'),
  hasLines: LINES.test(path),
});

const isBlank = (line: Buffer): boolean => line.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);

/** The paths that a text file lists, one a line; empty lines and those that begin with # are none. */
function listedIn(path: string): readonly Source[] {
  return asUtf8(readBytes(path), path)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(toSource);
}

/**
 * The files that the arguments of the command mean, each once, in order: files, folders, patterns, lists of paths.
 *
 * @param output what is made there is no input
 * @throws ReportError if an argument means nothing
 */
export function expand(args: readonly string[], output: string): readonly Source[] {
  const isOutput = (path: string) => resolve(path) === resolve(output);
  const expandOne = (arg: string): readonly Source[] => {
    if (arg === '-') return [{ path: arg, hasLines: true }];
    if (isFolder(arg)) {
      const inside = filesBelow(arg, isOutput).filter((path) => REPORT.test(path));
      if (inside.length === 0) throw nothing(arg);
      return inside.map(toSource);
    }
    if (!existsSync(arg) && isPattern(arg)) {
      const matching = expandPattern(arg, isOutput).filter((path) => REPORT.test(path) || LINES.test(path));
      if (matching.length === 0) throw nothing(arg);
      return matching.map(toSource);
    }
    if (REPORT.test(arg) || LINES.test(arg)) {
      // One that is named must be there; one that is listed fails by itself.
      if (!existsSync(arg)) readBytes(arg);
      return [toSource(arg)];
    }
    return listedIn(arg);
  };
  const sources = new Map<string, Source>();
  for (const source of args.flatMap(expandOne)) {
    const key = source.path === '-' ? '-' : resolve(source.path);
    if (!sources.has(key)) sources.set(key, source);
  }
  return [...sources.values()];
}

/** Gives what a step gives, or what was wrong. */
function found(place: string, step: () => Found): Found {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    return { id: place, place, problems: error.diagnostics };
  }
}

/** A text that was found, with what it says. */
function foundText(input: TextInput, place: string, value: unknown): Found {
  return { id: input.id, place, input, report: valueAt(value, input.at ?? []), problems: [] };
}

/** An `{ "id": …, "report": … }` around a report: its id, and the way to it. */
function envelopeOf(value: unknown): Partial<Pick<TextInput, 'id' | 'at'>> {
  const { id, report, edition } = Object(value) as { readonly [key: string]: unknown };
  if (typeof report !== 'object' || edition !== undefined) return {};
  return { at: ['report'], ...((typeof id === 'string' || typeof id === 'number') && { id: String(id) }) };
}

/** The reports of a stream of JSON lines. */
async function* readLines(stream: AsyncIterable<Uint8Array>, path: string): AsyncGenerator<Found> {
  const name = path === '-' ? '标准输入' : path;
  for await (const { bytes, number } of linesOf(stream)) {
    if (isBlank(bytes)) continue;
    const place = `${path}:${number}`;
    yield found(place, () => {
      const text = asUtf8(bytes, `${name} 第 ${number} 行`);
      const value = lightlyRead(text, name);
      return foundText({ id: place, text, name, line: number, ...envelopeOf(value) }, place, value);
    });
  }
}

function unreadable(path: string, error: unknown): Diagnostic {
  return diagnostic('file/unreadable', {
    message: `无法读取文件 ${path}`,
    found: error instanceof Error ? error.message : String(error),
    expected: '可以读取的文件',
    hint: '检查它是不是文件、有没有读取权限',
  });
}

/** The reports of the sources, in order, read one at a time. */
export async function* read(sources: readonly Source[]): AsyncGenerator<Found> {
  for (const { path, hasLines } of sources) {
    if (!hasLines) {
      yield found(path, () => {
        const text = asUtf8(readBytes(path), path);
        return foundText({ id: path, text, name: path }, path, lightlyRead(text, path));
      });
      continue;
    }
    try {
      yield* readLines(path === '-' ? process.stdin : createReadStream(path), path);
    } catch (error) {
      yield { id: path, place: path, problems: [unreadable(path, error)] };
    }
  }
}

/** How many reports there are, if that can be known before they are read. */
export async function countOf(sources: readonly Source[]): Promise<number | undefined> {
  let count = 0;
  for (const { path, hasLines } of sources) {
    if (path === '-') return undefined;
    if (!hasLines || !existsSync(path) || !statSync(path).isFile()) count += 1;
    else for await (const { bytes } of linesOf(createReadStream(path))) count += isBlank(bytes) ? 0 : 1;
  }
  return count;
}
