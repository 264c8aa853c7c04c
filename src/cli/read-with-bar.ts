import type { AuditInput, FiguresOptions, readReports } from '../batch/index.js';
import type { Diagnostic, HandedReport, UnreadReport } from '../index.js';
import { startProgress } from './batch/progress.js';

type ReadOne = HandedReport | UnreadReport;

/** What was read. A problem of a file that has no place in it begins with the file. */
function withFile(one: ReadOne): ReadOne {
  if (!('problems' in one)) return one;
  const { file } = one;
  const isNamed = ({ place, message }: Diagnostic) => place !== undefined || message.includes(file);
  const named = (problem: Diagnostic) =>
    isNamed(problem) ? problem : { ...problem, message: `${file}：${problem.message}` };
  return { file, problems: one.problems.map(named) };
}

/**
 * Reads reports on threads, with a bar on a terminal; one that cannot be read is given with what is wrong with it.
 *
 * @param count how many there are, unless only reading them would tell
 */
export async function readWithBar(
  read: typeof readReports,
  inputs: Iterable<AuditInput> | AsyncIterable<AuditInput>,
  count: number | undefined,
  options: FiguresOptions,
): Promise<readonly ReadOne[]> {
  const bar = startProgress(process.stderr, count, '读入 ');
  const all: ReadOne[] = [];
  const onRead = (isDone: boolean) => bar.count(isDone ? 'done' : 'failed');
  try {
    for await (const one of read(inputs, { ...options, onRead })) all.push(withFile(one));
  } finally {
    bar.end();
  }
  return all;
}
