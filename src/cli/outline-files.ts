import { composeReport, formatDiagnostic, outlineDocument, ReportError } from '../index.js';
import { exitCodeFor } from './exit-codes.js';
import { readFrom } from './inputs.js';

/** The options of `nianbao outline` as they are typed. */
export interface OutlineFlags {
  readonly templates?: string;
}

function outlineFile(file: string, flags: OutlineFlags): void {
  const { report, locate } = readFrom(file);
  try {
    process.stdout.write(outlineDocument(composeReport(report, flags)));
  } catch (error) {
    throw error instanceof ReportError ? new ReportError(locate(error.diagnostics)) : error;
  }
}

/** `nianbao outline`: prints composed documents as readable text. A report that fails does not stop the others. */
export function outlineFiles(files: readonly string[], flags: OutlineFlags): number {
  const problems = files.flatMap((file) => {
    try {
      outlineFile(file, flags);
      return [];
    } catch (error) {
      if (error instanceof ReportError) return error.diagnostics;
      throw error;
    }
  });
  for (const problem of problems) process.stderr.write(`${formatDiagnostic(problem)}\n`);
  return exitCodeFor(problems);
}
