import { formatDiagnostic, inLine, visible } from '../diagnostics/problem-text.js';
import type { Diagnostic } from '../diagnostics/record.js';

/**
 * All that a command says goes through here, so that no name of a file, no id and no text of a report can forge a line, or have a
 * terminal obey it.
 */

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

/** Says a line on standard error, whoever wants to hear it. */
export function tellLine(text: string): void {
  process.stderr.write(`${inLine(text)}\n`);
}

/** Says some lines on standard error, as of an error. */
export function tellLines(text: string): void {
  process.stderr.write(`${visible(text)}\n`);
}

/** Gives a line of the result. */
export function giveLine(text: string): void {
  process.stdout.write(`${inLine(text)}\n`);
}

/** Gives the result: bytes and text as they are, and to a terminal text in which it finds nothing that it would obey. */
export function give(result: string | Uint8Array): void {
  const isShown = typeof result === 'string' && process.stdout.isTTY;
  process.stdout.write(isShown ? visible(result) : result);
}

/** Gives lines that are for people and may be in colours, which their maker has put around what is visible. */
export function givePainted(text: string): void {
  process.stdout.write(text);
}

/** Says what was done, where a program may read it: on standard output. */
export function tellDone(text: string): void {
  if (!isQuiet()) giveLine(text);
}

/** Says something by the way. */
export function tellAside(text: string): void {
  if (!isQuiet()) tellLine(text);
}

/** Says how something was done, to those who asked. */
export function tellHow(text: string): void {
  if (voice === 'verbose') tellLine(text);
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
