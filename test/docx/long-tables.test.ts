import { expect, test } from '@jest/globals';
import { composeReport, type Document, parseReport, renderDocument } from '../../src/index.js';
import { extreme } from './files.js';

// A table of ten times as many rows takes ten times the work: what is counted is how often its cells are looked at.

/** The extreme report with one further table: rows in groups under labels, or alone. */
function withTable(groups: number, perGroup: number): Document {
  const row = (i: number) => ({ label: `${i + 1}`, values: [`第${i}个单位的名称`, i * 7, '0.5', `说明（${i}）`] });
  const rows = Array.from({ length: groups }, (_, i) =>
    perGroup === 1 ? row(i) : { label: `第${i}组`, rows: Array.from({ length: perGroup }, (_, k) => row(k)) },
  );
  const columns = ['名称', { label: '件数', columns: ['本年', '上年'] }, '说明'];
  const report = parseReport({
    ...extreme.report,
    tables: { other: [{ caption: '清单', stubhead: '序号', columns, rows }] },
  });
  const document = composeReport(report);
  return { ...document, blocks: document.blocks.filter((block) => block.kind === 'table').slice(-1) };
}

/** How often anything of a cell is read while the document is made into a Word file. */
async function looksAtCells(document: Document): Promise<number> {
  let looks = 0;
  const counted = <T extends object>(cell: T): T =>
    new Proxy(cell, {
      get: (target, key, receiver) => {
        looks += 1;
        return Reflect.get(target, key, receiver);
      },
    });
  const blocks = document.blocks.map((block) =>
    block.kind === 'table' ? { ...block, cells: block.cells.map(counted) } : block,
  );
  await renderDocument({ ...document, blocks }, { format: 'docx' });
  return looks;
}

// 92 rows go on no page, so that both tables are cut.
test.each([
  ['single rows', 1],
  ['groups of two', 2],
  ['groups of twenty-three', 23],
  ['one group', undefined],
])('%s', async (_, perGroup) => {
  const looks = (rows: number) => looksAtCells(withTable(rows / (perGroup ?? rows), perGroup ?? rows));
  expect(await looks(920)).toBeLessThan(10.5 * (await looks(92)));
});
