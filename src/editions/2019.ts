import { defineForm } from '../form/define-form.js';
import type { Roll } from '../form/rolls.js';
import { defineTable, type Header } from '../table/spec.js';
import { facts, kind, sections, steady, texts, wording } from './common.js';
import { editionCharts } from './edition-charts.js';
import { claims, rates } from './stated-claims.js';
import { statedDecisions, statedDocumentsOfTrial } from './stated-documents.js';
import { statedOtherwise, statedRequests } from './stated-figures.js';
import { applicants, carryOver, requestRows, requestTable, review } from './table-parts.js';

const documents = [
  { key: 'made', label: '本年新制作数量' },
  { key: 'disclosed', label: '本年新公开数量' },
  { key: 'disclosedTotal', label: '对外公开总数量' },
] as const satisfies readonly Header[];

const items = [
  { key: 'previousItems', label: '上一年项目数量' },
  { key: 'change', label: '本年增/减', kind: 'signed' },
] as const satisfies readonly Header[];

const decisions = [...items, { key: 'decisions', label: '处理决定数量' }] as const satisfies readonly Header[];

const disclosure = defineTable({
  title: '二、主动公开',
  description: '本年度主动公开政府信息的数量，按《中华人民共和国政府信息公开条例》第二十条各项分列',
  stubhead: { label: '信息内容' },
  widths: [30, 23, 23, 24],
  groups: [
    {
      band: '第二十条第（一）项',
      columns: documents,
      rows: [
        { key: 'rules', label: '规章' },
        { key: 'normativeDocuments', label: '规范性文件' },
      ],
    },
    {
      band: '第二十条第（五）项',
      columns: decisions,
      rows: [
        { key: 'licensing', label: '行政许可' },
        { key: 'otherServices', label: '其他对外管理服务事项' },
      ],
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
      columns: items,
      rows: [{ key: 'fees', label: '行政事业性收费' }],
    },
    {
      band: '第二十条第（九）项',
      columns: [
        { key: 'items', label: '采购项目数量' },
        { key: 'amount', label: '采购总金额', kind: 'amount' },
      ],
      rows: [{ key: 'procurement', label: '政府集中采购' }],
    },
  ],
});

const requests = defineTable({
  ...requestTable,
  groups: [{ columns: applicants, rows: requestRows({ key: 'otherwise', label: '（六）其他处理' }) }],
});

/** C3: last year's number of items is what last year's report had, with that year's change. */
const itemsRoll: readonly Roll[] = ['licensing', 'otherServices', 'penalties', 'coercion', 'fees'].map((row) => ({
  rule: 'C3',
  at: `disclosure.${row}.previousItems`,
  terms: [
    { of: 'previous', path: `disclosure.${row}.previousItems`, sign: 1 },
    { of: 'previous', path: `disclosure.${row}.change`, sign: 1 },
  ],
}));

/** The trial edition, for the reports of 2019 and 2020. */
export const edition2019 = defineForm({
  id: '2019',
  ...kind,
  citation: '国办公开办函〔2019〕60号',
  years: [2019, 2020],
  sections,
  texts,
  tables: { disclosure, requests, review },
  facts,
  steady,
  rolls: [...carryOver, ...itemsRoll],
  stated: [...statedDocumentsOfTrial, ...statedDecisions, ...statedRequests, ...statedOtherwise([''])],
  claims,
  rates,
  charts: editionCharts(['']),
  wording,
});
