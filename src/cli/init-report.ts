import { blankReport, blankText } from '../index.js';
import { type BlankFlags, blankAbout } from './blank-flags.js';
import { EXIT } from './exit-codes.js';
import { flagFiles } from './flag-files.js';
import { readFrom, tellLosses } from './inputs.js';
import { writeText } from './outputs.js';
import { type TextFlags, toReadingOptions } from './text-options.js';

/** The options of `nianbao init` as they are typed. */
export interface InitFlags extends BlankFlags, Pick<TextFlags, 'form'> {
  readonly output?: string;
  readonly json?: boolean;
  readonly force?: boolean;
}

/** JSON with each row of figures on one line, so that it reads like the table. */
function toJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(/\{[^{}[\]]*\}/g, (flat) => flat.replace(/\s+/g, ' '));
}

/** `nianbao init`: writes a report to be filled in. */
export async function initReport(flags: InitFlags): Promise<number> {
  const texts = await toReadingOptions(flags);
  const { forms } = texts;
  const before = flags.previous === undefined ? undefined : await readFrom(flags.previous, texts);
  if (before) tellLosses(before);
  const { previous, ...about } = blankAbout(flags, forms, before?.report);
  const options = { ...about, forms, ...(previous && { previous }) };
  // A report that is to be filled in is its author's from the beginning.
  const { output, force, json = /\.json$/i.test(output ?? '') } = flags;
  await writeText(json ? `${toJson(blankReport(options))}\n` : blankText(options), {
    output,
    force,
    inputs: flagFiles(flags),
    isOurs: async () => false,
  });
  return EXIT.done;
}
