import { resolve } from 'node:path';
import { agencyKey } from '../../agencies/agency-name.js';
import type { AuditInput } from '../../batch/index.js';
import { exists, isFile, isFolder, proveThere, readWithin } from '../../host/files.js';
import { loadYaml } from '../../host/load-yaml.js';
import { refuseFolder } from '../../host/standard-input.js';
import type { Line } from '../../host/stream-lines.js';
import type { LimitOptions } from '../../limits/limits-of.js';
import { mostOfInput } from '../../readers/input-size.js';
import { glance, REPORT_EXTENSION } from '../../readers/read-source.js';
import { OFFICE_EXTENSION, UNREAD_EXTENSION } from '../../readers/source-kinds.js';
import { envelopeOf, linesIn } from '../batch/find-reports.js';
import { foundSource, LINES, listedIn, type SourceFile, toSource } from '../batch/sources.js';
import { displayName, isDocument, isLockFile, isReportFile } from '../inputs.js';
import { misuse } from '../misuse.js';
import { filesNamed } from '../named-files.js';

/**
 * What a folder or a pattern means: all that reports are read from, and what reports are handed in as that nobody can read, because an agency
 * whose file is passed over would be told to have handed in nothing. Plain texts in a folder may be anything.
 */
const isReadable = (path: string, by: 'folder' | 'pattern'): boolean =>
  isReportFile(path) ||
  isDocument(path) ||
  LINES.test(path) ||
  (UNREAD_EXTENSION.test(path) && !isLockFile(path)) ||
  (by === 'pattern' && /\.txt$/i.test(path));

const isKnown = (path: string): boolean =>
  [REPORT_EXTENSION, LINES, OFFICE_EXTENSION].some((extension) => extension.test(path)) || isDocument(path);

/** Bytes in which the first line of a list ends. */
const HEAD = 4096;

/** Whether a text is a list of paths rather than a report: then its first line is one. */
function isList(path: string): boolean {
  const text = new TextDecoder().decode(readWithin(path, HEAD));
  const first = text.split(/\r?\n/).find((line) => line.trim() !== '' && !line.startsWith('#'));
  return first !== undefined && first.length < 1024 && exists(first.trim());
}

function sourcesOf(arg: string): readonly SourceFile[] {
  if (arg === '-') {
    refuseFolder();
    return [{ path: arg, hasLines: true, isFound: false }];
  }
  const several = filesNamed(arg, { isWanted: isReadable, readsDocuments: true });
  if (several) return several.map(foundSource);
  // One that is not there is told before anything begins; one in a list fails on its own.
  proveThere(arg);
  return !isKnown(arg) && isFile(arg) && isList(arg) ? listedIn(arg) : [toSource(arg)];
}

/** Whose report a file of data is, at a glance; undefined if it is none. */
function agencyAt(path: string): string | undefined {
  if (!REPORT_EXTENSION.test(path) || !isFile(path)) return undefined;
  const text = new TextDecoder().decode(readWithin(path, mostOfInput({})));
  const report = Object(glance(text, path, loadYaml, {}));
  const name = Object(report.agency).name;
  return typeof name === 'string' ? name : undefined;
}

/** Whether what lies where a result goes may be an earlier one: no report, or one of the agency that the results are of. */
function isEarlierResult(path: string, whole: string | undefined): boolean {
  const agency = agencyAt(path);
  return agency === undefined || (whole !== undefined && agencyKey(agency) === agencyKey(whole));
}

/**
 * The files that are audited, each once.
 *
 * @param outputs the files of the result, which may lie in a folder among them; one that is somebody's report stays among those that are read, so that
 *   it is not written over
 * @param whole the agency whose report the result is, if it is one
 * @throws ReportError if an argument names nothing
 */
export function auditSources(
  args: readonly string[],
  outputs: readonly string[],
  whole?: string,
): readonly SourceFile[] {
  const written = new Set(outputs.map((path) => resolve(path)));
  const sources = new Map<string, SourceFile>();
  for (const source of args.flatMap(sourcesOf)) {
    const key = source.path === '-' ? '-' : resolve(source.path);
    const isOutput = written.has(key) && !args.includes(source.path) && isEarlierResult(source.path, whole);
    if (!isOutput && !sources.has(key)) sources.set(key, source);
  }
  return [...sources.values()];
}

/**
 * The files of a folder with reports of earlier years.
 *
 * @throws ReportError `usage/argument` if it is no folder; `file/not-found` if there is no report in it
 */
export function previousSources(folder: string | undefined): readonly SourceFile[] {
  if (folder === undefined) return [];
  if (isFolder(folder)) return sourcesOf(folder);
  throw misuse({ cause: 'no-previous-folder', file: folder });
}

/** The report of a line. One that is too large, or no text, is left to its reader to tell. */
function inputOfLine({ bytes, number }: Line, path: string, options: LimitOptions): AuditInput {
  const [id, name] = [`${path}:${number}`, displayName(path)];
  const text = bytes.length > mostOfInput(options) ? undefined : new TextDecoder().decode(bytes);
  if (text === undefined || text.includes('\uFFFD')) return { id, bytes, name };
  const { at } = envelopeOf(glance(text, name, loadYaml, options));
  return { id, text, name, line: number, ...(at && { at }) };
}

/** The reports of the files: whole files are left to the threads, of files with lines one line at a time is read. */
export async function* auditInputs(sources: readonly SourceFile[], options: LimitOptions): AsyncGenerator<AuditInput> {
  for (const source of sources) {
    const { path, hasLines } = source;
    if (!hasLines || (path !== '-' && !isFile(path))) yield { id: path, file: path };
    else for await (const line of linesIn(source, options)) yield inputOfLine(line, path, options);
  }
}
