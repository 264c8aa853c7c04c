// The CPU of reading an eight-page report from each kind of file, warm, in turns with pdf.js alone on the PDF of it (texts and tags):
// times are told for a machine on which pdf.js takes 56 ms. Run by `npm run bench:read` after a build.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readAny } from '../dist/core/index.js';
import { composeReport, read, readReport, toDocx, toPdf } from '../dist/index.js';
import { htmlOf, styles } from '../test/readers/other-sources.mjs';
import { blindEngine } from '../test/reading/without-tags.mjs';
import { median, spread } from './figures.mjs';

const ROUNDS = Number(process.argv[2] ?? 20);
// Only after so many has V8 compiled what reads a page: warm is a process that has read a county's reports.
const WARMING = 60;
const PDFJS = 56;
const BARS = { DOCX: 40, HTML: 15, 'PDF, tagged': 150, 'PDF, untagged': 300 };

const seed = readFileSync(fileURLToPath(new URL('../fixtures/2019/yinchuan-2020.json', import.meta.url)), 'utf8');

/** The files of the seed, of another agency in each round. */
async function filesOf(round) {
  const { report } = readReport(seed.replaceAll('市政管理局', `市政管理${round}局`), 'seed.json');
  return {
    docx: await toDocx(report),
    html: new TextEncoder().encode(htmlOf(composeReport(report), styles['page of a CMS'])),
    pdf: await toPdf(report),
  };
}

async function pdfjsAlone(bytes) {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const file = await loading.promise;
  for (let number = 1; number <= file.numPages; number++) {
    const page = await file.getPage(number);
    await Promise.all([page.getTextContent(), page.getStructTree()]);
  }
  await loading.destroy();
  return file.numPages;
}

const ways = {
  'pdf.js alone': ({ pdf }) => pdfjsAlone(pdf),
  DOCX: ({ docx }) => read(docx, { name: 'a.docx' }),
  HTML: ({ html }) => read(html, { name: 'a.html' }),
  'PDF, tagged': ({ pdf }) => read(pdf, { name: 'a.pdf' }),
  'PDF, untagged': ({ pdf }) => readAny({ content: pdf, name: 'a.pdf' }, { loadPdfEngine: blindEngine }),
};

async function cpuOf(work) {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const times = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
for (let round = -WARMING; round < ROUNDS; round++) {
  const files = await filesOf(round + WARMING);
  for (const [name, way] of Object.entries(ways)) {
    const cpu = await cpuOf(() => way(files));
    if (round >= 0) times[name].push(cpu);
  }
}

const alone = times['pdf.js alone'];
for (const [name, own] of Object.entries(times)) {
  const scaled = median(own.map((cpu, round) => (PDFJS * cpu) / alone[round]));
  const bar = BARS[name];
  const told = bar === undefined ? '' : `  ${scaled <= bar ? 'met' : 'MISSED'}: ≤ ${bar} ms`;
  console.log(
    `${name.padEnd(14)} ${median(own).toFixed(1).padStart(6)} ms here ±${spread(own).toFixed(0)} %  ${scaled.toFixed(1).padStart(6)} ms scaled${told}`,
  );
}
