import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { composeReport, parseReport, readReport, toOfd, toPdf } from 'nianbao';
import { dataAttachments, formOf } from 'nianbao/core';
import { sealPicture } from '../test/docx/picture.mjs';
import { bare, validFixtures } from '../test/readers/fixtures.mjs';
import { ofdTexts } from '../test/readers/ofd-pages.mjs';
import { comparePages } from '../test/readers/parity.mjs';
import { classPath, run, temporary } from './commands.mjs';
import { drawnCharacters, tracedFile } from './drawn-lines.mjs';
import { madeReport } from './made-reports.mjs';
import { check, finish, same } from './proof.mjs';

// What ofdrw, as it was released, makes of every fixture in every finish, and of reports made by chance: it draws each file anew as PDF, in
// which every character is where our own PDF has it; and it gives the text in reading order, and the attached files byte for byte.
// `node proofs/ofd.mjs 10` takes ten made reports.

const MADE = Number(process.argv[2] ?? 100);
/** How far a character may be from its place, in points. */
const NEAR = 0.02;
const folder = temporary();
const seal = { image: sealPicture(200), width: 42 };
const WAYS = { plain: {}, draft: { draft: true }, all: { draft: true, seal, attachData: true } };

/** @type {{ name: string, path: string, pdf: string, report: any, options: any }[]} */
const files = [];

/** @param {string} name @param {any} report @param {import('nianbao').LookOptions} options */
async function add(name, report, options) {
  const path = join(folder, `${name}.ofd`);
  const pdf = join(folder, `${name}.pdf`);
  writeFileSync(path, await toOfd(report, options));
  writeFileSync(pdf, await toPdf(report, options));
  files.push({ name, path, pdf, report, options });
}

for (const { name, text } of validFixtures) {
  const { report } = readReport(text, name);
  const isSigned = composeReport(report).blocks.some(({ kind }) => kind === 'signoff');
  for (const [way, options] of Object.entries(WAYS))
    if (isSigned || !('seal' in options)) await add(`${basename(name).replace(/\.\w+$/, '')}-${way}`, report, options);
}
for (let seed = 1; seed <= MADE; seed++) await add(`made-${seed}`, parseReport(madeReport(seed)), {});

const judge = fileURLToPath(new URL('ofd-judge/Judge.java', import.meta.url));
run('java', ['-XX:+UseSerialGC', '-cp', classPath('ofd-judge', folder), judge, ...files.map(({ path }) => path)]);

/** ofdrw draws a character past the basic plane as its two halves, which are none: these are left out on both sides. */
const PAST_THE_PLANE = /^(?:[\u{10000}-\u{10ffff}]|\ufffd)$/u;

/** Characters that show, in an order that does not depend on how they were written. @param {string} path */
const shown = (path) =>
  drawnCharacters(tracedFile(path))
    .filter(({ text }) => bare(text) !== '' && !PAST_THE_PLANE.test(text))
    .toSorted((a, b) => a.page - b.page || Math.round(a.y) - Math.round(b.y) || a.x - b.x);

for (const { name, path, pdf, report, options } of files) {
  await check(`${name}: every character is where the PDF has it`, () => {
    const [ours, theirs] = [shown(pdf), shown(`${path}.pdf`)];
    same(theirs.length, ours.length);
    return ours.flatMap((one, i) => {
      const other = theirs[i];
      const isThere =
        other.page === one.page &&
        bare(other.text.normalize('NFC')) === bare(one.text.normalize('NFC')) &&
        [other.x - one.x, other.y - one.y, other.size - one.size].every((far) => Math.abs(far) <= NEAR);
      return isThere ? [] : [`${one.text} on page ${one.page} at ${one.x}, ${one.y}`];
    });
  });

  await check(`${name}: the text in reading order is the document's`, () => {
    const pages = readFileSync(`${path}.txt`, 'utf8').split('\f').slice(0, -1);
    const numbered = pages.map((page, i) => bare(page).replace(new RegExp(`—${i + 1}—$`), ''));
    same(numbered, ofdTexts(readFileSync(path)).map(bare));
    return comparePages(numbered, composeReport(report));
  });

  if (options.attachData)
    await check(`${name}: what is attached comes out as it was`, () =>
      dataAttachments(report, formOf(report, {})).flatMap(({ name: file, bytes }) =>
        readFileSync(join(`${path}.attached`, file)).equals(Buffer.from(bytes)) ? [] : [file],
      ),
    );
}
finish();
