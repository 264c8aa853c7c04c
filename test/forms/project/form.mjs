import { defineForm, NUMERAL } from 'nianbao';
import { channels, handling, knowledge, satisfaction } from './form-tables.mjs';

// 示例省 12345 政务服务便民热线年度报告，2024 年度起用。

const CITATION = '示政办函〔2024〕12号';

export default defineForm({
  id: 'rexian-2024',
  name: '12345政务服务便民热线工作年度报告',
  topic: '政务服务便民热线',
  citation: CITATION,
  years: [2024],
  sections: [
    { key: 'summary', heading: '一、总体情况' },
    { key: 'channels', heading: '二、诉求受理情况' },
    { key: 'handling', heading: '三、诉求办理情况' },
    { key: 'satisfaction', heading: '四、回访和满意度情况' },
    { key: 'knowledge', heading: '五、知识库建设情况' },
    { key: 'shortcomings', heading: '六、存在的问题和改进措施' },
    { key: 'matters', heading: '七、其他需要报告的事项' },
  ],
  texts: {
    preamble: { title: '引言' },
    summary: { limit: 300 },
    handling: {},
    shortcomings: { isFresh: true },
    matters: {
      requires: [
        {
          rule: 'privacy/missing',
          pattern: /个人信息|来电人信息/,
          message: '第七部分没有报告来电人信息保护情况',
          found: '没有提到个人信息',
          expected: '写明保护措施和有无泄露',
        },
      ],
    },
  },
  tables: { channels, handling, satisfaction, knowledge },
  facts: {
    seats: { kind: 'count', title: '话务座席数' },
    answerRate: { kind: 'text', title: '接通率，如 98.6%' },
    shortcomings: { kind: 'texts', title: '存在的问题' },
    measures: { kind: 'texts', title: '改进措施' },
    hotIssues: {
      kind: 'list',
      title: '群众反映集中的事项',
      fields: { name: { kind: 'text' }, count: { kind: 'count' }, unit: { kind: 'text', optional: true } },
    },
    training: {
      kind: 'group',
      title: '话务员培训场次和人次',
      fields: { sessions: { kind: 'count' }, participants: { kind: 'count' } },
    },
    recovered: { kind: 'amount', title: '为群众挽回的损失' },
    leaks: { kind: 'count', title: '来电人信息泄露事件数' },
  },
  rolls: [
    {
      rule: 'K1',
      at: 'handling.carriedOver.total',
      terms: [{ of: 'previous', path: 'handling.carriedForward.total', sign: 1 }],
    },
    ...['policies', 'guides', 'answers'].map((row) => ({
      rule: 'K2',
      at: `knowledge.${row}.valid`,
      terms: /** @type {const} */ ([
        { of: 'previous', path: `knowledge.${row}.valid`, sign: 1 },
        { of: 'report', path: `knowledge.${row}.added`, sign: 1 },
        { of: 'report', path: `knowledge.${row}.removed`, sign: -1 },
      ]),
    })),
  ],
  stated: [
    {
      name: '受理诉求',
      pattern: new RegExp(`受理(?:群众|企业和群众)?诉求${NUMERAL}件`, 'gu'),
      paths: ['handling.received.total'],
    },
    {
      name: '知识库新增',
      pattern: new RegExp(`知识库新增${NUMERAL}条`, 'gu'),
      paths: ['knowledge.total.added'],
      unit: '条',
    },
  ],
  wording: {
    'sum/F1': { formula: '第一张表运行经费：各项之和 = 合计', basis: CITATION },
    'sum/H1': { formula: '第二张表各列：第一项 + 第二项 = 第三项小计 + 第四项', basis: '表中印明的勾稽关系' },
    'sum/H2': { formula: '第二张表各列：办理结果各项之和 = 小计', basis: CITATION },
    'sum/H3': { formula: '第二张表各行：各承办单位之和 = 合计', basis: CITATION },
    'sum/M1': { formula: '第三张表各组：各档次之和 = 回访总数', basis: CITATION },
    'sum/Z1': { formula: '第四张表各列：三类知识之和 = 合计', basis: CITATION },
    'years/K1': { formula: '第二张表：上年结转 = 上年的结转下年', basis: CITATION },
    'years/K2': { formula: '第四张表：年末有效 = 上年年末有效 + 新增 − 停用', basis: CITATION },
    'edition/year': { formula: '2024 年度起用本格式', basis: CITATION },
    'heading/variant': { formula: '七个部分用规定的标题', basis: CITATION },
    'text/too-long': { formula: '总体情况不超过 300 字', basis: CITATION, hint: '把细节移到第三部分' },
    'text/repeated': { formula: '第六部分每年另写', basis: CITATION, hint: '写本年度的问题和措施' },
    'privacy/missing': {
      formula: '第七部分报告来电人信息保护情况',
      basis: CITATION,
      hint: '填写 facts.leaks，或在 narrative.matters 里写明',
    },
  },
});
