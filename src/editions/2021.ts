import { defineForm } from '../form/define-form.js';
import type { Roll } from '../form/rolls.js';
import { defineTable, type Header } from '../table/spec.js';
import { facts, kind, sections, steady, texts, wording } from './common.js';
import { editionCharts } from './edition-charts.js';
import { claims, rates } from './stated-claims.js';
import { statedDecisions, statedDocuments } from './stated-documents.js';
import { statedAmounts, statedOtherwise, statedRequests } from './stated-figures.js';
import { applicants, carryOver, requestRows, requestTable, review } from './table-parts.js';

const documents = [
  { key: 'issued', label: '本年制发件数' },
  { key: 'repealed', label: '本年废止件数' },
  { key: 'inForce', label: '现行有效件数' },
] as const satisfies readonly Header[];

const decisions = [{ key: 'decisions', label: '本年处理决定数量' }] as const satisfies readonly Header[];

const disclosure = defineTable({
  title: '二、主动公开',
  description: '本年度主动公开政府信息的数量，按《中华人民共和国政府信息公开条例》第二十条各项分列',
  stubhead: { label: '信息内容' },
  widths: [31, 23, 23, 23],
  groups: [
    {
      band: '第二十条第（一）项',
      columns: documents,
      rows: [
        { key: 'rules', label: '规章' },
        { key: 'normativeDocuments', label: '行政规范性文件' },
      ],
    },
    {
      band: '第二十条第（五）项',
      columns: decisions,
      rows: [{ key: 'licensing', label: '行政许可' }],
    },
    {
      band: '第二十条第（六）项',
      columns: decisions,
      rows: [
        { key: 'penalties', label: '行政处罚' },
        { key: 'coercion', label: '行政强制' },
      ],
    },
    {
      band: '第二十条第（八）项',
      columns: [{ key: 'amount', label: '本年收费金额（单位：万元）', kind: 'amount' }],
      rows: [{ key: 'fees', label: '行政事业性收费' }],
    },
  ],
});

const requests = defineTable({
  ...requestTable,
  groups: [
    {
      columns: applicants,
      rows: requestRows({
        key: 'otherwise',
        label: '（六）其他处理',
        children: [
          {
            key: 'notCorrected',
            label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
            breaks: [5, 10, 16, 20, 24, 29],
          },
          {
            key: 'feeUnpaid',
            label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
            breaks: [5, 7, 13, 15, 20, 24, 28, 33],
          },
          { key: 'other', label: '3.其他' },
        ],
      }),
    },
  ],
});

/** C2: what is in force is what was in force last year, with what was issued and without what was repealed. */
const inForceRoll: readonly Roll[] = ['rules', 'normativeDocuments'].map((row) => ({
  rule: 'C2',
  at: `disclosure.${row}.inForce`,
  terms: [
    { of: 'previous', path: `disclosure.${row}.inForce`, sign: 1 },
    { of: 'report', path: `disclosure.${row}.issued`, sign: 1 },
    { of: 'report', path: `disclosure.${row}.repealed`, sign: -1 },
  ],
}));

/** What the form wants told in section one. */
const PARTS = [
  { name: '主动公开', pattern: /主动公开/u },
  { name: '依申请公开', pattern: /依申请|信息公开申请|申请公开/u },
  {
    name: '政府信息管理',
    pattern: /信息管理|信息资源管理|规范性文件|公开审查|保密审查|规范管理|管理情况|制度|信息.{0,6}管理/u,
  },
  { name: '政府信息公开平台建设', pattern: /平台|网站|专栏|渠道|新媒体|公众号/u },
  { name: '监督保障', pattern: /监督|保障|考核|评议|责任追究|培训|组织领导/u },
] as const;

/** Fees for processing information, from ten yuan a page and a hundred yuan an application on. */
const CHARGE = { name: '信息处理费', pattern: /处理费|信息公开收费/u, part: 'other', step: 10 } as const;

/** Fees for processing information are stated, also when none were charged. */
const FEES = {
  rule: 'fees/missing',
  pattern: /处理费|收费|收取/,
  message: '第六部分没有报告收取信息处理费的情况',
  found: '没有提到信息处理费',
  expected: '写明信息处理费的收取情况，没有收取也要写明',
} as const;

/** The current edition, for the reports of 2021 and later. */
export const edition2021 = defineForm({
  id: '2021',
  ...kind,
  citation: '国办公开办函〔2021〕30号',
  years: [2021],
  sections,
  texts: { ...texts, overview: { limit: 1000, parts: PARTS }, other: { requires: [FEES] } },
  charge: CHARGE,
  tables: { disclosure, requests, review },
  facts,
  steady,
  rolls: [...carryOver, ...inForceRoll],
  stated: [
    ...statedDocuments,
    ...statedDecisions,
    ...statedRequests,
    ...statedOtherwise(['.notCorrected', '.feeUnpaid', '.other']),
  ],
  claims,
  rates,
  charts: editionCharts(['.notCorrected', '.feeUnpaid', '.other']),
  amounts: statedAmounts,
  wording,
});
