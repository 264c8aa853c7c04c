import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { readInputFile } from '../host/input-file.js';
import type { AnyReport, LookOptions } from '../index.js';
import { type AuditInput, nameOf } from './audit-input.js';
import { findingsOf } from './error-findings.js';
import { readBytesWith } from './read-bytes.js';
import { readInput } from './read-input.js';
import type { Failed } from './task.js';

/** A report that is wanted whole, or its figures alone. */
export interface FiguresTask {
  readonly input: AuditInput;
  readonly isWhole: boolean;
}

/** A report, and what was lost in reading it; or why it could not be read. */
export type FiguresResult =
  | Failed
  | { readonly ok: true; readonly report: AnyReport; readonly losses: readonly Diagnostic[] };

/** What of a report is not added up: it would only have to be sent on and kept. */
function withoutTexts(report: AnyReport): AnyReport {
  const { narrative: _, notes: __, facts: ___, tables: ____, previous: _____, headings: ______, ...rest } = report;
  return rest;
}

async function readAll(input: AuditInput, look: LookOptions) {
  if (!('file' in input || 'bytes' in input)) return { ...readInput(input, look), losses: [] };
  const bytes = 'file' in input ? readInputFile(input.file, look, { inThread: true }) : input.bytes;
  return readBytesWith(bytes, nameOf(input), look);
}

/** Reads a report, or its figures, in the current thread. All problems are returned as findings. */
export async function figuresTask({ input, isWhole }: FiguresTask, look: LookOptions): Promise<FiguresResult> {
  try {
    const { report, losses } = await readAll(input, look);
    return { ok: true, report: isWhole ? report : withoutTexts(report), losses };
  } catch (error) {
    return { ok: false, findings: findingsOf(error) };
  }
}
