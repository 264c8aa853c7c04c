import { expect, test } from '@jest/globals';
import { figuresOf, labelsOf, numbered, printedFigures, tableOf } from './grids.js';

test('2021: 14 rows of four columns, ten figures, of which those under 本年处理决定数量 and 收费金额 span three', () => {
  const table = tableOf({ edition: '2021', disclosure: numbered('2021', 'disclosure') }, 'disclosure');
  expect([table.rows, table.widths.length, table.headRows]).toEqual([14, 4, 0]);
  expect(labelsOf(table)).toEqual([
    '0,0 1×4 第二十条第（一）项',
    '1,0 1×1 信息内容',
    '1,1 1×1 本年制发件数',
    '1,2 1×1 本年废止件数',
    '1,3 1×1 现行有效件数',
    '2,0 1×1 规章',
    '3,0 1×1 行政规范性文件',
    '4,0 1×4 第二十条第（五）项',
    '5,0 1×1 信息内容',
    '5,1 1×3 本年处理决定数量',
    '6,0 1×1 行政许可',
    '7,0 1×4 第二十条第（六）项',
    '8,0 1×1 信息内容',
    '8,1 1×3 本年处理决定数量',
    '9,0 1×1 行政处罚',
    '10,0 1×1 行政强制',
    '11,0 1×4 第二十条第（八）项',
    '12,0 1×1 信息内容',
    '12,1 1×3 本年收费金额（单位：万元）',
    '13,0 1×1 行政事业性收费',
  ]);
  expect(figuresOf(table)).toEqual([
    ...['2,1 1×1', '2,2 1×1', '2,3 1×1', '3,1 1×1', '3,2 1×1', '3,3 1×1'],
    ...['6,1 1×3', '9,1 1×3', '10,1 1×3', '13,1 1×3'],
  ]);
  expect(printedFigures(table)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
});

test('2019: 18 rows of four columns, 22 figures, of which 本年增/减 of fees and 采购总金额 span two', () => {
  const table = tableOf({ edition: '2019', disclosure: numbered('2019', 'disclosure') }, 'disclosure');
  expect([table.rows, table.widths.length, table.headRows]).toEqual([18, 4, 0]);
  expect(labelsOf(table)).toEqual([
    '0,0 1×4 第二十条第（一）项',
    '1,0 1×1 信息内容',
    '1,1 1×1 本年新制作数量',
    '1,2 1×1 本年新公开数量',
    '1,3 1×1 对外公开总数量',
    '2,0 1×1 规章',
    '3,0 1×1 规范性文件',
    '4,0 1×4 第二十条第（五）项',
    '5,0 1×1 信息内容',
    '5,1 1×1 上一年项目数量',
    '5,2 1×1 本年增/减',
    '5,3 1×1 处理决定数量',
    '6,0 1×1 行政许可',
    '7,0 1×1 其他对外管理服务事项',
    '8,0 1×4 第二十条第（六）项',
    '9,0 1×1 信息内容',
    '9,1 1×1 上一年项目数量',
    '9,2 1×1 本年增/减',
    '9,3 1×1 处理决定数量',
    '10,0 1×1 行政处罚',
    '11,0 1×1 行政强制',
    '12,0 1×4 第二十条第（八）项',
    '13,0 1×1 信息内容',
    '13,1 1×1 上一年项目数量',
    '13,2 1×2 本年增/减',
    '14,0 1×1 行政事业性收费',
    '15,0 1×4 第二十条第（九）项',
    '16,0 1×1 信息内容',
    '16,1 1×1 采购项目数量',
    '16,2 1×2 采购总金额',
    '17,0 1×1 政府集中采购',
  ]);
  const rowsOfThree = [2, 3, 6, 7, 10, 11].flatMap((row) => [1, 2, 3].map((column) => `${row},${column} 1×1`));
  expect(figuresOf(table)).toEqual([...rowsOfThree, '14,1 1×1', '14,2 1×2', '17,1 1×1', '17,2 1×2']);
  expect(printedFigures(table)).toEqual(Array.from({ length: 22 }, (_, i) => `${i + 1}`));
});
