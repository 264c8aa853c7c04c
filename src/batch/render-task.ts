import { documentOf } from '../compose/prepared.js';
import { type AnyReport, type Document, type LookOptions, prepareReport } from '../index.js';
import { attachmentsOf, lookFindings, renderComposed } from '../render.js';
import { findingsOf } from './error-findings.js';
import { readInput } from './read-input.js';
import type { Failed, RenderedFile, RenderedFiles, Task } from './task.js';

type Untimed = Failed | Omit<RenderedFiles, 'milliseconds'>;

async function renderAll(
  report: AnyReport,
  document: Document,
  { formats }: Task,
  look: LookOptions,
): Promise<Pick<RenderedFiles, 'title' | 'files'>> {
  const attachments = attachmentsOf(report, look);
  const files: RenderedFile[] = [];
  for (const format of formats) {
    files.push({ format, bytes: await renderComposed(document, { ...look, format }, attachments) });
  }
  return { title: document.meta.title, files };
}

/** Reads, checks and renders a report in the current thread. All problems are returned as findings. */
export async function renderTask(task: Task): Promise<Untimed> {
  const { look = {} } = task;
  try {
    const { report, locate, findings } = readInput(task.input, look);
    try {
      const prepared = prepareReport(report, { ...look, formats: task.formats });
      const document = documentOf(prepared);
      const rendered = await renderAll(report, document, task, look);
      return {
        ok: true,
        ...rendered,
        findings: [...findings, ...locate([...prepared.findings, ...(await lookFindings(document, look))])],
      };
    } catch (error) {
      return { ok: false, findings: [...findings, ...locate(findingsOf(error))] };
    }
  } catch (error) {
    return { ok: false, findings: findingsOf(error) };
  }
}
