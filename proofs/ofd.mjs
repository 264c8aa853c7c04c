import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { composeReport, makeFile, parseReport, readReport, toPdf, verifyReport } from 'nianbao';
import { dataAttachments, formOf } from 'nianbao/core';
import { sealPicture } from '../test/docx/picture.mjs';
import { bare, validFixtures } from '../test/readers/fixtures.mjs';
import { ofdTexts } from '../test/readers/ofd-pages.mjs';
import { comparePages } from '../test/readers/parity.mjs';
import { classPath, run, temporary } from './commands.mjs';
import { drawnCharacters, tracedFile } from './drawn-lines.mjs';
import { refusedFonts } from './font-faces.mjs';
import { madeReport } from './made-reports.mjs';
import { planOf } from './ofd-plans.mjs';
import { unlikePages } from './page-likeness.mjs';
import { check, finish, same } from './proof.mjs';

// What ofdrw, as it was released, makes of every fixture in every finish, and of reports made by chance: it draws each file anew as PDF, in
// which every character is where our own PDF has it, and whose pages look as that does, which is found out of pages that are spoilt, too; and it gives the text in reading order, and the attached files byte for byte. As a
// signing service it seals each file that has room for a seal, and finds the seal good until a page is changed. Chromium takes every font.
// `node proofs/ofd.mjs 10` takes ten made reports.

const MADE = Number(process.argv[2] ?? 100);
/** How far a character may be from its place, in points. */
const NEAR = 0.02;
const folder = temporary();
const seal = { image: sealPicture(200), width: 42 };
const WAYS = {
  plain: {},
  draft: { draft: true },
  all: { draft: true, seal, attachData: true },
  archive: { sealPlace: { width: 42 }, attachData: true, ofd: { archive: true } },
};

/** @type {{ name: string, path: string, pdf: string, report: any, options: any, place?: import('nianbao').SealPlace }[]} */
const files = [];

/** @param {string} name @param {any} report @param {import('nianbao').LookOptions} options */
async function add(name, report, options) {
  const path = join(folder, `${name}.ofd`);
  const pdf = join(folder, `${name}.pdf`);
  const { bytes, sealPlace } = await makeFile(report, { ...options, format: 'ofd' });
  writeFileSync(path, bytes);
  writeFileSync(pdf, await toPdf(report, options));
  files.push({ name, path, pdf, report, options, ...(sealPlace && { place: sealPlace }) });
}

for (const { name, text } of validFixtures) {
  const { report } = readReport(text, name);
  const isSigned = composeReport(report).blocks.some(({ kind }) => kind === 'signoff');
  for (const [way, options] of Object.entries(WAYS))
    if (isSigned || !('seal' in options || 'sealPlace' in options))
      await add(`${basename(name).replace(/\.\w+$/, '')}-${way}`, report, options);
}
for (let seed = 1; seed <= MADE; seed++) await add(`made-${seed}`, parseReport(madeReport(seed)), {});

