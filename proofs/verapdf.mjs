import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  assessReport,
  compareReports,
  composeComparison,
  composeFindings,
  composeReport,
  parseReport,
  readReport,
  renderDocument,
  toPdf,
} from 'nianbao';
import { sealPicture } from '../test/docx/picture.mjs';
import { validFixtures } from '../test/readers/fixtures.mjs';
import { classPath, said, temporary } from './commands.mjs';
import { madeReport } from './made-reports.mjs';
import { check, finish } from './proof.mjs';
import { spoiltPdfs } from './spoilt-pdfs.mjs';

// What veraPDF, as it was released, says of every fixture, finished in every way that changes a PDF, of a comparison and of findings, and of
// 100 reports made by chance: each file is held against the profiles that it names itself, which are to be PDF/A-2a, or PDF/A-3a if data
// are attached, and PDF/UA-1. And that it does find what is broken. Maven keeps the program where it keeps all, outside of the project.

const VERSION = '1.28.2';
const MADE = 100;
const seal = { image: sealPicture(200), width: 42 };
const WAYS = {
  plain: {},
  draft: { draft: true },
  sealed: { seal },
  attached: { attachData: true },
  all: { draft: true, seal, attachData: true },
};

const folder = temporary();
const pathOf = (/** @type {string} */ name) => join(folder, `${name}.pdf`);
const nameOf = (/** @type {string} */ path) => basename(path, '.pdf');

/** The files that are looked at, each with its profile of PDF/A. @type {{ name: string, part: '2a' | '3a' }[]} */
const files = [];

/** @param {string} name @param {Uint8Array} bytes @param {'2a' | '3a'} [part] */
function add(name, bytes, part = '2a') {
  writeFileSync(pathOf(name), bytes);
  files.push({ name, part });
}

/** @param {string} name @param {any} report @param {import('nianbao').LookOptions & { attachData?: boolean }} options */
const addReport = async (name, report, options) =>
  add(name, await toPdf(report, options), options.attachData ? '3a' : '2a');

const reports = validFixtures.map(({ name, text }) => ({ name, report: readReport(text, name).report }));
for (const { name, report } of reports) {
  const isSigned = composeReport(report).blocks.some(({ kind }) => kind === 'signoff');
  for (const [way, options] of Object.entries(WAYS))
    if (isSigned || !('seal' in options))
      await addReport(`${basename(name).replace(/\.\w+$/, '')}-${way}`, report, options);
}
for (let seed = 0; seed < MADE; seed++)
  await addReport(`made-${seed}`, parseReport(madeReport(seed)), seed % 2 ? { draft: true, attachData: true } : {});

const years = reports.flatMap(({ name, report }) => (/suqian/.test(name) ? [report] : []));
add('comparison', await renderDocument(await composeComparison(await compareReports(years)), { format: 'pdf' }));
add('findings', await renderDocument(composeFindings(years[0], assessReport(years[0])), { format: 'pdf' }));

const java = ['-XX:+UseSerialGC', '-cp', classPath('verapdf', folder), 'org.verapdf.apps.GreenfieldCliWrapper'];

/** What veraPDF says of all files, in one go: the clauses that are broken, by file and profile. */
function broken() {
  const { stdout } = said('java', [...java, '--format', 'text', '-v', '-r', folder]);
  /** @type {Map<string, string[]>} */
  const found = new Map();
  /** @type {string[]} */
  let clauses = [];
  for (const line of stdout.trim().split('\n')) {
    const [, path, profile] = /^(?:PASS|FAIL) (.*\.pdf) (\w+)$/.exec(line) ?? [];
    if (path === undefined) clauses.push(line.replace(/^ *FAIL /, ''));
    else {
      clauses = [];
      found.set(`${nameOf(path)} ${profile}`, clauses);
    }
  }
  return found;
}

const { whole, spoilt } = spoiltPdfs(pathOf('annotated-all'), folder);
const found = broken();
const clausesOf = (/** @type {string} */ name, /** @type {string} */ profile) =>
  found.get(`${name} ${profile}`) ?? [`not held against ${profile}`];

await check(`veraPDF ${VERSION} is asked`, () => {
  const { stdout } = said('java', [...java, '--version']);
  return stdout.includes(`veraPDF ${VERSION}\n`) ? [] : [stdout];
});
for (const { name, part } of [...files, { name: nameOf(whole), part: '3a' }])
  await check(`${name}: veraPDF finds nothing`, () => [...clausesOf(name, part), ...clausesOf(name, 'ua1')]);

for (const { name, profile, clause, path } of spoilt)
  await check(`veraPDF finds ${name}`, () => {
    const clauses = clausesOf(nameOf(path), profile);
    const isFound = clauses.some((one) => one.startsWith(`${clause}.`) || one.startsWith(`${clause}-`));
    return isFound ? [] : [`${clauses.join(', ') || 'nothing'} instead of ${clause}`];
  });
finish();
