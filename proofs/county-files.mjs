import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkReport, composeReport, parseReport, stops, toDocx, toPdf, writeWorkbook } from 'nianbao';
import { stringify } from 'yaml';
import { htmlOf, styles } from '../test/readers/other-sources.mjs';
import { AGENCIES, seriesOf, YEARS } from './made-county.mjs';

/**
 * The files of the county, with the faults of `county-faults.json` planted in them. That file says what is wrong and where a clerk would
 * look for it, and knows no rule:
 *
 * - `set`, `add`, `negate`, `drop`: values at paths of the report; `blank`: all values of a table under a key
 * - `replace`, `append`: words of a text; `long`: a text that is made too long; `copy`: a part of another report
 * - `file`: words of the page that is written; `broken`: a file that is cut off; `twice`: the `same` file again, or an `other` report
 * - `where`: words of the table and the cell, or of the part; `also`: where else it shows
 * - `untold`: what no rule reads of it, which was judged afterwards; `unread`: that its file cannot be read for it
 */

/** @typedef {{ kind: string, agency: number, year: number, where: string[], also?: any[], untold?: string, [op: string]: any }} Fault */

/** @type {{ gaps: [number, number][], faults: Fault[] }} */
export const { gaps, faults } = JSON.parse(readFileSync(new URL('county-faults.json', import.meta.url), 'utf8'));

/** The kind of file that an agency hands in: half Word files, a quarter pages, the rest data, workbooks and PDFs. */
export function kindOf(/** @type {number} */ agency, /** @type {number} */ year) {
  const place = agency % 8;
  if (place < 4) return 'docx';
  if (place < 6) return 'html';
  return place === 6 ? 'yaml' : year % 2 === 0 ? 'xlsx' : 'pdf';
}

const keysOf = (/** @type {string} */ path) => path.split('.');

/** The object that holds what a path leads to, and its last key. */
function holder(/** @type {any} */ report, /** @type {string} */ path) {
  const keys = keysOf(path);
  const last = keys.pop() ?? '';
  return [keys.reduce((value, key) => (value[key] ??= {}), report), last];
}

/** @param {any} report @param {string} path @param {(value: any) => any} change */
function changed(report, path, change) {
  const [at, key] = holder(report, path);
  const before = at[key];
  at[key] = change(before);
  if (JSON.stringify(before) === JSON.stringify(at[key])) throw new Error(`${path}: nothing is wrong with it`);
}

function blanked(/** @type {any} */ value, /** @type {string} */ key) {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    if (name === key && typeof inner === 'number') value[name] = null;
    else blanked(inner, key);
  }
}

const FILLING = '对照清单逐项落实，结合本地实际细化做法，及时回应各方面的关切，把工作做在平时。';

/** Plants the faults of a report in it. @param {any} report @param {Fault} fault @param {(agency: number, year: number) => any} other */
function plant(report, fault, other) {
  for (const [path, value] of Object.entries(fault.set ?? {})) changed(report, path, () => value);
  for (const [path, more] of Object.entries(fault.add ?? {})) changed(report, path, (value) => value + more);
  for (const path of fault.drop ?? []) {
    const [at, key] = holder(report, path);
    delete at[key];
  }
  if (fault.negate) changed(report, fault.negate, (value) => -value);
  if (fault.blank) blanked(report[fault.blank[0]], fault.blank[1]);
  if (fault.replace) {
    const [path, from, to] = fault.replace;
    changed(report, path, (text) => text.replace(new RegExp(from, 'u'), to));
  }
  if (fault.append) changed(report, fault.append[0], (text) => text + fault.append[1]);
  if (fault.long) changed(report, fault.long, (texts) => [...texts.slice(0, -1), texts.at(-1) + FILLING.repeat(25)]);
  if (fault.copy) {
    const { path, agency, year } = fault.copy;
    const [at, key] = holder(other(agency, year), path);
    changed(report, path, () => at[key]);
  }
}

/** A report that may be drawn although it is wrong. */
function drawable(/** @type {any} */ raw) {
  const report = parseReport(raw);
  const waivers = checkReport(report)
    .filter(stops)
    .flatMap(({ code, path, places }) =>
      (places ?? [{ path }]).map((one) => ({ rule: code, path: one.path.join('.'), reason: '试验' })),
    );
  return waivers.length === 0 ? report : parseReport({ ...raw, waivers });
}

const MAKERS = {
  docx: (/** @type {any} */ raw) => toDocx(drawable(raw)),
  pdf: (/** @type {any} */ raw) => toPdf(drawable(raw)),
  html: (/** @type {any} */ raw) => htmlOf(composeReport(drawable(raw)), styles['page of a CMS']),
  xlsx: (/** @type {any} */ raw) => writeWorkbook(parseReport(raw)),
  yaml: (/** @type {any} */ raw) => stringify(raw, { lineWidth: 0 }),
};

/** The content of a file, as its faults leave it. @param {string | Uint8Array} content @param {readonly Fault[]} own */
function inFile(content, own) {
  for (const { file, broken } of own) {
    if (file && typeof content === 'string') {
      const edited = content.replace(new RegExp(file[0], 'su'), file[1]);
      if (edited === content) throw new Error(`${file[0]} is not in the file`);
      content = edited;
    }
    if (broken) content = content.slice(0, content.length / 2);
  }
  return content;
}

/** The path of a report's file in the folder of the county. */
export const fileOf = (/** @type {number} */ agency, /** @type {number} */ year, mark = '') =>
  `${year}/${AGENCIES[agency]}${mark}.${kindOf(agency, year)}`;

/** Writes the county into a folder, for some of its agencies. @param {string} folder @param {readonly number[]} agencies */
export async function writeCounty(folder, agencies) {
  const all = new Map(AGENCIES.map((_, number) => [number, seriesOf(number)]));
  const other = (/** @type {number} */ agency, /** @type {number} */ year) =>
    all.get(agency)?.find((one) => one.year === year);
  for (const year of YEARS) mkdirSync(join(folder, String(year)), { recursive: true });
  const isGap = (/** @type {number} */ agency, /** @type {number} */ year) =>
    gaps.some(([one, when]) => one === agency && when === year);
  for (const agency of agencies) {
    for (const clean of all.get(agency) ?? []) {
      const { year } = clean;
      if (isGap(agency, year)) continue;
      const own = faults.filter((fault) => fault.agency === agency && fault.year === year);
      const raw = structuredClone(clean);
      for (const fault of own) plant(raw, fault, other);
      const make = MAKERS[kindOf(agency, year)];
      const path = join(folder, fileOf(agency, year));
      writeFileSync(path, inFile(await make(raw), own));
      const twice = own.find((fault) => fault.twice)?.twice;
      const copy = join(folder, fileOf(agency, year, '（2）'));
      if (twice === 'same') copyFileSync(path, copy);
      if (twice === 'other') {
        raw.disclosure.licensing.decisions += 1;
        writeFileSync(copy, await make(raw));
      }
    }
  }
}

/** The list of the county's agencies. */
export const listOf = (/** @type {readonly number[]} */ agencies) =>
  `名称,曾用名,上级\n${agencies.map((number) => `${AGENCIES[number]},,\n`).join('')}`;
