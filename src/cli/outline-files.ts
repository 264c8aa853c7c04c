import { loadForms } from '../host/load-forms.js';
import { composeReport, formatDiagnostic, outlineDocument, ReportError, type TextOptions } from '../index.js';
import { exitCodeFor } from './exit-codes.js';
import { readFrom } from './inputs.js';

/** The options of `nianbao outline` as they are typed. */
export interface OutlineFlags {
  readonly templates?: string;
  readonly form?: readonly string[];
}

function outlineFile(file: string, options: TextOptions): void {
  const { report, locate } = readFrom(file, options);
  try {
    process.stdout.write(outlineDocument(composeReport(report, options)));
  } catch (error) {
    throw error instanceof ReportError ? new ReportError(locate(error.diagnostics)) : error;
  }
}

/** `nianbao outline`: prints composed documents as readable text. A report that fails does not stop the others. */
export async function outlineFiles(files: readonly string[], { templates, form }: OutlineFlags): Promise<number> {
  const options: TextOptions = { forms: await loadForms(form), ...(templates !== undefined && { templates }) };
  const problems = files.flatMap((file) => {
    try {
      outlineFile(file, options);
      return [];
    } catch (error) {
      if (error instanceof ReportError) return error.diagnostics;
      throw error;
    }
  });
  for (const problem of problems) process.stderr.write(`${formatDiagnostic(problem)}\n`);
  return exitCodeFor(problems);
}
