import { setTimeout as wait } from 'node:timers/promises';
import { ReportError } from '../diagnostics/diagnostic.js';
import { versionOf } from '../host/file-version.js';
import { tellAside, tellProblems } from './voice.js';

/** Milliseconds between two looks. Files are looked at, not listened for: shared folders of an office tell nobody of changes. */
const INTERVAL = 300;

/** What each file is at the moment. */
type State = ReadonlyMap<string, string | undefined>;

const isSame = (one: State, other: State): boolean =>
  one.size === other.size && [...one].every(([file, version]) => other.has(file) && other.get(file) === version);

/** What all files are now; as they were where they cannot be listed, as while a folder is being replaced. */
function stateOf(files: () => readonly string[], last: State): State {
  try {
    return new Map(files().map((file) => [file, versionOf(file)]));
  } catch (error) {
    if (error instanceof ReportError) return last;
    throw error;
  }
}

/** Resolves when files have changed and then stayed as they are: a program that saves writes in several steps. */
async function changed(files: () => readonly string[], known: State): Promise<void> {
  let last = known;
  for (;;) {
    await wait(INTERVAL);
    const now = stateOf(files, last);
    if (isSame(now, last) && !isSame(now, known)) return;
    last = now;
  }
}

/**
 * Does work now, and again whenever one of the files changes, until the process is ended. What goes wrong is told, and does not end it.
 *
 * @param files lists the files that the work reads, anew at each look
 */
export async function whenChanged(files: () => readonly string[], work: () => Promise<unknown>): Promise<never> {
  for (;;) {
    const before = stateOf(files, new Map());
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ReportError)) throw error;
      tellProblems(error.diagnostics);
    }
    tellAside('改了报告或模板就重新生成；按 Ctrl+C 结束');
    // A file that somebody saves meanwhile has changed; one that is new is of the work itself.
    await changed(files, new Map([...stateOf(files, before), ...before]));
  }
}
