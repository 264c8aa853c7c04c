import {
  type AnyReport,
  type FormOptions,
  parseReport,
  type ReadReport,
  type ReportPlace,
  readReport,
} from '../index.js';
import type { LimitOptions } from '../limits/limits-of.js';
import type { BatchInput, TextInput } from './task.js';

const placeOf = ({ line, at }: TextInput): ReportPlace => ({
  ...(line !== undefined && { line }),
  ...(at !== undefined && { at }),
});

/**
 * Reads a report of a batch.
 *
 * @throws ReportError with all problems of syntax and shape
 */
export function readInput(
  input: BatchInput,
  { forms = [], limits }: FormOptions & LimitOptions,
): ReadReport<AnyReport> {
  const options = { forms, ...(limits && { limits }) };
  if ('report' in input) {
    return { report: parseReport(input.report, options), locate: (problems) => problems, findings: [] };
  }
  return readReport(input.text, input.name, { ...placeOf(input), ...options });
}
