import { type AnyReport, writeWorkbook } from '../index.js';
import { blankAbout } from './blank-flags.js';
import { blankWith, type WorkbookFlags } from './blank-workbook.js';
import { EXIT } from './exit-codes.js';
import { flagFiles } from './flag-files.js';
import { readFrom, tellLosses } from './inputs.js';
import { misuse } from './misuse.js';
import { claim, STANDARD_OUTPUT, writeOutputs } from './outputs.js';
import { type ReadingOptions, toReadingOptions } from './text-options.js';
import { give, tellDone } from './voice.js';
import { workbooksForMany } from './workbooks-for-many.js';

/** A report whose figures are to be in the workbook. */
async function filledIn(
  file: string,
  flags: WorkbookFlags,
  options: ReadingOptions,
  previous: AnyReport | undefined,
): Promise<object> {
  const typed = [flags.edition && '--edition', flags.year && '--year', flags.agency && '--agency'].find((flag) => flag);
  if (typed) throw misuse({ cause: 'report-decides', name: typed });
  const read = await readFrom(file, options);
  tellLosses(read);
  return previous ? { ...read.report, previous } : read.report;
}

async function lastYear({ previous }: WorkbookFlags, options: ReadingOptions): Promise<AnyReport | undefined> {
  if (previous === undefined) return undefined;
  const read = await readFrom(previous, options);
  tellLosses(read);
  return read.report;
}

function refuseOtherName(output: string): void {
  if (output === STANDARD_OUTPUT || /\.xlsx$/i.test(output)) return;
  throw misuse({ cause: 'workbook-extension', file: output });
}

/** `nianbao workbook`: writes a workbook to be filled in, or one for each agency of a list. */
export async function workbookFiles(file: string | undefined, flags: WorkbookFlags): Promise<number> {
  const options = await toReadingOptions(flags);
  const { forms } = options;
  if (flags.agencies !== undefined) return workbooksForMany(file, { ...flags, agencies: flags.agencies }, options);
  if (flags.previousFolder !== undefined) throw misuse({ cause: 'previous-folder-alone' });
  refuseOtherName(flags.output);
  const inputs = [...(file === undefined ? [] : [file]), ...flagFiles(flags)];
  // What is there may be filled in already: it is never taken for one of our own.
  const isOurs = async () => false;
  const [place] =
    flags.output === STANDARD_OUTPUT ? [] : await claim([flags.output], { inputs, force: flags.force, isOurs });
  const previous = await lastYear(flags, options);
  const report =
    file === undefined
      ? blankWith(blankAbout(flags, forms, previous), forms)
      : await filledIn(file, flags, options, previous);
  const bytes = await writeWorkbook(report, options);
  if (place === undefined) give(bytes);
  else {
    writeOutputs([{ place, bytes }]);
    tellDone(`已生成 ${place.path}`);
  }
  return EXIT.done;
}
