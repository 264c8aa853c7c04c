import type { TextInput } from '../../batch/index.js';
import { isFile } from '../../host/files.js';
import { readInputFile } from '../../host/input-file.js';
import { loadYaml } from '../../host/load-yaml.js';
import { type Line, linesOfFile, linesOfInput, linesOfRegular } from '../../host/stream-lines.js';
import { type Diagnostic, type Read, ReportError, type TextOptions } from '../../index.js';
import type { LimitOptions } from '../../limits/limits-of.js';
import { decodeText } from '../../readers/decode-text.js';
import { mostOfInput, proveInputSize } from '../../readers/input-size.js';
import { glance } from '../../readers/read-source.js';
import { DOCUMENT_EXTENSION } from '../../readers/source-kinds.js';
import { valueAt } from '../../table/cells.js';
import { displayName, readFrom } from '../inputs.js';
import type { SourceFile } from './sources.js';

/** A report of a batch as it was found: its text, or the problems if there is none. */
export interface FoundReport {
  readonly id: string;
  /** The file, with the line if it has several reports. The same as the id, unless the report has an id of its own. */
  readonly place: string;
  readonly input?: TextInput;
  /** The report's value at a glance; undefined if its text cannot be read. */
  readonly report?: unknown;
  readonly problems: readonly Diagnostic[];
  /** What was lost in reading a document. */
  readonly losses?: readonly Diagnostic[];
  /** Puts problems found later where they stand in a document, which has no lines. */
  readonly locate?: Read['locate'];
}

const isBlank = (line: Buffer): boolean => line.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);

/** A place whose report could not be found. */
function notFound(place: string, error: unknown): FoundReport {
  if (!(error instanceof ReportError)) throw error;
  return { id: place, place, problems: error.diagnostics };
}

/** The id and path of a report in an envelope `{ "id": …, "report": … }`. */
export function envelopeOf(value: unknown): Partial<Pick<TextInput, 'id' | 'at'>> {
  const { id, report, edition } = Object(value) as { readonly [key: string]: unknown };
  if (typeof report !== 'object' || edition !== undefined) return {};
  return { at: ['report'], ...((typeof id === 'string' || typeof id === 'number') && { id: String(id) }) };
}

function reportOfFile({ path, isFound }: SourceFile, options: LimitOptions): FoundReport {
  try {
    const text = decodeText(readInputFile(path, options, { isFound }), path);
    return {
      id: path,
      place: path,
      input: { id: path, text, name: path },
      report: glance(text, path, loadYaml, options),
      problems: [],
    };
  } catch (error) {
    return notFound(path, error);
  }
}

/** Places in the JSON that a document was read into mean nothing to anybody. */
const withoutLine = (problem: Diagnostic, path: string): Diagnostic => {
  const { place, ...rest } = problem;
  return place?.file === path && 'line' in place ? rest : problem;
};

/** A document is read here, because its report has to be known for the names of its files; threads get it as JSON. */
async function reportOfDocument({ path, isFound }: SourceFile, options: TextOptions): Promise<FoundReport> {
  try {
    const { report, losses, locate } = await readFrom(path, options, isFound);
    const input: TextInput = { id: path, text: JSON.stringify(report), name: path };
    const inWords: Read['locate'] = (problems) => locate(problems.map((problem) => withoutLine(problem, path)));
    return { id: path, place: path, input, report, problems: [], losses, locate: inWords };
  } catch (error) {
    return notFound(path, error);
  }
}

function reportOfLine({ bytes, number }: Line, path: string, options: LimitOptions): FoundReport {
  const place = `${path}:${number}`;
  const name = displayName(path);
  try {
    const where = `${name} 第 ${number} 行`;
    proveInputSize(bytes.length, where, options);
    const text = decodeText(bytes, where);
    const value = glance(text, name, loadYaml, options);
    const input: TextInput = { id: place, text, name, line: number, ...envelopeOf(value) };
    return { id: input.id, place, input, report: valueAt(value, input.at ?? []), problems: [] };
  } catch (error) {
    return notFound(place, error);
  }
}

/** The lines of a file or of standard input, without blank ones; of one that is too large, so much that this shows. */
export async function* linesIn(
  { path, isFound }: Omit<SourceFile, 'hasLines'>,
  options: LimitOptions,
): AsyncGenerator<Line> {
  const most = mostOfInput(options);
  const linesOf = isFound ? linesOfRegular : linesOfFile;
  for await (const line of path === '-' ? linesOfInput(process.stdin, most) : linesOf(path, most)) {
    if (!isBlank(line.bytes)) yield line;
  }
}

/** The reports of the sources, in order, read one at a time. */
export async function* findReports(sources: readonly SourceFile[], options: TextOptions): AsyncGenerator<FoundReport> {
  for (const source of sources) {
    const { path, hasLines } = source;
    if (!hasLines) {
      yield DOCUMENT_EXTENSION.test(path) ? await reportOfDocument(source, options) : reportOfFile(source, options);
      continue;
    }
    try {
      for await (const line of linesIn(source, options)) yield reportOfLine(line, path, options);
    } catch (error) {
      yield notFound(path, error);
    }
  }
}

/** The number of reports, or undefined if only reading them would tell. */
export async function countReports(sources: readonly SourceFile[], options: LimitOptions): Promise<number | undefined> {
  let count = 0;
  for (const source of sources) {
    const { path, hasLines } = source;
    if (path === '-') return undefined;
    if (!hasLines || !isFile(path)) count += 1;
    else for await (const _ of linesIn(source, options)) count += 1;
  }
  return count;
}
