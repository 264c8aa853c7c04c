import { formatDiagnostic } from '../diagnostics/problem-text.js';
import type { Diagnostic } from '../diagnostics/record.js';

/** How much a command says besides what it was called for: errors only, what was done, or how as well. */
type Voice = 'quiet' | 'normal' | 'verbose';

let voice: Voice = 'normal';

/** Sets how much is said, for the command that is being run. */
export function setVoice({ quiet, verbose }: { readonly quiet?: boolean; readonly verbose?: boolean }): void {
  if (quiet) voice = 'quiet';
  else voice = verbose ? 'verbose' : 'normal';
}

/** Whether only errors are wanted. */
export const isQuiet = (): boolean => voice === 'quiet';

/** Says what was done, where a program may read it: on standard output. */
export function tellDone(text: string): void {
  if (!isQuiet()) process.stdout.write(`${text}\n`);
}

/** Says something by the way. */
export function tellAside(text: string): void {
  if (!isQuiet()) process.stderr.write(`${text}\n`);
}

/** Says how something was done, to those who asked. */
export function tellHow(text: string): void {
  if (voice === 'verbose') process.stderr.write(`${text}\n`);
}

const COLOURS = { error: 31, warning: 33, note: 36 } as const;
const DIM = 2;

/** A text about a problem with its first line in the colour of the problem: dim if it is waived. */
export function painted(text: string, { severity, waived }: Pick<Diagnostic, 'severity' | 'waived'>): string {
  const [first = '', ...rest] = text.split('\n');
  return [`\u001B[${waived === undefined ? COLOURS[severity] : DIM}m${first}\u001B[0m`, ...rest].join('\n');
}

/**
 * Whether a stream gets colours: if it is a terminal that has any, unless the environment says otherwise, as it does in the same way
 * for other programs (no-color.org, force-color.org).
 */
export function isColoured({ isTTY }: { readonly isTTY?: boolean }): boolean {
  const { FORCE_COLOR: forced, NO_COLOR: none = '', TERM: terminal } = process.env;
  if (forced !== undefined) return !['0', 'false'].includes(forced);
  return none === '' && isTTY === true && terminal !== 'dumb';
}

/** The problems that are wanted: all of them, or only errors. */
export const wanted = (problems: readonly Diagnostic[]): readonly Diagnostic[] =>
  isQuiet() ? problems.filter(({ severity, waived }) => severity === 'error' && waived === undefined) : problems;

/** Says problems on standard error. */
export function tellProblems(problems: readonly Diagnostic[]): void {
  const isPainted = isColoured(process.stderr);
  for (const problem of wanted(problems)) {
    const text = formatDiagnostic(problem);
    process.stderr.write(`${isPainted ? painted(text, problem) : text}\n`);
  }
}

/** Runs a step and says how long it took, to those who asked. */
export async function timed<T>(what: string, step: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await step();
  tellHow(`${what}：${Math.round(performance.now() - start)} 毫秒`);
  return result;
}
