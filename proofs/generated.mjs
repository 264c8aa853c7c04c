import mammoth from 'mammoth';
import { composeReport, parseReport, toDocx, toPdf } from 'nianbao';
import { docxFaults } from '../test/readers/docx-lint.mjs';
import { openDocx } from '../test/readers/docx-package.mjs';
import { docxTables, docxTexts } from '../test/readers/docx-text.mjs';
import { gapFaults } from '../test/readers/figure-gaps.mjs';
import { bare } from '../test/readers/fixtures.mjs';
import { lineFaults } from '../test/readers/line-rules.mjs';
import { comparePages, textsWithoutNumbers } from '../test/readers/parity.mjs';
import { readPdf } from '../test/readers/pdf-content.mjs';
import { readWithPdfjs } from '../test/readers/pdf-js.mjs';
import { drawnTables } from '../test/readers/pdf-tables.mjs';
import { madeReport } from './made-reports.mjs';
import { check, finish, same } from './proof.mjs';

// 300 reports made by chance: the text of both files, the tables of both files, and every line of every page.
// `node proofs/generated.mjs 17` looks at report 17 alone.

const only = process.argv[2];
const seeds = only === undefined ? Array.from({ length: 300 }, (_, i) => i + 1) : [Number(only)];

/** @param {readonly { row: number, column: number, rowSpan: number, colSpan: number, text: string }[]} cells */
const grid = (cells) => cells.map((c) => [c.row, c.column, c.rowSpan, c.colSpan, bare(c.text)]);

for (const seed of seeds) {
  const report = parseReport(madeReport(seed));
  const document = composeReport(report);
  const tables = document.blocks.filter((block) => block.kind === 'table');
  const expected = tables.map(({ cells }) => grid(cells));

  await check(`report ${seed}, PDF`, async () => {
    const bytes = await toPdf(report);
    const { pages } = readPdf(bytes);
    const others = (await readWithPdfjs(bytes)).pages.map((page, i) => ({ ...page, rules: pages[i].rules }));
    same(
      drawnTables(pages, tables).map(({ cells }) => grid(cells)),
      expected,
    );
    return [
      ...comparePages(textsWithoutNumbers(pages), document),
      ...comparePages(textsWithoutNumbers(others), document),
      ...lineFaults(others, document),
      ...gapFaults(pages),
    ];
  });

  await check(`report ${seed}, DOCX`, async () => {
    const bytes = await toDocx(report);
    const file = openDocx(bytes);
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    same(
      docxTables(file).map(({ cells }) => grid(cells)),
      expected,
    );
    return [
      ...comparePages([docxTexts(file).join('\n')], document),
      ...comparePages([value], document),
      ...docxFaults(file),
    ];
  });
}
finish();
