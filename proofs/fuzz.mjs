import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  checkReport,
  formatDiagnostic,
  parseReport,
  ReportError,
  readReport,
  stops,
  toDocx,
  toHtml,
  toOfd,
  toPdf,
} from 'nianbao';
import { docxFaults } from '../test/readers/docx-lint.mjs';
import { openDocx } from '../test/readers/docx-package.mjs';
import { openOfd } from '../test/readers/ofd-pages.mjs';
import { dice, mutated, oddPng, oddReport, oddSource, oddTemplate, oddText } from './hostile-inputs.mjs';
import { check, finish } from './proof.mjs';

// What somebody may hand in who means harm: objects, JSON, YAML, templates, texts, seals and fonts. Each is taken or refused in words, within
// two seconds; of what is taken a part is rendered, and the files are whole. `--inputs 20000` tries more, `--only 17` one of them;
// readers of documents are tried by `read-broken.mjs`.

const options = { inputs: { type: 'string', default: '2000' }, only: { type: 'string' }, kind: { type: 'string' } };
const { inputs, only, kind: onlyKind } = parseArgs({ options: /** @type {const} */ (options) }).values;

/** CPU that one input may take, in milliseconds, and the memory of the whole run. */
const [MOST_CPU, MOST_MEMORY] = [2000, 500 * 2 ** 20];
/** Of what is taken, one in so many is rendered. */
const SAMPLE = 15;

const folder = mkdtempSync(join(tmpdir(), 'nianbao-fuzz-'));
const minimal = readFileSync(new URL('../fixtures/2021/minimal.json', import.meta.url), 'utf8');
const face = readFileSync(new URL('../fonts/GongWen-Hei.ttf', import.meta.url));

/** @param {string} field @param {string} text */
function withText(field, text) {
  const report = JSON.parse(minimal);
  if (field === 'name') report.agency.name = text;
  else if (field === 'title') report.title = text;
  else if (field === 'cell') {
    const rows = [{ label: text, values: [text] }];
    report.tables = { other: [{ caption: text, stubhead: '项', columns: [text], rows }] };
  } else report.narrative.other = text;
  return report;
}

const FIELDS = ['name', 'title', 'cell', 'text'];

/** The directory and the short tables are changed more often than the outlines, which are most of a font. @param {import('./hostile-inputs.mjs').Dice} upTo */
function oddFont(upTo) {
  const copy = Buffer.from(face);
  const most = upTo(2) ? copy.length : 400;
  for (let times = 1 + upTo(30); times > 0; times--) copy[upTo(most)] = upTo(256);
  return upTo(10) ? copy : mutated(face, upTo);
}

/**
 * Makes a report of each kind of input, and how it is to look.
 *
 * @type {{ [kind: string]: (upTo: import('./hostile-inputs.mjs').Dice) => { report: any, look?: object } }}
 */
const KINDS = {
  object: (upTo) => ({ report: parseReport(oddReport(upTo)) }),
  JSON: (upTo) => ({ report: readReport(oddSource(upTo, 'json'), 'a.json').report }),
  YAML: (upTo) => ({ report: readReport(oddSource(upTo, 'yaml'), 'a.yaml').report }),
  template: (upTo) => ({ report: parseReport(withText('text', oddTemplate(upTo))) }),
  text: (upTo) => ({ report: parseReport(withText(FIELDS[upTo(4)] ?? '', oddText(upTo))) }),
  seal: (upTo) => {
    const report = { ...JSON.parse(minimal), signoff: { date: '2026-01-15' } };
    return { report: parseReport(report), look: { seal: { image: oddPng(upTo), width: 42 } } };
  },
  font: (upTo) => {
    const path = join(folder, `${upTo(2 ** 30)}.ttf`);
    writeFileSync(path, oddFont(upTo));
    return { report: parseReport(JSON.parse(minimal)), look: { fonts: { body: path, heading: path } } };
  },
};

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
  if (
    !Buffer.from(await toHtml(report, look))
      .toString('utf8')
      .includes('</html>')
  )
    throw new Error('half a page');
  openOfd(await toOfd(report, look));
}

/** @param {() => unknown} work @returns {Promise<boolean>} whether it was taken */
async function isTaken(work) {
  try {
    await work();
    return true;
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    error.diagnostics.map(formatDiagnostic);
    return false;
  }
}

const kinds = Object.keys(KINDS).filter((kind) => onlyKind === undefined || kind === onlyKind);
const tallies = new Map(kinds.map((kind) => [kind, { tried: 0, taken: 0, rendered: 0, slowest: 0, faults: [] }]));
const seeds = only === undefined ? Array.from({ length: Number(inputs) }, (_, i) => i + 1) : [Number(only)];
let memory = 0;
let isStopped = false;
process.once('SIGTERM', () => {
  isStopped = true;
});
for (const seed of seeds) {
  // A long run that somebody ends tells what it has tried.
  if (seed % 50 === 0) await new Promise((resolve) => setImmediate(resolve));
  if (isStopped) break;
  const kind = kinds[(seed - 1) % kinds.length] ?? '';
  const tally = /** @type {any} */ (tallies.get(kind));
  const before = process.cpuUsage();
  tally.tried += 1;
  try {
    let made;
    const taken = await isTaken(() => {
      made = KINDS[kind]?.(dice(seed));
      const { report, look = {} } = /** @type {any} */ (made);
      const findings = checkReport(report, look);
      findings.map(formatDiagnostic);
      if (findings.some(stops)) throw new ReportError(findings);
    });
    const { user, system } = process.cpuUsage(before);
    tally.slowest = Math.max(tally.slowest, (user + system) / 1000);
    if ((user + system) / 1000 > MOST_CPU) tally.faults.push(`${seed}: ${Math.round((user + system) / 1000)} ms`);
    if (!taken) continue;
    tally.taken += 1;
    if (only === undefined && tally.taken % SAMPLE !== 0 && kind !== 'seal') continue;
    const { report, look = {} } = /** @type {any} */ (made);
    if (await isTaken(() => renderAll(report, look))) tally.rendered += 1;
  } catch (error) {
    const said = /** @type {any} */ (error);
    tally.faults.push(`${seed}: ${said?.stderr?.toString() || said?.stack || said}`);
  }
  memory = Math.max(memory, process.memoryUsage.rss());
}
for (const [kind, { tried, taken, rendered, slowest, faults }] of tallies) {
  const told = `${tried} of ${kind}: ${taken} taken, ${rendered} rendered in all formats, ${Math.round(slowest)} ms at most`;
  await check(told, () => (only === undefined && taken === 0 ? ['nothing was taken', ...faults] : faults));
}
await check(`memory: ${Math.round(memory / 2 ** 20)} MB`, () => (memory > MOST_MEMORY ? ['too much'] : []));
rmSync(folder, { recursive: true });
finish();
