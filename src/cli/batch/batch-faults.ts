import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js';
import type { FoundReport } from './find-reports.js';

/** Problems that a report has only as part of a batch. */

export function sameId({ id, place }: FoundReport): Diagnostic {
  return diagnostic('batch/same-id', { name: id, file: place });
}

/** @param other the id of the report that has the name already */
export function sameName(name: string, other: string): Diagnostic {
  return diagnostic('batch/same-name', { name, other });
}

export function noName(): Diagnostic {
  return diagnostic('batch/no-name', {});
}
