import type { Facts } from '../form/fact.js';
import type { Form, Wording } from '../form/form.js';

/** What both editions have in common besides their tables. */

/** The name of the report and what it is about. */
export const kind = { name: '政府信息公开工作年度报告', topic: '政府信息公开', column: '信息公开年报' } as const;

/** The six sections, with the headings of both editions so far. */
export const sections = [
  { key: 'overview', heading: '一、总体情况' },
  { key: 'disclosure', heading: '二、主动公开政府信息情况' },
  { key: 'requests', heading: '三、收到和处理政府信息公开申请情况' },
  { key: 'review', heading: '四、政府信息公开行政复议、行政诉讼情况' },
  { key: 'problems', heading: '五、存在的主要问题及改进情况' },
  { key: 'other', heading: '六、其他需要报告的事项' },
] as const satisfies Form['sections'];

/** The texts before the sections and in sections one, five and six. */
export const texts = {
  preamble: { title: '引言' },
  overview: {},
  problems: { isFresh: true, least: 10 },
  other: {},
} as const;

/** What the shipped templates tell. */
export const facts = {
  channels: {
    kind: 'list',
    title: '公开渠道及公开信息条数',
    fields: {
      name: { kind: 'text', title: '渠道' },
      count: { kind: 'count', title: '公开条数' },
      unit: { kind: 'text', title: '单位', optional: true },
    },
    example: [
      { name: '政府网站', count: 120 },
      { name: '政务微信', count: 85 },
    ],
  },
  interpretations: { kind: 'count', title: '政策解读件数', example: 6 },
  openDays: { kind: 'count', title: '政府开放日次数', example: 1 },
  consultations: { kind: 'count', title: '答复公众咨询件数', example: 120 },
  platforms: {
    kind: 'list',
    title: '政府网站和政务新媒体平台及个数',
    fields: { name: { kind: 'text', title: '平台' }, count: { kind: 'count', title: '个数' } },
    example: [
      { name: '政府网站', count: 1 },
      { name: '政务微信公众号', count: 1 },
    ],
  },
  meetings: { kind: 'count', title: '专题会议次数', example: 2 },
  training: {
    kind: 'group',
    title: '业务培训场次和人次',
    fields: { sessions: { kind: 'count', title: '场次' }, participants: { kind: 'count', title: '人次' } },
    example: { sessions: 2, participants: 60 },
  },
  assessment: { kind: 'text', title: '工作考核情况', example: '政务公开工作纳入本单位年度考核。' },
  socialReview: { kind: 'text', title: '社会评议情况', example: '通过问卷开展社会评议，总体评价良好。' },
  accountability: {
    kind: 'text',
    title: '责任追究情况',
    example: '本年度没有因违反政府信息公开规定被追究责任的情况。',
  },
  problems: {
    kind: 'texts',
    title: '存在的主要问题',
    example: ['部分信息更新还不够及时。', '政策解读的形式比较单一。'],
  },
  measures: {
    kind: 'texts',
    title: '改进情况',
    example: ['逐项明确更新时限和责任人，按月检查。', '增加图解、视频等解读形式。'],
  },
  fees: {
    kind: 'group',
    title: '信息处理费件数和金额',
    fields: { cases: { kind: 'count', title: '件数' }, amount: { kind: 'amount', title: '金额，没有单位的为元' } },
    example: { cases: 0, amount: '0' },
  },
  otherMatters: {
    kind: 'texts',
    title: '其他需要报告的事项',
    example: ['本机关没有其他需要报告的事项。'],
  },
  other: { kind: 'counts', title: '文字里要用的其他数字，名称自定', example: { 听证: 2 } },
} as const satisfies Facts;

/** Figures of both editions that seldom change much. */
export const steady = [
  { at: 'requests.received.total', name: '申请' },
  { at: 'disclosure.licensing.decisions', name: '行政许可' },
  { at: 'disclosure.penalties.decisions', name: '行政处罚' },
  { at: 'disclosure.coercion.decisions', name: '行政强制' },
] as const;

const REGULATION = '《中华人民共和国政府信息公开条例》';
const ACCURATE = `${REGULATION}第六条（准确）`;
const CONTENTS = `${REGULATION}第五十条`;
const CITATION_2021 = '国办公开办函〔2021〕30号';
const BOTH_CITATIONS = '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号';
const ACROSS_YEARS = `${ACCURATE}；${BOTH_CITATIONS}所定各项的含义`;
const MEANING_OF_TOTAL = `${BOTH_CITATIONS}（总计的含义）`;
const FEE_RULES = '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）';

