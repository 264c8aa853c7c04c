import { type AnyReport, parseReport, type ReadReport, readReport } from '../index.js';
import type { BatchInput } from './task.js';

/**
 * Reads a report of a batch.
 *
 * @throws ReportError with all problems of syntax and shape
 */
export function readInput(input: BatchInput): ReadReport<AnyReport> {
  if ('report' in input) return { report: parseReport(input.report), locate: (problems) => problems };
  const { text, name, line = 1, at = [] } = input;
  return readReport(text, name, { line, at });
}