/** What spoils a page so that anybody sees it: each must be found by how the pages look. @type {{ [what: string]: (page: string) => string }} */
const SPOILT = {
  'rules half as thick again': (page) => page.replace(/(LineWidth=")([\d.]+)/g, (_, name, width) => name + 1.5 * width),
  'rules half as thick': (page) => page.replace(/(LineWidth=")([\d.]+)/g, (_, name, width) => name + width / 2),
  'a rule less': (page) => page.replace(/ M [\d. ]+ L [\d. ]+(?=<)/, ''),
  'no grounds': (page) => page.replace(/<ofd:PathObject [^>]*Fill="true".*?<\/ofd:PathObject>/g, ''),
  'a letter for another': (page) => page.replace(/(<ofd:TextCode [^>]*>)一/, '$1口'),
  'a letter less': (page) => page.replace(/(<ofd:TextCode [^>]*>)\S(?=<)/, '$1 '),
};

/** Files beside the first one, each spoilt in one way. */
const [whole] = files;
const spoilt = Object.entries(SPOILT).map(([what, change], i) => {
  const path = `${whole.path}.spoilt-${i}.ofd`;
  const parts = Object.entries(unzipSync(readFileSync(whole.path))).map(([name, part]) => [
    name,
    name.endsWith('Content.xml') ? strToU8(change(strFromU8(part))) : part,
  ]);
  writeFileSync(path, zipSync(Object.fromEntries(parts)));
  return { what, path };
});

const archives = classPath('ofd-judge', folder);

/** Runs a program of the judge. @param {string} program @param {...string} args */
function judge(program, ...args) {
  const source = fileURLToPath(new URL(`ofd-judge/${program}.java`, import.meta.url));
  return run('java', ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-cp', archives, source, ...args]);
}

judge('Judge', ...[...files, ...spoilt].map(({ path }) => path));

/** Characters that show, row by row, in an order that does not depend on how they were written. @param {ReturnType<typeof drawnCharacters>} characters */
function shown(characters) {
  const seen = characters.filter(({ text }) => bare(text) !== '').toSorted((a, b) => a.page - b.page || a.y - b.y);
  let row = 0;
  const rows = seen.map((one, i) => {
    const above = seen[i - 1];
    if (above && (one.page !== above.page || one.y - above.y > 0.2)) row += 1;
    return { ...one, row };
  });
  return rows.toSorted((a, b) => a.row - b.row || a.x - b.x);
}

for (const { name, path, pdf, report, options } of files) {
  await check(`${name}: every character is where the PDF has it`, () => {
    const [ours, theirs] = [pdf, `${path}.pdf`].map((file) => shown(drawnCharacters(tracedFile(file))));
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

  await check(`${name}: its pages look as those of the PDF`, () => unlikePages(pdf, `${path}.pdf`));

  await check(`${name}: the text in reading order is the document's`, () => {
    const pages = readFileSync(`${path}.txt`, 'utf8').split('\f').slice(0, -1);
    const numbered = pages.map((page, i) => bare(page).replace(new RegExp(`—${i + 1}—$`), ''));
    same(numbered, ofdTexts(readFileSync(path)).map(bare));
    return comparePages(numbered, composeReport(report));
  });

  if (options.attachData && !options.ofd)
    await check(`${name}: what is attached comes out as it was`, () =>
      dataAttachments(report, formOf(report, {})).flatMap(({ name: file, bytes }) =>
        readFileSync(join(`${path}.attached`, file)).equals(Buffer.from(bytes)) ? [] : [file],
      ),
    );
}

for (const { what, path } of spoilt)
  await check(`${what}: it is seen`, () => (unlikePages(whole.pdf, `${path}.pdf`).length > 0 ? [] : ['it is not']));

const toSeal = files.filter(({ place }) => place !== undefined);
const picture = join(folder, 'seal.png');
writeFileSync(picture, seal.image);
const verdicts = judge(
  'Signer',
  picture,
  ...toSeal.flatMap(({ path, place }) => [path, ...Object.values(place ?? {}).map(String)]),
)
  .trim()
  .split('\n');

for (const [i, { name, path, report }] of toSeal.entries()) {
  await check(`${name}: ofdrw seals it, and finds the seal good until a page is changed`, () =>
    same(verdicts[i], 'valid FileIntegrityException'),
  );
  await check(`${name}: sealed, it reads back as what it was`, async () => {
    const { differences } = await verifyReport(readFileSync(`${path}.signed`), report, { name: '年报.ofd' });
    return differences.map(({ message }) => message);
  });
}

/** What verify tells as missing, more or other in a file of ofdrw's own layout; spaces that a layout has at the ends of lines are none. */
const plans = validFixtures.flatMap(({ name, text }) => {
  const { report } = readReport(text, name);
  const plan = planOf(composeReport(report));
  const path = join(folder, `${basename(name)}.plan`);
  if (plan !== undefined) writeFileSync(path, plan);
  return plan === undefined ? [] : [{ name, report, path }];
});
judge('Writer', ...plans.map(({ path }) => path));
await check('more than half of the fixtures are laid out by ofdrw', () =>
  plans.length * 2 > validFixtures.length ? [] : [String(plans.length)],
);
for (const { name, report, path } of plans)
  await check(`${name}, laid out by ofdrw: every figure and sentence is read`, async () => {
    const { differences } = await verifyReport(readFileSync(`${path}.ofd`), report, { name: '年报.ofd' });
    return differences.map(({ message, found }) => `${message} ${found ?? ''}`);
  });

/** Every font of the files, each once, in base64. */
const fonts = new Set(
  files.flatMap(({ path }) => {
    const parts = unzipSync(readFileSync(path), { filter: ({ name }) => name.endsWith('.ttf') });
    return Object.values(parts).map((data) => Buffer.from(data).toString('base64'));
  }),
);

await check(`Chromium takes all ${fonts.size} fonts`, () => refusedFonts([...fonts]));
finish();
