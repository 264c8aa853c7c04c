import {
  type AnyReport,
  type FormOptions,
  parseReport,
  type ReadReport,
  type ReportPlace,
  readReport,
} from '../index.js';
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
export function readInput(input: BatchInput, { forms = [] }: FormOptions): ReadReport<AnyReport> {
  if ('report' in input) {
    return { report: parseReport(input.report, { forms }), locate: (problems) => problems, findings: [] };
  }
  return readReport(input.text, input.name, { ...placeOf(input), forms });
}
