import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { formatDiagnostic, stops } from 'nianbao';
import { formatIds } from './headers.mjs';
import { escaped, page } from './markup.mjs';
import { mostFindings, problem } from './problems.mjs';
import { createTurns } from './turns.mjs';

/** @typedef {import('nianbao').Diagnostic} Diagnostic */
/** @typedef {{ readonly name: string, readonly report?: string, readonly losses: readonly Diagnostic[], readonly findings: readonly Diagnostic[] }} Checked */
/** @typedef {{ readonly body: Uint8Array, readonly type: string }} Upload a form as it was sent, and its type with the boundary of its parts */

/** Megabytes that the thread may take which reads an upload. */
const MEMORY = 512;

/** Whether a thread has taken more time or memory than it may; anything else is a fault of ours. @param {any} error */
const isBeyond = ({ name, code }) => name === 'AbortError' || code === 'ERR_WORKER_OUT_OF_MEMORY';

/**
 * Reads and checks uploads, one thread each. As many as run may wait, each client with a share.
 *
 * @param {{ readonly most: number, readonly timeout: number }} limits how many at a time, and the seconds that one may take
 */
export function createChecks({ most, timeout }) {
  const turns = createTurns({ width: most, queue: 2 * most });
  /**
   * @param {Upload} workerData
   * @param {{ readonly client: string, readonly signal: AbortSignal }} who asks, and leaves when the signal is aborted
   * @returns {Promise<Checked>}
   */
  return async function check(workerData, { client, signal }) {
    const end = await turns.take(client, signal).begun;
    const resourceLimits = { maxOldGenerationSizeMb: MEMORY };
    const worker = new Worker(new URL('./check-worker.mjs', import.meta.url), { workerData, resourceLimits });
    // What it dies of after it was given up is nobody's any more; unheard it would end the portal.
    worker.on('error', () => {});
    try {
      const over = AbortSignal.any([signal, AbortSignal.timeout(timeout * 1000)]);
      const [checked] = await once(worker, 'message', { signal: over });
      if (checked === undefined) throw problem(400, { message: '没有选文件' });
      return checked;
    } catch (error) {
      if (!isBeyond(error)) throw error;
      throw problem(422, { code: 'worker/timeout', message: '这个文件读得太久，或要用的内存太多' });
    } finally {
      await worker.terminate();
      end();
    }
  };
}

function listOf(/** @type {string} */ title, /** @type {readonly Diagnostic[]} */ problems) {
  if (problems.length === 0) return '';
  const { findings, more } = mostFindings(problems);
  const items = findings.map((one) => escaped(formatDiagnostic(one)).replaceAll('\n', '<br>'));
  const rest = more > 0 ? [`还有 ${more} 处没有列出`] : [];
  const list = [...items, ...rest].map((item) => `<li class="hint">${item}</li>`).join('\n');
  return `<h2>${title}（${problems.length} 处）</h2>\n<ul>\n${list}\n</ul>`;
}

/** The files that may be made of a report, which the form sends back as it was read. @param {string} report as JSON */
function filesForm(report) {
  const buttons = formatIds.map((id) => `<button name="format" value="${id}">生成 ${id.toUpperCase()}</button>`);
  return `<h2>生成文件</h2>
<form action="render" method="post" enctype="multipart/form-data">
<input type="hidden" name="report" value="${escaped(report)}">
${buttons.join('\n')}
</form>`;
}

/** What was found in an upload, and the files if none of it stops them. @param {Checked} checked */
export function findingsPage({ name, report, losses, findings }) {
  const isStopped = report === undefined || findings.some(stops);
  const summary =
    report === undefined ? '这个文件读不成一份报告。' : isStopped ? '有错误，改正后才能生成文件。' : '没有错误。';
  const body = [
    `<p role="status">${escaped(name)}：${summary}</p>`,
    listOf('检查结果', findings),
    listOf('读入时的疑问', losses),
    isStopped || report === undefined ? '' : filesForm(report),
    '<p><a href="./">返回</a></p>',
  ];
  return page('检查结果', body.filter((part) => part !== '').join('\n'));
}
