import { composeReport, type Diagnostic, outlineDocument, ReportError, type TextOptions } from '../index.js';
import { exitCodeFor } from './exit-codes.js';
import { flagFiles } from './flag-files.js';
import { expandFiles, readFrom, tellLosses } from './inputs.js';
import { writeText } from './outputs.js';
import { type TextFlags, toReadingOptions } from './text-options.js';
import { tellProblems } from './voice.js';

/** The options of `nianbao outline` as they are typed. */
export interface OutlineFlags extends TextFlags {
  readonly output?: string;
  readonly force?: boolean;
}

async function outlineFile(file: string, options: TextOptions): Promise<string> {
  const read = await readFrom(file, options);
  tellLosses(read);
  const { report, locate } = read;
  try {
    return outlineDocument(composeReport(report, options));
  } catch (error) {
    throw error instanceof ReportError ? new ReportError(locate(error.diagnostics)) : error;
  }
}

/** `nianbao outline`: gives composed documents as readable text. A report that fails does not stop the others. */
export async function outlineFiles(args: readonly string[], flags: OutlineFlags): Promise<number> {
  const options = await toReadingOptions(flags);
  const files = expandFiles(args);
  const texts: string[] = [];
  const problems: Diagnostic[] = [];
  for (const file of files) {
    try {
      texts.push(await outlineFile(file, options));
    } catch (error) {
      if (!(error instanceof ReportError)) throw error;
      problems.push(...error.diagnostics);
    }
  }
  tellProblems(problems);
  if (texts.length > 0) await writeText(texts.join(''), { ...flags, inputs: [...files, ...flagFiles(flags)] });
  return exitCodeFor(problems);
}
