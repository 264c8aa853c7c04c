import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import {
  composeReport,
  documentTexts,
  formatDiagnostic,
  parseReport,
  ReportError,
  read,
  readReport,
  toDocx,
  toOfd,
  toPdf,
  writeWorkbook,
} from 'nianbao';
import { stringify } from 'yaml';
import { htmlOf, styles } from '../test/readers/other-sources.mjs';
import { drawnPdf, ruledTable } from '../test/reading/drawn-pdf.mjs';
import { madeReport } from './made-reports.mjs';
import { check, finish } from './proof.mjs';

// Sources of every kind with something broken in them: each is read, or refused in words. `--mutations 50000` tries more of them, `--kind PDF` one kind.

const options = { mutations: { type: 'string', default: '1000' }, kind: { type: 'string' } };
const { mutations, kind: only } = parseArgs({ options: /** @type {const} */ (options) }).values;

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

/** A Word file without the rows that its tables have beyond the fifth. @param {Uint8Array} bytes */
function withShortTables(bytes) {
  const parts = unzipSync(bytes);
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const short = xml.replace(/<w:tbl>[\s\S]*?<\/w:tbl>/g, (table) => {
    const rows = table.match(/<w:tr[ >][\s\S]*?<\/w:tr>/g) ?? [];
    return rows.slice(5).reduce((rest, row) => rest.replace(row, ''), table);
  });
  return zipSync({ ...parts, 'word/document.xml': strToU8(short) });
}

/** A page drawn without tags: the lines of a report's beginning and a table. @param {readonly string[]} lines */
function drawnPage(lines) {
  const texts = lines.map((text, i) => ({ at: /** @type {[number, number]} */ ([72, 72 + i * 20]), text }));
  const table = ruledTable(
    [72, 200, 300],
    [400, 430, 460],
    [
      [0, 0, '信息内容'],
      [0, 1, '总数'],
      [1, 0, '规章'],
      [1, 1, '12'],
    ],
  );
  return drawnPdf([{ texts: [...texts, ...table.texts], lines: table.lines }]);
}

/** @typedef {(upTo: (below: number) => number) => Uint8Array} Break */

/**
 * What breaks each kind of source of a report.
 *
 * @param {import('nianbao').Report} report
 * @param {Uint8Array} docx @param {Uint8Array} pdf @param {readonly Uint8Array[]} pages
 * @returns {Promise<{ [kind: string]: Break }>}
 */
async function breaksOf(report, docx, pdf, pages) {
  const [xlsx, ofd] = [await writeWorkbook(report), await toOfd(report)];
  const text = Buffer.from(documentTexts(composeReport(report)).join('\n'));
  const [json, yaml] = [Buffer.from(JSON.stringify(report, null, 2)), Buffer.from(stringify(report))];
  return {
    'Word file': (upTo) => broken(docx, upTo),
    'part of a Word file': (upTo) => brokenInside(docx, upTo),
    page: (upTo) => broken(pages[upTo(pages.length)] ?? text, upTo),
    text: (upTo) => broken(text, upTo),
    JSON: (upTo) => broken(json, upTo),
    YAML: (upTo) => broken(yaml, upTo),
    PDF: (upTo) => broken(pdf, upTo),
    'OFD file': (upTo) => broken(ofd, upTo),
    'part of an OFD file': (upTo) => brokenInside(ofd, upTo),
    workbook: (upTo) => broken(xlsx, upTo),
    'part of a workbook': (upTo) => brokenInside(xlsx, upTo),
  };
}

/** @param {import('nianbao').Report} report */
const pagesOf = (report) => Object.values(styles).map((style) => Buffer.from(htmlOf(composeReport(report), style)));

/** A report with short files in the place of those that take long to read. @param {import('nianbao').Report} report */
async function quickBreaksOf(report) {
  const drawn = await drawnPage(documentTexts(composeReport(report)).slice(0, 6));
  const small = pagesOf(report).filter(({ length }) => length < 10_000);
  return breaksOf(report, withShortTables(await toDocx(report)), drawn, small);
}

const minimal = readFileSync(new URL('../fixtures/2021/minimal.json', import.meta.url), 'utf8');
const short = await quickBreaksOf(readReport(minimal, 'minimal.json').report);
const victim = parseReport(madeReport(1));
const long = await breaksOf(victim, await toDocx(victim), await toPdf(victim), pagesOf(victim));
const kinds = Object.keys(short).filter((kind) => only === undefined || kind === only);

/** A short report for speed, and every twentieth round a long one, with tables of its own. @param {number} round */
const breaksIn = (round) => (round % 20 === 19 ? long : short);

/** The kinds take turns, so that a run which is stopped has tried them all. @type {Map<string, { tried: number, whole: number, faults: string[] }>} */
const tallies = new Map(kinds.map((kind) => [kind, { tried: 0, whole: 0, faults: [] }]));
for (let seed = 1; seed <= Number(mutations); seed++) {
  const kind = kinds[(seed - 1) % kinds.length] ?? '';
  const tally = tallies.get(kind);
  const source = breaksIn(Math.floor((seed - 1) / kinds.length))[kind]?.(chance(seed));
  if (tally === undefined || source === undefined) continue;
  tally.tried += 1;
  try {
    const { losses } = await read(source, { name: 'a' });
    losses.map(formatDiagnostic);
    tally.whole += 1;
  } catch (error) {
    if (error instanceof ReportError) continue;
    tally.faults.push(`${seed}: ${error instanceof Error ? error.stack : error}`);
  }
}
for (const [kind, { tried, whole, faults }] of tallies) {
  await check(`${tried} of a broken ${kind}: ${whole} read, the others refused in words`, () => faults);
}
finish();
