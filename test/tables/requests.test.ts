import { expect, test } from '@jest/globals';
import { figuresOf, labelsOf, numbered, printedFigures, tableOf } from './grids.js';

const HEAD = [
  '0,0 3×3 （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
  '0,3 1×7 申请人情况',
  '1,3 2×1 自然人',
  '1,4 1×5 法人或其他组织',
  '1,9 2×1 总计',
  '2,4 1×1 商业企业',
  '2,5 1×1 科研机构',
  '2,6 1×1 社会公益组织',
  '2,7 1×1 法律服务机构',
  '2,8 1×1 其他',
];

const body = (dispositionRows: number, otherwise: readonly string[]) => [
  '3,0 1×3 一、本年新收政府信息公开申请数量',
  '4,0 1×3 二、上年结转政府信息公开申请数量',
  `5,0 ${dispositionRows}×1 三、本年度办理结果`,
  '5,1 1×2 （一）予以公开',
  '6,1 1×2 （二）部分公开（区分处理的，只计这一情形，不计其他情形）',
  '7,1 8×1 （三）不予公开',
  '7,2 1×1 1.属于国家秘密',
  '8,2 1×1 2.其他法律行政法规禁止公开',
  '9,2 1×1 3.危及“三安全一稳定”',
  '10,2 1×1 4.保护第三方合法权益',
  '11,2 1×1 5.属于三类内部事务信息',
  '12,2 1×1 6.属于四类过程性信息',
  '13,2 1×1 7.属于行政执法案卷',
  '14,2 1×1 8.属于行政查询事项',
  '15,1 3×1 （四）无法提供',
  '15,2 1×1 1.本机关不掌握相关政府信息',
  '16,2 1×1 2.没有现成信息需要另行制作',
  '17,2 1×1 3.补正后申请内容仍不明确',
  '18,1 5×1 （五）不予处理',
  '18,2 1×1 1.信访举报投诉类申请',
  '19,2 1×1 2.重复申请',
  '20,2 1×1 3.要求提供公开出版物',
  '21,2 1×1 4.无正当理由大量反复申请',
  '22,2 1×1 5.要求行政机关确认或重新出具已获取信息',
  ...otherwise,
  `${4 + dispositionRows},1 1×2 （七）总计`,
  `${5 + dispositionRows},0 1×3 四、结转下年度继续办理`,
];

const OTHERWISE = {
  '2019': ['23,1 1×2 （六）其他处理'],
  '2021': [
    '23,1 3×1 （六）其他处理',
    '23,2 1×1 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    '24,2 1×1 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    '25,2 1×1 3.其他',
  ],
};

test.each([
  { edition: '2019', rows: 26, dispositionRows: 20, figures: 161 },
  { edition: '2021', rows: 28, dispositionRows: 22, figures: 175 },
] as const)('$edition: $rows rows of ten columns, $figures figures', ({ edition, rows, dispositionRows, figures }) => {
  const table = tableOf({ edition, requests: numbered(edition, 'requests') }, 'requests');
  expect([table.rows, table.widths.length, table.headRows]).toEqual([rows, 10, 3]);
  expect(labelsOf(table)).toEqual([...HEAD, ...body(dispositionRows, OTHERWISE[edition])]);
  const slots = Array.from({ length: figures }, (_, i) => `${3 + Math.floor(i / 7)},${3 + (i % 7)} 1×1`);
  expect(figuresOf(table)).toEqual(slots);
  expect(printedFigures(table)).toEqual(slots.map((_, i) => `${i + 1}`));
});

test('the identity in the corner is a note, not a heading', () => {
  const roles = tableOf({}, 'requests').cells.map(({ role }) => role);
  expect(roles[0]).toBe('note');
  expect(roles).not.toContain('stubhead');
});
