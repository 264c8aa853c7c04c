import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeReport, parseReport, readReport, toPdf } from 'nianbao';
import { sealPicture } from '../test/docx/picture.mjs';
import { clauseFaults } from '../test/pdf/clauses/clauses.mjs';
import { loadPdf } from '../test/pdf/clauses/file.mjs';
import { expectedTags, leavesOf, readTags } from '../test/pdf/tag-trees.mjs';
import { validFixtures } from '../test/readers/fixtures.mjs';
import { run, said, temporary } from './commands.mjs';
import { madeReport } from './made-reports.mjs';
import { check, finish, same } from './proof.mjs';

// The clauses of PDF/A and PDF/UA that are looked at, over every fixture finished in every way and over made reports, beside what
// qpdf, poppler, MuPDF and Ghostscript say of the same files.

const MADE = Number(process.argv[2] ?? 100);
const folder = temporary();
const seal = { image: sealPicture(400), width: 42 };
const WAYS = {
  plain: {},
  draft: { draft: true },
  data: { attachData: true },
  sealed: { draft: true, seal, attachData: true },
};

/** The leaves of the tags as poppler tells them: type and text. @param {string} told */
function leavesByPoppler(told) {
  /** @type {{ depth: number, type: string, text: string }[]} */
  const found = [];
  for (const [, space = '', type, text] of told.matchAll(
    /^( *)(?:(\w+)(?: \((?:block|inline)\))?:?|"([\s\S]*?)")$/gm,
  )) {
    const depth = space.length;
    if (type) found.push({ depth, type, text: '' });
    else {
      // Text belongs to the element it is indented under: a link's is its paragraph's too.
      const owner = found.findLast((one) => one.depth < depth && one.type !== 'Link');
      if (owner) owner.text += text;
    }
  }
  return found.filter(({ text }) => text !== '').map(({ type, text }) => ({ type, text: text.replace(/\s/g, '') }));
}

/** @param {string} name @param {Buffer} bytes @param {any} document @param {boolean} [isSealed] */
async function look(name, bytes, document, isSealed) {
  const path = join(folder, 'look.pdf');
  writeFileSync(path, bytes);
  const file = loadPdf(bytes);
  await check(`${name}: no clause is broken`, () => clauseFaults(file));
  await check(`${name}: the tags are the document's`, () => same(readTags(file), expectedTags(document, isSealed)));
  return path;
}

for (const { name, text } of validFixtures) {
  const { report } = readReport(text, name);
  const document = composeReport(report);
  const isSigned = document.blocks.some(({ kind }) => kind === 'signoff');
  for (const [way, options] of Object.entries(WAYS)) {
    if (way === 'sealed' && !isSigned) continue;
    const label = `${name} ${way}`;
    const path = await look(label, Buffer.from(await toPdf(report, options)), document, way === 'sealed');
    await check(`${label}: qpdf, MuPDF and Ghostscript have nothing to say`, () => {
      const checked = said('qpdf', ['--check', path]);
      const drawn = said('gs', ['-q', '-dNOPAUSE', '-dBATCH', '-dPDFSTOPONERROR', '-sDEVICE=nullpage', path]);
      const read = said('mutool', ['draw', '-q', '-F', 'trace', '-o', join(folder, 'trace'), path]);
      const noise = read.text.replace(/^warning: ICC support is not available\n/gm, '').trim();
      same([checked.status, drawn.status, drawn.text.trim(), read.status, noise], [0, 0, '', 0, '']);
      return /WARNING/.test(checked.text) ? [checked.text] : [];
    });
    await check(`${label}: poppler tells the same tags`, () => {
      const expected = leavesOf(expectedTags(document)).map(({ path: types, text: words }) => {
        return { type: types.replace(/.*\//, ''), text: words };
      });
      same(leavesByPoppler(run('pdfinfo', ['-struct-text', path])), expected);
    });
    if (way === 'data')
      await check(`${label}: pdfdetach takes the data out`, () => {
        run('pdfdetach', ['-saveall', '-o', folder, path]);
        same(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')), report);
      });
  }
}

for (let seed = 0; seed < MADE; seed++) {
  const report = parseReport(madeReport(seed));
  const options = seed % 2 === 0 ? {} : { draft: true, attachData: true };
  await look(`made report ${seed}`, Buffer.from(await toPdf(report, options)), composeReport(report));
}
finish();
