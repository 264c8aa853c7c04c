import { type AnyReport, type Diagnostic, exportCells, ReportError, stops, type TextOptions } from '../index.js';
import { EXIT, exitCodeFor } from './exit-codes.js';
import { flagFiles } from './flag-files.js';
import { expandFiles, readFrom, tellLosses } from './inputs.js';
import { misuse } from './misuse.js';
import { writeText } from './outputs.js';
import { type TextFlags, toReadingOptions } from './text-options.js';

/** The options of `nianbao export` as they are typed. */
export interface ExportFlags extends TextFlags {
  readonly format: string;
  readonly output?: string;
  readonly bom?: boolean;
  readonly force?: boolean;
}

const isFormat = (format: string): format is 'csv' | 'jsonl' => format === 'csv' || format === 'jsonl';

function formatOf({ format, bom }: ExportFlags): 'csv' | 'jsonl' {
  if (!isFormat(format)) throw misuse({ cause: 'unknown-export-format', given: format, known: ['csv', 'jsonl'] });
  if (bom && format === 'jsonl') throw misuse({ cause: 'bom-of-lines' });
  return format;
}

/** The report of a file; nothing, and told, if it cannot be read. */
async function reportIn(file: string, options: TextOptions, problems: Diagnostic[]): Promise<readonly AnyReport[]> {
  try {
    const read = await readFrom(file, options);
    tellLosses(read);
    return [read.report];
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    tellLosses({ losses: error.diagnostics });
    problems.push(...error.diagnostics);
    return [];
  }
}

/** `nianbao export`: the cells of reports as lines of data. A file that cannot be read does not stop the others. */
export async function exportFiles(args: readonly string[], flags: ExportFlags): Promise<number> {
  const format = formatOf(flags);
  const files = expandFiles(args);
  const options = await toReadingOptions(flags);
  const problems: Diagnostic[] = [];
  const reports: AnyReport[] = [];
  for (const file of files) reports.push(...(await reportIn(file, options, problems)));
  const { text, findings } = exportCells(reports, { ...options, format, bom: flags.bom ?? false });
  tellLosses({ losses: findings });
  const inputs = [...files, ...flagFiles(flags)];
  if (reports.length > 0) await writeText(text, { output: flags.output, force: flags.force, inputs });
  const errors = [...problems, ...findings.filter(stops)];
  return errors.length > 0 ? exitCodeFor(errors) : EXIT.done;
}
