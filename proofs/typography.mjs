import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeReport, gbt9704, parseReport, readReport, renderDocument } from 'nianbao';
import { lookOf } from '../bench/look.mjs';
import { validFixtures } from '../test/readers/fixtures.mjs';
import { edgeFaults, tornFaults, widowFaults } from '../test/readers/line-rules.mjs';
import { temporary } from './commands.mjs';
import { bodyParagraphs, overlapPlaces, pageCount, tracedFile } from './drawn-lines.mjs';
import { evenness, stretchesOf, widePlaces } from './line-figures.mjs';
import { madeReport } from './made-reports.mjs';
import { check, finish } from './proof.mjs';

// How evenly the lines of body text are set, and what is broken in them, measured on finished files by MuPDF: the fixtures, and 300
// reports made by chance, which are full of figures and addresses. Poppler tells where marks overlap, in every tenth of these. Beside them
// Typst, where its binding for Node is installed (`npm ci --prefix bench`), with the fixtures and every tenth of the others.

const folder = temporary();
const documents = {
  fixtures: validFixtures.map(({ text, name }) => composeReport(readReport(text, name).report)),
  made: Array.from({ length: 300 }, (_, i) => composeReport(parseReport(madeReport(i + 1)))),
};

/** @param {import('./drawn-lines.mjs').Line[][]} paragraphs @param {(lines: any[]) => string[]} faultsOf */
const faults = (paragraphs, faultsOf) => paragraphs.flatMap(faultsOf).length;

/** The figures of one file. @param {Uint8Array} bytes @param {boolean} isAsked whether poppler is */
function measured(bytes, isAsked) {
  const path = join(folder, 'measured.pdf');
  writeFileSync(path, bytes);
  const trace = tracedFile(path);
  const paragraphs = bodyParagraphs(trace);
  return {
    stretches: stretchesOf(paragraphs),
    pages: pageCount(trace),
    wide: widePlaces(paragraphs),
    torn: faults(paragraphs, tornFaults),
    edges: faults(paragraphs, edgeFaults),
    widows: faults(paragraphs, widowFaults),
    overlaps: isAsked ? overlapPlaces(path) : 0,
  };
}

/** The figures of many files together. @param {ReturnType<typeof measured>[]} files */
function together(files) {
  const sum = (/** @type {'torn' | 'edges' | 'widows' | 'overlaps' | 'pages'} */ key) =>
    files.reduce((all, one) => all + one[key], 0);
  const counts = { torn: sum('torn'), edges: sum('edges'), widows: sum('widows'), overlaps: sum('overlaps') };
  const wide = files.flatMap((file) => file.wide);
  return { ...evenness(files.flatMap(({ stretches }) => stretches)), ...counts, pages: sum('pages'), wide };
}

/** A figure, or a Western word, that had no room at the end of the line before. */
const FIGURE_NEXT = /\| [^\w]?[\w.-]{3}/;

const percent = (/** @type {number} */ share) => `${(share * 100).toFixed(2)} %`;

/** @param {string} name @param {ReturnType<typeof together>} figures */
function tell(name, { lines, over5, over10, over15, uneven, deviation, torn, edges, widows, overlaps, pages, wide }) {
  console.log(`${name}: ${lines} justified lines on ${pages} pages`);
  console.log(`  stretched over 5 %: ${percent(over5)}, over 10 %: ${percent(over10)}, over 15 %: ${percent(over15)}`);
  console.log(`  standard deviation ${deviation.toFixed(4)} em, neighbours over 5 % apart: ${percent(uneven)}`);
  console.log(
    `  over 10 %: ${wide.length} lines, ${wide.filter((one) => FIGURE_NEXT.test(one)).length} of them before a figure or a Western word, such as`,
  );
  for (const one of wide.slice(0, 5)) console.log(`    ${one}`);
  console.log(
    `  torn figures ${torn}, wrong edges ${edges}, last lines of one character ${widows}, overlaps ${overlaps}`,
  );
}

/** Typst with the documents of the benchmark; undefined if it is not installed. */
async function openTypst() {
  if (!existsSync(new URL('../bench/node_modules/@myriaddreamin', import.meta.url))) return undefined;
  const look = lookOf(gbt9704);
  const { open } = await import('../bench/peers/typst.mjs');
  const draw = await open(look);
  return (/** @type {any} */ document) => draw({ document }, look);
}

/** @param {any[]} all @param {(document: any) => any} draw */
async function measureAll(all, draw) {
  const files = [];
  for (const [i, document] of all.entries())
    files.push(measured(await draw(document), all.length < 100 || i % 10 === 0));
  return together(files);
}

// Lines over 10 % are those that have no other way: before long figures, without a mark to be wider at.
const BARS = {
  fixtures: { over5: 0.023, over10: 0.003, deviation: 0.017, pages: 44 },
  made: { over5: 0.023, over10: 0.003, deviation: 0.017, pages: 2600 },
};
const typst = await openTypst();
if (!typst)
  console.log('Typst: its binding for Node is not installed (`npm ci --prefix bench`), so it is not measured');
for (const [name, bars] of Object.entries(BARS)) {
  const all = documents[/** @type {keyof typeof documents} */ (name)];
  const own = await measureAll(all, (document) => renderDocument(document, { format: 'pdf' }));
  tell(`${name}, nianbao`, own);
  const some = name === 'made' ? all.filter((_, i) => i % 10 === 0) : all;
  if (typst) tell(`${name}, Typst (${some.length} files)`, await measureAll(some, typst));
  for (const [key, bar] of Object.entries(bars))
    await check(`${name}: ${key} is at most ${bar}`, () => (own[key] <= bar ? [] : [`it is ${own[key]}`]));
  for (const key of ['torn', 'edges', 'widows', 'overlaps'])
    await check(`${name}: ${key} are none`, () => (own[key] === 0 ? [] : [`there are ${own[key]}`]));
}
finish();
