import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  checkReport,
  compareReports,
  composeComparison,
  formatDiagnostic,
  outlineDocument,
  parseAgencies,
  parseReport,
  ReportError,
  read,
  readReport,
  rollUp,
  sealFindings,
  stops,
  totalText,
  verifyReport,
} from 'nianbao';
import { auditOf, auditPage, auditReports } from 'nianbao/batch';
import { brokenSources } from './broken-sources.mjs';
import {
  FEES,
  fairTemplate,
  mutated,
  oddList,
  oddPng,
  oddReport,
  oddSource,
  oddTemplate,
  oddText,
  pick,
} from './hostile-inputs.mjs';

/**
 * What is tried with each kind of input. An input that is taken may give a report, and how it is to look; what is refused throws.
 *
 * @typedef {import('./hostile-inputs.mjs').Dice} Dice
 * @typedef {{ report: any, look?: object }} Taken
 * @typedef {(upTo: Dice) => Promise<Taken | undefined>} Kind
 */

const minimal = readFileSync(new URL('../fixtures/2021/minimal.json', import.meta.url), 'utf8');
const face = readFileSync(new URL('../fonts/GongWen-Hei.ttf', import.meta.url));
const FIELDS = ['name', 'title', 'cell', 'text'];

/** @param {string} field @param {string} text */
function withText(field, text) {
  const report = JSON.parse(minimal);
  if (field === 'name') report.agency.name = text;
  else if (field === 'title') report.title = text;
  else if (field === 'cell') {
    const rows = [{ label: text, values: [text] }];
    report.tables = { other: [{ caption: text, stubhead: '项', columns: [text], rows }] };
  } else report.narrative.other = [FEES, text];
  return report;
}

/** The directory and the short tables are changed more often than the outlines, which are most of a font. @param {Dice} upTo */
function oddFont(upTo) {
  const copy = Buffer.from(face);
  const most = upTo(2) ? copy.length : 400;
  for (let times = 1 + upTo(30); times > 0; times--) copy[upTo(most)] = upTo(256);
  return upTo(10) ? copy : mutated(face, upTo);
}

/** A report with an odd text or template, or anything odd in it, that can be parsed. @param {Dice} upTo */
function oddParsed(upTo) {
  const way = upTo(3);
  if (way === 0) return parseReport(oddReport(upTo));
  return parseReport(withText(pick(upTo, FIELDS), way === 1 ? oddText(upTo) : fairTemplate(upTo)));
}

/** A report is checked, and what is found is told. @param {any} report @param {object} [look] @returns {Taken} */
function checked(report, look = {}) {
  const findings = checkReport(report, look);
  findings.map(formatDiagnostic);
  if (findings.some(stops)) throw new ReportError(findings);
  return { report, look };
}

/** @param {(upTo: Dice) => Promise<Uint8Array>} source @returns {Kind} */
const reading = (source) => async (upTo) => {
  const { report, losses } = await read(await source(upTo), { name: 'a' });
  losses.map(formatDiagnostic);
  return checked(report);
};

/** @type {Kind} */
async function verify(upTo) {
  const report = /** @type {any} */ (parseReport(JSON.parse(minimal)));
  const source = brokenSources[pick(upTo, ['page', 'text file', 'Word file'])];
  const { differences, losses } = await verifyReport((await source?.(upTo)) ?? '', report, { name: 'a' });
  [...differences, ...losses].map(formatDiagnostic);
  return undefined;
}

/** @type {Kind} */
async function compare(upTo) {
  const reports = [oddParsed(upTo), parseReport(JSON.parse(minimal))];
  outlineDocument(await composeComparison(await compareReports(reports)));
  return undefined;
}

/** @type {Kind} */
async function roll(upTo) {
  const agencies = upTo(3) ? undefined : parseAgencies(oddList(upTo), 'a.csv').agencies;
  const [one, other, previous] = [
    oddParsed(upTo),
    parseReport(JSON.parse(minimal)),
    upTo(3) ? undefined : oddParsed(upTo),
  ];
  const options = { agency: oddText(upTo), ...(agencies && { agencies }), ...(previous && { previous }) };
  const whole = rollUp([one, other], options);
  whole.findings.map(formatDiagnostic);
  totalText(whole);
  return undefined;
}

/** Threads take a while to begin, so an audit has several reports. @type {Kind} */
async function audit(upTo) {
  const inputs = await Promise.all(
    Array.from({ length: 6 }, async (_, i) => {
      const name = pick(upTo, Object.keys(brokenSources));
      const bytes = upTo(2) ? Buffer.from(oddSource(upTo, 'json')) : ((await brokenSources[name]?.(upTo)) ?? face);
      return { id: `${i}`, name: `${i}`, bytes };
    }),
  );
  const agencies = upTo(2) ? [] : parseAgencies(oddList(upTo), 'a.csv').agencies;
  await auditPage(await auditOf(auditReports(inputs, { jobs: 1, agencies })));
  return undefined;
}

/** Each kind, and how often it has its turn. @type {{ readonly [kind: string]: readonly [turns: number, kind: Kind] }} */
export const KINDS = {
  object: [40, async (upTo) => checked(parseReport(oddReport(upTo)))],
  JSON: [40, async (upTo) => checked(readReport(oddSource(upTo, 'json'), 'a.json').report)],
  YAML: [30, async (upTo) => checked(readReport(oddSource(upTo, 'yaml'), 'a.yaml').report)],
  template: [60, async (upTo) => checked(parseReport(withText('text', (upTo(3) ? fairTemplate : oddTemplate)(upTo))))],
  text: [60, async (upTo) => checked(parseReport(withText(pick(upTo, FIELDS), oddText(upTo))))],
  seal: [
    40,
    async (upTo) => {
      const report = parseReport({ ...JSON.parse(minimal), signoff: { date: '2026-01-15' } });
      const seal = { image: oddPng(upTo), width: 42 };
      (await sealFindings(seal)).map(formatDiagnostic);
      return checked(report, { seal });
    },
  ],
  font: [
    20,
    async (upTo) => {
      const path = join(tmpdir(), `${upTo(2 ** 30)}.ttf`);
      writeFileSync(path, oddFont(upTo));
      return checked(parseReport(JSON.parse(minimal)), { fonts: { body: path, heading: path } });
    },
  ],
  list: [
    30,
    async (upTo) => {
      parseAgencies(oddList(upTo), 'a.csv').warnings.map(formatDiagnostic);
      return undefined;
    },
  ],
  ...Object.fromEntries(Object.entries(brokenSources).map(([name, source]) => [name, [15, reading(source)]])),
  verify: [10, verify],
  compare: [15, compare],
  'roll-up': [15, roll],
  audit: [1, audit],
};
