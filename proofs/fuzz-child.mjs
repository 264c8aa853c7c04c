import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatDiagnostic, ReportError, toDocx, toHtml, toOfd, toPdf } from 'nianbao';
import { docxFaults } from '../test/readers/docx-lint.mjs';
import { openDocx } from '../test/readers/docx-package.mjs';
import { openOfd } from '../test/readers/ofd-pages.mjs';
import { KINDS } from './fuzz-kinds.mjs';
import { dice } from './hostile-inputs.mjs';

/**
 * Tries many inputs of one kind, and tells of each what became of it; `fuzz.mjs` hands them out.
 *
 * @typedef {{ kind: string, seeds: number[], sample: number }} Block
 * @typedef {{ seed: number, taken: boolean, rendered: boolean, cpu: number, renderCpu: number, memory: number, fault?: string }} Tried
 */

/** A process that holds so much makes place for another, in bytes: what one input needs could not be told from what was left by others. */
const FULL = 380 * 2 ** 20;

const folder = mkdtempSync(join(tmpdir(), 'nianbao-fuzz-'));
process.env.TMPDIR = folder;

/** @param {Uint8Array} bytes */
function proveSound(bytes) {
  const path = join(folder, 'a.pdf');
  writeFileSync(path, bytes);
  execFileSync('qpdf', ['--check', path], { stdio: 'pipe' });
}

/** @param {any} report @param {object} look */
async function renderAll(report, look) {
  proveSound(await toPdf(report, look));
  const faults = docxFaults(openDocx(await toDocx(report, { ...look, embedFonts: 'fonts' in look })));
  if (faults.length > 0) throw new Error(faults.slice(0, 3).join('; '));
  const page = Buffer.from(await toHtml(report, look)).toString('utf8');
  if (!/<\/html>\n<!-- nianbao [\da-f]{40} -->\n$/.test(page)) throw new Error('half a page');
  openOfd(await toOfd(report, look));
}

/** @template T @param {() => Promise<T>} work @returns {Promise<{ made: T } | undefined>} nothing if it was refused in words */
async function unlessRefused(work) {
  try {
    return { made: await work() };
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    error.diagnostics.map(formatDiagnostic);
    return undefined;
  }
}

/** Milliseconds since. @param {NodeJS.CpuUsage} before */
function cpuSince(before) {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** @param {Block} block @param {number} seed @returns {Promise<Tried>} */
async function tryOne({ kind, sample }, seed) {
  const made = KINDS[kind]?.[1];
  /** @type {Tried} */
  const tried = { seed, taken: false, rendered: false, cpu: 0, renderCpu: 0, memory: 0 };
  const before = process.cpuUsage();
  try {
    const taken = await unlessRefused(async () => made?.(dice(seed)));
    tried.cpu = cpuSince(before);
    tried.taken = taken !== undefined;
    if (taken?.made === undefined || dice(-seed)(sample) !== 0) return tried;
    const { report, look = {} } = taken.made;
    const beforeRender = process.cpuUsage();
    tried.rendered = (await unlessRefused(() => renderAll(report, look))) !== undefined;
    tried.renderCpu = cpuSince(beforeRender);
  } catch (error) {
    const said = /** @type {any} */ (error);
    tried.fault = String(said?.stderr?.toString() || said?.stack || said).slice(0, 1500);
  }
  return tried;
}

process.once('message', async (/** @type {Block} */ block) => {
  // What is loaded and compiled with the first input is not its own.
  for (const seed of [1e6 + 1, 1e6 + 2, 1e6 + 3]) await tryOne({ ...block, sample: 1 }, seed);
  for (const seed of block.seeds) {
    const tried = await tryOne(block, seed);
    process.send?.({ ...tried, memory: process.resourceUsage().maxRSS * 1024 });
    if (process.memoryUsage.rss() > FULL) break;
  }
  rmSync(folder, { recursive: true });
  process.disconnect();
});
process.send?.('ready');
