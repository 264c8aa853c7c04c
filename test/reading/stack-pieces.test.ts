import { expect, test } from '@jest/globals';
import { alignedTable, type Segment } from '../../src/readers/pdf/aligned-table.js';
import { blockText } from '../../src/readers/pdf/block-text.js';
import { joinTables } from '../../src/readers/pdf/join-tables.js';

// Pieces of a table whose columns only its texts show.

/** A text at a place of a row, as wide as a column. */
function text(value: string, left: number): Segment {
  const line = { glyphs: [], text: value, left, right: left + 60, y: 0, size: 10, endsBlank: false };
  const measure = { left, right: left + 60 };
  return { ...measure, blocks: (at) => [{ kind: 'paragraph', at, measure, lines: [line] }] };
}

const XS = [70, 150, 230, 310];

/** A table of rows of texts; an empty one stands for no text. */
const piece = (page: number, ...rows: string[][]) =>
  alignedTable(
    rows.map((row) => row.flatMap((value, i) => (value === '' ? [] : [text(value, XS[i] as number)]))),
    { at: `第${page}页的表`, page },
  );

test('a row that the foot of a page cuts keeps its figures, also where the lower piece shows fewer columns', () => {
  const upper = piece(1, ['不予处理', '1.重复申请', '26', '1'], ['', '2.申请人逾期未按', '38', '0']);
  const wide = { ...text('要求缴纳费用', 70), right: 210 };
  const lower = alignedTable([[wide], [{ ...text('3.其他', 70), right: 210 }, text('352', 230), text('2', 310)]], {
    at: '第2页的表',
    page: 2,
  });
  const whole = joinTables(upper, lower);
  const rows = Array.from({ length: whole?.rows ?? 0 }, (_, row) =>
    whole?.cells.filter((cell) => cell.row === row).map(({ blocks }) => blockText(blocks)),
  );
  expect(rows).toEqual([
    ['不予处理', '1.重复申请', '26', '1'],
    ['', '2.申请人逾期未按要求缴纳费用', '38', '0'],
    ['3.其他', '352', '2'],
  ]);
});
