import type { Roll } from '../form/rolls.js';
import { defineTable, type Header, leaves } from '../table/spec.js';

/** Columns of the request table: the applicants. The total of a row is that of all applicants (I2). */
export const applicants = [
  {
    label: '申请人情况',
    children: [
      { key: 'naturalPerson', label: '自然人' },
      {
        key: 'organization',
        label: '法人或其他组织',
        children: [
          { key: 'business', label: '商业企业', breaks: [2] },
          { key: 'research', label: '科研机构', breaks: [2] },
          { key: 'charity', label: '社会公益组织', breaks: [2, 4] },
          { key: 'legalService', label: '法律服务机构', breaks: [2, 4] },
          { key: 'other', label: '其他' },
        ],
      },
      { key: 'total', label: '总计', totalBy: 'I2' },
    ],
  },
] as const satisfies readonly Header[];

export const deniedOnGrounds = [
  { key: 'stateSecret', label: '1.属于国家秘密' },
  { key: 'forbiddenByLaw', label: '2.其他法律行政法规禁止公开', breaks: [4, 10] },
  { key: 'securityAndStability', label: '3.危及“三安全一稳定”' },
  { key: 'thirdParty', label: '4.保护第三方合法权益' },
  { key: 'internalAffairs', label: '5.属于三类内部事务信息' },
  { key: 'processInformation', label: '6.属于四类过程性信息' },
  { key: 'enforcementFile', label: '7.属于行政执法案卷' },
  { key: 'administrativeInquiry', label: '8.属于行政查询事项' },
] as const satisfies readonly Header[];

export const unavailableBecause = [
  { key: 'notHeld', label: '1.本机关不掌握相关政府信息', breaks: [5, 8] },
  { key: 'needsCreation', label: '2.没有现成信息需要另行制作', breaks: [8] },
  { key: 'stillUnclear', label: '3.补正后申请内容仍不明确', breaks: [5, 9] },
] as const satisfies readonly Header[];

export const notProcessedBecause = [
  { key: 'petition', label: '1.信访举报投诉类申请' },
  { key: 'repeated', label: '2.重复申请' },
  { key: 'publication', label: '3.要求提供公开出版物' },
  { key: 'excessive', label: '4.无正当理由大量反复申请', breaks: [7] },
  { key: 'reconfirmation', label: '5.要求行政机关确认或重新出具已获取信息', breaks: [4, 8, 11, 15] },
] as const satisfies readonly Header[];

/** Rows of the request table. The editions differ in what （六）其他处理 consists of. */
export function requestRows<const O extends Header>(otherwise: O) {
  return [
    { key: 'received', label: '一、本年新收政府信息公开申请数量' },
    { key: 'carriedOver', label: '二、上年结转政府信息公开申请数量' },
    {
      key: 'disposition',
      label: '三、本年度办理结果',
      breaks: [2, 5, 7],
      children: [
        { key: 'granted', label: '（一）予以公开' },
        { key: 'partial', label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）', breaks: [7, 14, 21] },
        { key: 'denied', label: '（三）不予公开', children: deniedOnGrounds },
        { key: 'unavailable', label: '（四）无法提供', children: unavailableBecause },
        { key: 'notProcessed', label: '（五）不予处理', children: notProcessedBecause },
        otherwise,
        { key: 'total', label: '（七）总计', totalBy: 'I1' },
      ],
    },
    { key: 'carriedForward', label: '四、结转下年度继续办理' },
  ] as const satisfies readonly Header[];
}

/** The parts of the request table that both editions print alike; the identity is printed in its stubhead. */
export const requestTable = {
  title: '三、依申请公开',
  description: '本年度收到和处理政府信息公开申请的数量，按申请人和办理结果分列',
  stubhead: {
    label: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
    breaks: [12, 22],
    note: true,
  },
  // Three columns of labels and seven of figures. The form's own 754 · 921 · 3271 · 685×7 leaves no room for counts of seven
  // digits, which totals of provinces have, so the labels give some of theirs.
  widths: [830, 960, 2860, 735, 735, 735, 735, 735, 735, 735],
  identities: [
    {
      rule: 'E1',
      left: ['received', 'carriedOver'],
      right: ['disposition.total', 'carriedForward'],
      words: ['第一项加第二项之和', '第三项加第四项之和'],
    },
  ],
} as const;

const outcomes = [
  { key: 'upheld', label: '结果维持', breaks: [2] },
  { key: 'corrected', label: '结果纠正', breaks: [2] },
  { key: 'other', label: '其他结果', breaks: [2] },
  { key: 'pending', label: '尚未审结', breaks: [2] },
  { key: 'total', label: '总计', totalBy: 'I3' },
] as const satisfies readonly Header[];

/** Section four, alike in both editions: 15 columns over one row of data. */
export const review = defineTable({
  title: '四、行政复议、行政诉讼',
  description: '因政府信息公开工作被申请行政复议、提起行政诉讼的件数，按结果分列',
  widths: Array.from({ length: 15 }, () => 1),
  groups: [
    {
      columns: [
        { key: 'reconsideration', label: '行政复议', children: outcomes },
        {
          key: 'litigation',
          label: '行政诉讼',
          children: [
            { key: 'direct', label: '未经复议直接起诉', children: outcomes },
            { key: 'afterReconsideration', label: '复议后起诉', children: outcomes },
          ],
        },
      ],
      rows: [],
    },
  ],
});

/** C1: what is carried over is what last year carried forward, for every applicant. */
export const carryOver: readonly Roll[] = leaves<Header>(applicants).map((way) => {
  const column = way.flatMap((node) => node.key ?? []).join('.');
  const path = `requests.carriedForward.${column}`;
  return { rule: 'C1', at: `requests.carriedOver.${column}`, terms: [{ of: 'previous', path, sign: 1 }] };
});