/** The rules of both editions in their own words, those that only one has among them, so that they can be read in one list. */
export const wording = {
  'sum/E1': {
    formula: '第三张表各列：一 + 二 = 三（七）+ 四',
    basis: `${BOTH_CITATIONS}（表中印明的勾稽关系）`,
    example: { wrong: '新收 12，结转 1；总计 11，结转下年 1', right: '新收 12，结转 1；总计 12，结转下年 1' },
  },
  'sum/I1': {
    formula: '第三张表各列：（一）至（六）各项之和 = （七）总计',
    basis: MEANING_OF_TOTAL,
    example: { wrong: '予以公开 8，部分公开 2；总计 0', right: '予以公开 8，部分公开 2；总计 10' },
  },
  'sum/I2': {
    formula: '第三张表各行：自然人 + 五类法人或其他组织 = 总计',
    basis: MEANING_OF_TOTAL,
    example: { wrong: '自然人 9，商业企业 3；总计 9', right: '自然人 9，商业企业 3；总计 12' },
  },
  'sum/I3': {
    formula: '第四张表各组：结果维持 + 结果纠正 + 其他结果 + 尚未审结 = 总计',
    basis: MEANING_OF_TOTAL,
    example: { wrong: '结果维持 2，尚未审结 1；总计 2', right: '结果维持 2，尚未审结 1；总计 3' },
  },
  'cell/blank': { formula: '表中各格都有数值，没有的填 0', basis: `${BOTH_CITATIONS}的表格，没有的填 0` },
  'years/C1': { formula: '第三张表各列：二、上年结转 = 上年的四、结转下年度继续办理', basis: ACROSS_YEARS },
  'years/C2': {
    formula: '格式（2021年版）：现行有效件数 = 上年现行有效件数 + 本年制发件数 − 本年废止件数',
    basis: ACROSS_YEARS,
    example: { wrong: '上年现行有效 20，本年制发 3、废止 1，现行有效 23', right: '现行有效 22' },
  },
  'years/C3': {
    formula: '格式（2019年版）：上一年项目数量 = 上年的上一年项目数量 + 上年的本年增/减',
    basis: ACROSS_YEARS,
    example: { wrong: '上年报告：上一年项目数量 100，增/减 -3；本年填 100', right: '本年填 97' },
  },
  'edition/year': { formula: '报告年度在格式的施行年度之内', basis: BOTH_CITATIONS },
  'previous/year': { formula: '用来核对的上年报告是上一年度的', basis: ACROSS_YEARS },
  'previous/agency': { formula: '用来核对的上年报告是本机关的', basis: ACROSS_YEARS },
  'period/mismatch': {
    formula: '引言所写的统计期限是报告年度的 1 月 1 日至 12 月 31 日',
    basis: CONTENTS,
  },
  'author/mismatch': { formula: '引言所写的编制机关是本机关', basis: `${REGULATION}第四十九条` },
  'section/absent': { formula: '规定的各部分报告里都有', basis: `${CONTENTS}；${BOTH_CITATIONS}` },
  'section/contradicted': { formula: '写明没有的部分不再给内容', basis: ACCURATE },
  'section/parts': { formula: '格式（2021年版）：总体情况写到规定的五个方面', basis: CITATION_2021 },
  'heading/variant': { formula: '六个部分用规定的标题', basis: BOTH_CITATIONS },
  'text/too-long': { formula: '格式（2021年版）：总体情况原则上不超过 1000 字', basis: CITATION_2021 },
  'text/too-short': { formula: '第五部分写明存在的主要问题和改进情况', basis: `${CONTENTS}第四项` },
  'fees/missing': {
    formula: '格式（2021年版）：第六部分报告收取信息处理费的情况',
    basis: CITATION_2021,
    hint: '写明收了多少，没有收取的也写明；填写 facts.fees，或写在 narrative.other 里',
  },
  'fees/amount': { formula: '格式（2021年版）：信息处理费的金额是 10 元的整倍数', basis: FEE_RULES },
  'fees/unstated': {
    formula: '格式（2021年版）：写明收了多少信息处理费，不只引规定',
    basis: `${CITATION_2021}；${FEE_RULES}`,
  },
  'text/repeated': {
    formula: '第五部分不照抄上年，其他自己写的部分也不整段照抄',
    basis: CITATION_2021,
    hint: '写本年度的问题和改进情况',
  },
  'facts/unused': { formula: 'facts 里填写的事实都写进了文字', basis: CONTENTS },
} as const satisfies { readonly [code: string]: Wording };
