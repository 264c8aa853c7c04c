import { parseArgs } from 'node:util';
import { unzipSync, zipSync } from 'fflate';
import {
  composeReport,
  documentTexts,
  formatDiagnostic,
  parseReport,
  ReportError,
  read,
  toDocx,
  toPdf,
  writeWorkbook,
} from 'nianbao';
import { stringify } from 'yaml';
import { htmlOf, styles } from '../test/readers/other-sources.mjs';
import { madeReport } from './made-reports.mjs';
import { check, finish } from './proof.mjs';

// Sources of every kind with something broken in them: each is read, or refused in words. `--mutations 50000` tries more of them.

const { mutations } = parseArgs({ options: { mutations: { type: 'string', default: '1000' } } }).values;

/** Mulberry32. @param {number} seed */
function chance(seed) {
  let state = seed;
  return (/** @type {number} */ below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** Bytes with some of them changed, taken out, or doubled. @param {Uint8Array} bytes @param {(below: number) => number} upTo */
function broken(bytes, upTo) {
  let copy = Buffer.from(bytes);
  for (let times = 1 + upTo(8); times > 0 && copy.length > 0; times--) {
    const [at, length] = [upTo(copy.length), upTo(300)];
    const way = upTo(4);
    if (way === 0) copy[at] = upTo(256);
    else if (way === 1) copy = Buffer.concat([copy.subarray(0, at), copy.subarray(at + length)]);
    else if (way === 2) copy = Buffer.concat([copy.subarray(0, at), copy.subarray(at, at + length), copy.subarray(at)]);
    else copy.fill(upTo(256), at, Math.min(copy.length, at + upTo(16)));
  }
  return copy;
}

/** A package with a whole shell and something broken in one of its parts. @param {Uint8Array} bytes @param {(below: number) => number} upTo */
function brokenInside(bytes, upTo) {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts).filter((name) => name.endsWith('.xml'));
  const name = names[upTo(names.length)] ?? '';
  const part = parts[name] ?? new Uint8Array();
  return Buffer.from(zipSync({ ...parts, [name]: broken(part, upTo) }, { level: 0 }));
}

const victim = parseReport(madeReport(1));
const document = composeReport(victim);
const [docx, pdf, xlsx] = [await toDocx(victim), await toPdf(victim), await writeWorkbook(victim)].map(Buffer.from);
const pages = Object.values(styles).map((style) => Buffer.from(htmlOf(document, style)));

/** @type {readonly (readonly [kind: string, make: (upTo: (below: number) => number) => Uint8Array])[]} */
const kinds = [
  ['Word file', (upTo) => broken(docx, upTo)],
  ['part of a Word file', (upTo) => brokenInside(docx, upTo)],
  ['page', (upTo) => broken(pages[upTo(pages.length)] ?? docx, upTo)],
  ['text', (upTo) => broken(Buffer.from(documentTexts(document).join('\n')), upTo)],
  ['JSON', (upTo) => broken(Buffer.from(JSON.stringify(victim, null, 2)), upTo)],
  ['YAML', (upTo) => broken(Buffer.from(stringify(victim)), upTo)],
  ['PDF', (upTo) => broken(pdf, upTo)],
  ['workbook', (upTo) => broken(xlsx, upTo)],
  ['part of a workbook', (upTo) => brokenInside(xlsx, upTo)],
];

for (const [index, [kind, make]] of kinds.entries()) {
  let [tried, whole] = [0, 0];
  /** @type {string[]} */
  const faults = [];
  for (let seed = 1 + index; seed <= Number(mutations); seed += kinds.length) {
    tried += 1;
    try {
      const { losses } = await read(make(chance(seed)), { name: 'a' });
      losses.map(formatDiagnostic);
      whole += 1;
    } catch (error) {
      if (!(error instanceof ReportError)) faults.push(`${seed}: ${error instanceof Error ? error.stack : error}`);
    }
  }
  await check(`${tried} of a broken ${kind}: ${whole} read, the others refused in words`, () => faults);
}
finish();
