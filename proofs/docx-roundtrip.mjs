import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toPdf } from 'nianbao';
import { openDocx } from '../test/readers/docx-package.mjs';
import { docxTables, docxTexts, paragraphText } from '../test/readers/docx-text.mjs';
import { bare } from '../test/readers/fixtures.mjs';
import { comparePages } from '../test/readers/parity.mjs';
import { at, descendants, elementsOf, valueAt } from '../test/readers/xml.mjs';
import { run, temporary } from './commands.mjs';
import { convert, finishedFixtures } from './docx-files.mjs';
import { check, finish, same } from './proof.mjs';

// Every Word file, opened by LibreOffice: saved as a Word file again it is the same document, and as PDF it shows all of it.

/** @typedef {import('../test/readers/docx-package.mjs').WordFile} WordFile */

const folder = temporary();
const files = await finishedFixtures(folder);
const paths = files.map(({ path }) => path);
const saved = convert(paths, 'docx', folder);
const printed = convert(paths, 'pdf', folder);
const open = (/** @type {string} */ path) => openDocx(readFileSync(path));

/** Each paragraph with the name of its style. LibreOffice writes built-in names its own way: Heading 1 for heading 1. */
function styledTexts(/** @type {WordFile} */ file) {
  const styles = elementsOf(file.xml('word/styles.xml'), 'w:style');
  const names = new Map(
    styles.map((style) => [style.attributes['w:styleId'], valueAt(style, 'w:name')?.toLowerCase()]),
  );
  return descendants(file.xml('word/document.xml'), 'w:p').map((paragraph) => [
    names.get(valueAt(paragraph, 'w:pPr', 'w:pStyle') ?? 'Normal'),
    bare(paragraphText(paragraph)),
  ]);
}

const grids = (/** @type {WordFile} */ file) =>
  docxTables(file).map(({ cells }) => cells.map((c) => [c.row, c.column, c.rowSpan, c.colSpan, bare(c.text)]));

const headRows = (/** @type {WordFile} */ file) =>
  descendants(file.xml('word/document.xml'), 'w:tbl').map(
    (table) => elementsOf(table, 'w:tr').filter((row) => at(row, 'w:trPr', 'w:tblHeader')).length,
  );

/** The footers by the pages they are for, each as its text and its fields. */
function footers(/** @type {WordFile} */ file) {
  const references = descendants(file.xml('word/document.xml'), 'w:footerReference');
  return references
    .map(({ attributes }) => {
      const { target = '' } = file.relationships('word/document.xml').find(({ id }) => id === attributes['r:id']) ?? {};
      const footer = file.xml(target);
      const simple = descendants(footer, 'w:fldSimple').map((field) => field.attributes['w:instr']);
      const complex = descendants(footer, 'w:instrText').map(({ children }) => children.join(''));
      const dashes = bare(paragraphText(footer)).replace(/\d+|PAGE/g, '');
      return [attributes['w:type'], [...simple, ...complex].map((code) => code?.trim().split(/\s/)[0]), dashes];
    })
    .toSorted();
}

/** Size and place of the seal, in hundredths of a millimetre. */
const seals = (/** @type {WordFile} */ file) =>
  descendants(file.xml('word/document.xml'), 'wp:anchor').map((anchor) => {
    const { cx, cy } = at(anchor, 'wp:extent')?.attributes ?? {};
    return [cx, cy].map((size) => Math.round(Number(size) / 3600));
  });

const marks = (/** @type {WordFile} */ file) =>
  file.names
    .filter((name) => /^word\/header\d+\.xml$/.test(name) && /string="草稿"|草稿/.test(file.text(name)))
    .map((name) => descendants(file.xml(name), 'w:t').length);

const data = (/** @type {WordFile} */ file) =>
  file.names.filter((name) => /^customXml\/item\d+\.xml$/.test(name) && file.text(name).includes('urn:nianbao:report'))
    .length;

/** How many pages our own PDF has. @param {import('nianbao').Report} report @param {import('nianbao').LookOptions} options */
async function pagesOfPdf(report, options) {
  const path = join(folder, 'ours.pdf');
  writeFileSync(path, await toPdf(report, options));
  return Number(/^Pages: +(\d+)$/m.exec(run('pdfinfo', [path]))?.[1]);
}

const FIGURE = /[-+\d.]+/g;

/** @param {readonly string[]} words */
function count(words) {
  const counts = new Map();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

for (const { name, path, variant, options, document, report } of files) {
  await check(`${name}: saved by LibreOffice, the same text in the same styles, cells and heads`, () => {
    const [before, after] = [open(path), open(saved(path))];
    same(styledTexts(after), styledTexts(before));
    same(grids(after), grids(before));
    same(headRows(after), headRows(before));
    same(footers(after), footers(before));
    same(seals(after), seals(before));
    same(marks(after).length, marks(before).length);
    same(data(after), data(before));
    return comparePages([docxTexts(after).join('\n')], document);
  });

  await check(
    `${name}: printed by LibreOffice, as many pages as the PDF, or one more or less; every figure`,
    async () => {
      const pages = run('pdftotext', ['-layout', printed(path), '-'])
        .split('\f')
        .slice(0, -1);
      const ours = await pagesOfPdf(report, options);
      const shown = count(pages.join('\n').match(FIGURE) ?? []);
      const figures = document.blocks.flatMap((block) =>
        block.kind === 'table'
          ? block.cells.flatMap(({ role, text }) => (role === 'figure' ? (bare(text).match(FIGURE) ?? []) : []))
          : [],
      );
      const lacking = [...count(figures)].filter(([figure, times]) => (shown.get(figure) ?? 0) < times);
      return [
        ...(Math.abs(pages.length - ours) <= 1 ? [] : [`${pages.length} pages instead of ${ours}`]),
        ...lacking.map(([figure, times]) => `${figure} is to be shown ${times} times`),
      ];
    },
  );

  if (variant !== 'fonts') continue;
  // One start each: LibreOffice 7.4 keeps the fonts of the first file it opens for others that carry some of the same name.
  await check(`${name}: on a machine without Chinese fonts, set in those that it carries`, () => {
    const used = run('pdffonts', [convert([path], 'pdf', folder, false)(path)])
      .split('\n')
      .slice(2, -1)
      .map((line) => line.split(/\s+/)[0] ?? '');
    return used.filter((font) => !/\+(GongWen-|ZhuqueFangsong)/.test(font)).map((font) => `${font} stands in`);
  });
}
finish();
