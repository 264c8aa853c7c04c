import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import {
  type AnyReport,
  type Document,
  type LookOptions,
  prepareReport,
  ReportError,
  renderDocument,
} from '../index.js';
import { documentOf } from '../prepare.js';
import { attachmentsOf, substitutionsIn } from '../render.js';
import { readInput } from './read-input.js';
import type { RenderedFile, Task } from './task.js';

/** What comes of a task: every format, or none. */
export type Outcome =
  | (Made & { readonly ok: true; readonly findings: readonly Diagnostic[] })
  | { readonly ok: false; readonly findings: readonly Diagnostic[] };

interface Made {
  readonly title: string;
  readonly files: readonly RenderedFile[];
}

async function renderAll(report: AnyReport, document: Document, { formats }: Task, look: LookOptions): Promise<Made> {
  const attachments = attachmentsOf(report, look);
  const files: RenderedFile[] = [];
  for (const format of formats) {
    files.push({ format, bytes: await renderDocument(document, { ...look, format }, attachments) });
  }
  return { title: document.meta.title, files };
}

/** What went wrong, as findings; a fault of our own is one of them. */
function findingsOf(error: unknown): readonly Diagnostic[] {
  if (error instanceof ReportError) return error.diagnostics;
  return [
    diagnostic('internal', {
      message: 'nianbao 自身出错',
      found: error instanceof Error ? (error.stack ?? error.message) : String(error),
      hint: '请带上这段文字报告',
    }),
  ];
}

/** Reads, checks and renders one report, in this thread. Whatever is wrong with it comes back as findings. */
export async function renderTask(task: Task): Promise<Outcome> {
  const { look = {} } = task;
  try {
    const { report, locate } = readInput(task.input);
    try {
      const prepared = prepareReport(report, look);
      const document = documentOf(prepared);
      const made = await renderAll(report, document, task, look);
      return { ok: true, ...made, findings: locate([...prepared.findings, ...substitutionsIn(document, look)]) };
    } catch (error) {
      return { ok: false, findings: locate(findingsOf(error)) };
    }
  } catch (error) {
    return { ok: false, findings: findingsOf(error) };
  }
}
