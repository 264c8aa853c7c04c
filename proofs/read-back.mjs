import { composeReport, parseReport, read, toDocx } from 'nianbao';
import { bare } from '../test/readers/fixtures.mjs';
import { madeReport } from './made-reports.mjs';
import { check, finish, same } from './proof.mjs';

// 300 reports made by chance, as Word files: every cell and every sentence without the data, the report itself with them.

/** What a document shows, without white space. @param {import('nianbao').Document} document */
const shown = ({ blocks }) =>
  blocks.map((block) => {
    switch (block.kind) {
      case 'title':
        return bare(block.lines.flat(2).join(''));
      case 'paragraph':
        return bare(block.inlines.map(({ text }) => text).join(''));
      case 'table':
        return [
          block.caption,
          block.cells.map((cell) => [cell.row, cell.column, cell.rowSpan, cell.colSpan, bare(cell.text)]),
          block.note?.paragraphs,
        ];
      case 'signoff':
        return [block.agencies, block.date];
      default:
        return bare(block.text);
    }
  });

for (let seed = 1; seed <= 300; seed++) {
  await check(`report ${seed}`, async () => {
    const report = parseReport(madeReport(seed));
    const plain = await read(await toDocx(report), { name: 'a.docx' });
    same(shown(composeReport(plain.report)), shown(composeReport(report)));
    same(plain.losses, []);
    const carried = await read(await toDocx(report, { attachData: true }), { name: 'a.docx' });
    same(carried.report, report);
    same(carried.losses, []);
  });
}
finish();
