import { type Diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { type Destination, destinationOf, identityOf } from '../host/destination.js';
import { contentOf, isOwnFile } from '../host/own-files.js';
import { unwritable } from '../host/unwritable.js';
import { writeFiles, writeInto } from '../host/write-files.js';
import { sameFile } from './file-key.js';
import { alreadyThere, folderThere, isInput, sameOutput } from './output-faults.js';
import { give } from './voice.js';

/** The output that is no file. */
export const STANDARD_OUTPUT = '-';

/** What is asked of an output before anything is written to it. */
export interface OutputRules {
  /** Every file that the command reads, as it was typed; `-` is standard input. None of them is ever written over. */
  readonly inputs: readonly string[];
  /** What is there and was not made by nianbao may be written over. */
  readonly force?: boolean | undefined;
  /** Whether a file that is there is one that may be written over all the same; one that nianbao rendered, if not given. */
  readonly isOurs?: ((file: string) => Promise<boolean>) | undefined;
}

/** Names the input that a file is, whatever path leads to it. The inputs are looked at when the first file is asked about. */
export function inputFinder(inputs: readonly string[]): (file: string) => string | undefined {
  let known: ReadonlyMap<string | undefined, string> | undefined;
  return (file) => {
    known ??= new Map(inputs.map((input) => [identityOf(input === '-' ? 0 : input), input]));
    const identity = identityOf(file);
    return identity === undefined ? undefined : known.get(identity);
  };
}

/** What is against writing to a place. */
type FaultOf = (place: Destination) => Promise<Diagnostic | undefined>;

function judge({ inputs, force, isOurs = isOwnFile }: OutputRules): FaultOf {
  const inputAt = inputFinder(inputs);
  return async ({ path, file, there }) => {
    if (there === 'folder') return folderThere(path);
    if (there !== 'file') return undefined;
    const input = inputAt(file);
    if (input !== undefined) return isInput(path, input);
    return force || (await isOurs(file)) ? undefined : alreadyThere(path);
  };
}

/** Where a path leads, or why it leads nowhere. */
function followed(path: string): Destination | readonly Diagnostic[] {
  try {
    return destinationOf(path);
  } catch (error) {
    return unwritable(path, error).diagnostics;
  }
}

/**
 * Finds out where files are to be written, before the work that makes them is done.
 *
 * @throws ReportError with everything that is against it: `usage/output-is-input`, `usage/argument` if two are the same file,
 *   `file/exists`, `file/unwritable`
 */
export async function claim(paths: readonly string[], rules: OutputRules): Promise<readonly Destination[]> {
  const problems: Diagnostic[] = [];
  const faultOf = judge(rules);
  const claimed = new Map<string, Destination>();
  for (const path of paths) {
    const found = followed(path);
    if (!('file' in found)) {
      problems.push(...found);
      continue;
    }
    const key = sameFile(found.file);
    const other = claimed.get(key);
    const fault = other ? sameOutput(path, other.path) : await faultOf(found);
    if (fault) problems.push(fault);
    claimed.set(key, found);
  }
  if (problems.length > 0) throw new ReportError(problems);
  return [...claimed.values()];
}

/** Bytes, and where they go. */
export interface Output {
  readonly place: Destination;
  readonly bytes: Uint8Array;
}

/**
 * Writes the files of a command where `claim` has found that they may go: all of them, or none.
 *
 * @throws ReportError `file/unwritable`, `file/no-space`
 */
export function writeOutputs(outputs: readonly Output[]): void {
  const files = ({ isDevice }: { readonly isDevice: boolean }) =>
    outputs
      .filter(({ place }) => (place.there === 'device') === isDevice)
      .map(({ place, bytes }) => ({ path: place.file, bytes }));
  writeFiles(files({ isDevice: false }));
  files({ isDevice: true }).forEach(writeInto);
}

/** What it takes to write a text: where to, if not to standard output. */
export interface TextOutput {
  readonly output?: string | undefined;
  readonly force?: boolean | undefined;
  readonly inputs: readonly string[];
  /** Whether a file that is there may be written over; one that says the same, if not given. */
  readonly isOurs?: OutputRules['isOurs'];
}

/**
 * Writes a text that a command gives: to standard output, or to a file. A file that is there stays, unless it says the same.
 *
 * @throws what `claim` and `writeOutputs` throw
 */
export async function writeText(text: string, { output = STANDARD_OUTPUT, ...rules }: TextOutput): Promise<void> {
  if (output === STANDARD_OUTPUT) {
    give(text);
    return;
  }
  const bytes = Buffer.from(text);
  const isSame = async (file: string) => contentOf(file)?.equals(bytes) === true;
  const [place] = await claim([output], { isOurs: isSame, ...rules });
  if (place) writeOutputs([{ place, bytes }]);
}
