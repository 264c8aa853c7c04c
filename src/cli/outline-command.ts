import { composeReport, formatDiagnostic, outlineDocument, ReportError } from '../index.js';
import { exitCodeFor } from './exit-codes.js';
import { type Input, readInput, toInputs } from './inputs.js';

/** The options of `nianbao outline` as they are typed. */
export interface OutlineFlags {
  readonly templates?: string;
}

function outlineOne(input: Input, flags: OutlineFlags): void {
  const { report, locate } = readInput(input);
  try {
    process.stdout.write(outlineDocument(composeReport(report, flags)));
  } catch (error) {
    throw error instanceof ReportError ? new ReportError(locate(error.diagnostics)) : error;
  }
}

/** `nianbao outline`: the composed documents as readable text. One report that fails does not stop the others. */
export function outline(files: readonly string[], flags: OutlineFlags): number {
  const problems = toInputs(files).flatMap((input) => {
    try {
      outlineOne(input, flags);
      return [];
    } catch (error) {
      if (error instanceof ReportError) return error.diagnostics;
      throw error;
    }
  });
  for (const problem of problems) process.stderr.write(`${formatDiagnostic(problem)}\n`);
  return exitCodeFor(problems);
}
