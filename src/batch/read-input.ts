import { type Diagnostic, parseReport, type ReadReport, ReportError } from '../index.js';
import { readSource } from '../readers/read-source.js';
import { locate } from '../readers/source.js';
import { valueAt } from '../table/cells.js';
import type { BatchInput, TextInput } from './task.js';

/** Runs a step; problems it throws are told otherwise. */
function told<T>(step: () => T, tell: (problems: readonly Diagnostic[]) => readonly Diagnostic[]): T {
  try {
    return step();
  } catch (error) {
    throw error instanceof ReportError ? new ReportError(tell(error.diagnostics)) : error;
  }
}

/** A report that is a part of a text, which is a part of a file: its problems get line and column of the file. */
function readText({ text, name, line = 1, at = [] }: TextInput): ReadReport {
  const inFile = ({ place, ...problem }: Diagnostic): Diagnostic => ({
    ...problem,
    ...(place && { place: place.file === name ? { ...place, line: place.line + line - 1 } : place }),
  });
  const source = told(
    () => readSource(text, name),
    (problems) => problems.map(inFile),
  );
  const inText = (problem: Diagnostic): Diagnostic => {
    const [located = problem] = locate([{ ...problem, path: [...at, ...problem.path] }], source);
    return { ...located, path: problem.path };
  };
  const tell = (problems: readonly Diagnostic[]) => problems.map(inText).map(inFile);
  return { report: told(() => parseReport(valueAt(source.value, at)), tell), locate: tell };
}

/**
 * Reads a report of a batch.
 *
 * @throws ReportError with all problems of syntax and shape
 */
export function readInput(input: BatchInput): ReadReport {
  if ('report' in input) return { report: parseReport(input.report), locate: (problems) => problems };
  return readText(input);
}
