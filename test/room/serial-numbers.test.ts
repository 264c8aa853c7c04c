import { describe, expect, test } from '@jest/globals';
import { composeReport, type Table } from '../../src/index.js';
import { minimalReport } from '../input/example.js';
import { documentOf, pagesOf } from '../typeset/pages.js';

// A column of numbers that head rows (序号) stands below its head as columns of figures do: in the middle.

function tableOf(labels: readonly string[]): Table {
  const rows = labels.map((label) => ({ label, values: [1] }));
  const report = minimalReport({ tables: { other: [{ stubhead: '序号', columns: ['件数'], rows }] } });
  return composeReport(report).blocks.find(({ path }) => path[0] === 'tables') as Table;
}

/** For each label the difference between its middle and that of the head above it, in points. */
function offsets(table: Table): readonly number[] {
  const [page] = pagesOf(documentOf([table]));
  const middles = (page?.items ?? []).flatMap((item) =>
    item.kind === 'text' && item.role.kind === 'cell' && table.cells[item.role.cell]?.column === 0
      ? [item.x + ((item.runs.at(-1)?.x ?? 0) + (item.runs.at(-1)?.width ?? 0)) / 2]
      : [],
  );
  return middles.slice(1).map((middle) => Math.abs(middle - (middles[0] ?? 0)));
}

describe('a column of', () => {
  test.each<[string, readonly string[]]>([
    ['numbers', ['1', '2', '10']],
    ['numbers with a sum', ['1', '2', '合计']],
  ])('%s is centred', (_, labels) => {
    expect(Math.max(...offsets(tableOf(labels)))).toBeLessThan(0.1);
  });

  test.each<[string, readonly string[]]>([
    ['labels', ['公文', '通知公告']],
    ['numbered labels', ['1.公文', '2.通知公告']],
    ['sums alone', ['小计', '合计']],
  ])('%s begins at the left', (_, labels) => {
    expect(Math.min(...offsets(tableOf(labels)))).toBeGreaterThan(1);
  });
});
