import { defineTable } from 'nianbao';

/** @template {readonly import('nianbao').Header[]} const H @param {H} list */
const headers = (list) => list;

const calls = headers([
  { key: 'count', label: '受理件数' },
  { key: 'change', label: '比上年增减', kind: 'signed' },
]);

export const channels = defineTable({
  title: '一、受理',
  description: '本年度各渠道、各类别受理诉求的件数，以及热线运行经费',
  stubhead: { label: '项目' },
  widths: [40, 30, 30],
  groups: [
    {
      band: '（一）受理渠道',
      columns: calls,
      rows: [
        { key: 'telephone', label: '电话' },
        { key: 'website', label: '网站' },
        { key: 'app', label: '手机应用和小程序' },
      ],
    },
    {
      band: '（二）诉求类别',
      columns: calls,
      rows: [
        { key: 'inquiry', label: '咨询' },
        { key: 'help', label: '求助' },
        { key: 'complaint', label: '投诉举报' },
        { key: 'suggestion', label: '意见建议' },
      ],
    },
    {
      band: '（三）运行经费',
      columns: [{ key: 'amount', label: '本年支出金额（单位：万元）', kind: 'amount' }],
      rows: [
        { key: 'platform', label: '平台建设和运维' },
        { key: 'staffing', label: '话务服务' },
        { key: 'spending', label: '合计', totalBy: 'F1' },
      ],
    },
  ],
});

export const handling = defineTable({
  title: '二、办理',
  description: '本年度诉求办理的件数，按承办单位和办理结果分列',
  stubhead: { label: '（勾稽关系：第一项加第二项之和，等于第三项小计加第四项之和）', note: true },
  widths: [9, 9, 26, 8, 8, 8, 8, 8, 8],
  groups: [
    {
      columns: [
        {
          label: '承办单位',
          children: [
            { key: 'departments', label: '县直部门' },
            {
              label: '属地',
              children: [
                { key: 'towns', label: '乡镇' },
                { key: 'streets', label: '街道' },
                { key: 'zones', label: '开发区' },
              ],
            },
            { key: 'utilities', label: '公共服务企业' },
            { key: 'total', label: '合计', totalBy: 'H3' },
          ],
        },
      ],
      rows: [
        { key: 'received', label: '一、本年受理诉求' },
        { key: 'carriedOver', label: '二、上年结转诉求' },
        {
          key: 'result',
          label: '三、本年办理结果',
          children: [
            { key: 'answered', label: '（一）即时答复' },
            {
              key: 'dispatched',
              label: '（二）转办',
              children: [
                { key: 'solved', label: '1.诉求已解决' },
                { key: 'explained', label: '2.依法依规解释说明' },
                { key: 'planned', label: '3.列入计划解决' },
              ],
            },
            {
              key: 'closed',
              label: '（三）不予受理',
              children: [
                { key: 'litigated', label: '1.已进入诉讼、仲裁、复议程序' },
                { key: 'emergency', label: '2.属于110、119、120等处置范围' },
              ],
            },
            { key: 'total', label: '（四）小计', totalBy: 'H2' },
          ],
        },
        { key: 'carriedForward', label: '四、结转下年继续办理' },
      ],
    },
  ],
  identities: [{ rule: 'H1', left: ['received', 'carriedOver'], right: ['result.total', 'carriedForward'] }],
});

const grades = headers([
  { key: 'satisfied', label: '满意' },
  { key: 'fair', label: '基本满意' },
  { key: 'dissatisfied', label: '不满意' },
  { key: 'silent', label: '未评价' },
  { key: 'total', label: '回访总数', totalBy: 'M1' },
]);

export const satisfaction = defineTable({
  title: '三、满意度',
  description: '办结诉求回访的件数，按回访方式和评价分列',
  widths: Array.from({ length: 15 }, () => 1),
  groups: [
    {
      columns: [
        { key: 'telephone', label: '电话回访', children: grades },
        {
          label: '网上评价',
          children: [
            { key: 'message', label: '短信', children: grades },
            { key: 'app', label: '手机应用', children: grades },
          ],
        },
      ],
      rows: [],
    },
  ],
});

export const knowledge = defineTable({
  title: '四、知识库',
  description: '知识库条目的增减，按知识类别分列',
  stubhead: { label: '知识类别' },
  widths: [28, 18, 18, 18, 18],
  groups: [
    {
      columns: [
        { key: 'added', label: '新增' },
        { key: 'revised', label: '修订' },
        { key: 'removed', label: '停用' },
        { key: 'valid', label: '年末有效' },
      ],
      rows: [
        { key: 'policies', label: '政策文件' },
        { key: 'guides', label: '办事指南' },
        { key: 'answers', label: '常见问答' },
        { key: 'total', label: '合计', totalBy: 'Z1' },
      ],
    },
  ],
});
