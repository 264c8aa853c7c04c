import { join } from 'node:path';
import { type Destination, isFolderName } from '../host/destination.js';
import { isFolder } from '../host/files.js';
import { loadYaml } from '../host/load-yaml.js';
import { type AnyReport, type Diagnostic, type Read, ReportError, type TextOptions } from '../index.js';
import { EXIT, exitCodeFor } from './exit-codes.js';
import { flagFiles } from './flag-files.js';
import { expandFiles, type Input, readFrom, refuseCollisions, tellLosses, toInputs } from './inputs.js';
import { jsonText } from './json-text.js';
import { misuse } from './misuse.js';
import { claim, STANDARD_OUTPUT, writeOutputs } from './outputs.js';
import { FILE_NAME } from './render-outputs.js';
import { type TextFlags, toReadingOptions } from './text-options.js';
import { give, tellDone, timed } from './voice.js';

/** The options of `nianbao read` as they are typed. */
export interface ReadFlags extends TextFlags {
  readonly output?: string;
  readonly json?: boolean;
  /** False with `--no-loss`. */
  readonly loss?: boolean;
  readonly force?: boolean;
}

const DATA = /\.(?:json|ya?ml)$/i;

/** A report as text: JSON, or YAML, whose long lines are left whole. */
function textOf(report: AnyReport, isYaml: boolean): string {
  return isYaml ? loadYaml().stringify(report, { lineWidth: 0 }) : `${jsonText(report, 2)}\n`;
}

/** The file that each input is written to: the one that is named, or one in the folder; none if nothing is to be written. */
function outputFor(inputs: readonly Input[], { output, json }: ReadFlags): readonly string[] {
  if (output === undefined || output === STANDARD_OUTPUT) return [];
  if (json) throw misuse({ cause: 'json-and-output' });
  const isFile = FILE_NAME.test(output) && !isFolder(output) && !isFolderName(output);
  if (isFile && DATA.test(output) && inputs.length === 1) return [output];
  if (isFile) {
    throw misuse({ cause: inputs.length > 1 ? 'read-folder' : 'read-extension', file: output });
  }
  return inputs.map(({ name }) => join(output, `${name}.yaml`));
}

interface Job {
  readonly input: Input;
  readonly place: Destination | undefined;
}

/** Gives what was read: as a line, as a file, or as text. */
function deliver({ report, losses }: Read, { input, place }: Job, flags: ReadFlags): void {
  if (flags.json) {
    give(`${jsonText({ file: input.file, report, losses })}\n`);
    return;
  }
  tellLosses({ losses });
  if (place === undefined) give(textOf(report, true));
  else {
    writeOutputs([{ place, bytes: Buffer.from(textOf(report, !/\.json$/i.test(place.path))) }]);
    tellDone(`已写出 ${place.path}`);
  }
}

/** Tells why an input could not be read. */
function tellFailure(error: unknown, { input }: Job, { json }: ReadFlags): readonly Diagnostic[] {
  if (!(error instanceof ReportError)) throw error;
  const { diagnostics } = error;
  if (json) give(`${jsonText({ file: input.file, report: null, losses: diagnostics })}\n`);
  else tellLosses({ losses: diagnostics });
  return diagnostics;
}

async function readOne(job: Job, flags: ReadFlags, options: TextOptions): Promise<number> {
  try {
    const read = await timed(`读入 ${job.input.file}`, () => readFrom(job.input.file, options));
    deliver(read, job, flags);
    return flags.loss === false && read.losses.length > 0 ? EXIT.report : EXIT.done;
  } catch (error) {
    return exitCodeFor(tellFailure(error, job, flags));
  }
}

/** `nianbao read`: what offices have as report objects. An input that cannot be read does not stop the others. */
export async function readFiles(files: readonly string[], flags: ReadFlags): Promise<number> {
  const inputs = toInputs(expandFiles(files));
  const paths = outputFor(inputs, flags);
  if (paths.length > 0) refuseCollisions(inputs);
  const options = await toReadingOptions(flags);
  const read = [...inputs.map(({ file }) => file), ...flagFiles(flags)];
  // What was read is its reader's to correct, so a file that is there is never taken for one of our own.
  const places = await claim(paths, { inputs: read, force: flags.force, isOurs: async () => false });
  const codes: number[] = [];
  for (const [i, input] of inputs.entries()) codes.push(await readOne({ input, place: places[i] }, flags, options));
  return Math.max(EXIT.done, ...codes);
}
