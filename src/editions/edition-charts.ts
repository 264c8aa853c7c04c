import type { FormBar, FormChart } from '../form/chart.js';
import {
  CARRIED_FORWARD,
  CARRIED_OVER,
  CLOSED,
  DENIED,
  disposition,
  GRANTED,
  NOT_PROCESSED,
  PARTIAL,
  RECEIVED,
  UNAVAILABLE,
} from './stated-cells.js';

const APPLICANTS = [
  ['自然人', 'naturalPerson'],
  ['商业企业', 'organization.business'],
  ['科研机构', 'organization.research'],
  ['社会公益组织', 'organization.charity'],
  ['法律服务机构', 'organization.legalService'],
  ['其他组织', 'organization.other'],
] as const;

const RESULTS = [
  ['结果维持', 'upheld'],
  ['结果纠正', 'corrected'],
  ['其他结果', 'other'],
  ['尚未审结', 'pending'],
] as const;

const LITIGATION = ['litigation.direct', 'litigation.afterReconsideration'];

const disputes = (name: string, groups: readonly string[]): readonly FormBar[] =>
  RESULTS.map(([result, key]) => ({
    name: `${name}：${result}`,
    of: groups.map((group) => `review.${group}.${key}`),
  }));

/**
 * What of an edition is drawn where reports are compared.
 *
 * @param otherwise where the rows of （六）其他处理 lie, below it
 */
export const editionCharts = (otherwise: readonly string[]): readonly FormChart[] => [
  {
    title: '申请的收到和办理',
    unit: '件',
    bars: [
      { name: '本年新收', of: RECEIVED },
      { name: '上年结转', of: CARRIED_OVER },
      { name: '本年办结', of: CLOSED },
      { name: '结转下年', of: CARRIED_FORWARD },
    ],
  },
  {
    title: '申请的办理结果',
    unit: '件',
    bars: [
      { name: '予以公开', of: GRANTED },
      { name: '部分公开', of: PARTIAL },
      { name: '不予公开', of: DENIED },
      { name: '无法提供', of: UNAVAILABLE },
      { name: '不予处理', of: NOT_PROCESSED },
      { name: '其他处理', of: otherwise.map((row) => disposition(`otherwise${row}`)) },
    ],
  },
  {
    title: '新收申请的申请人',
    unit: '件',
    bars: APPLICANTS.map(([name, key]) => ({ name, of: [`requests.received.${key}`] })),
  },
  {
    title: '行政复议和行政诉讼',
    unit: '件',
    bars: [...disputes('复议', ['reconsideration']), ...disputes('诉讼', LITIGATION)],
  },
];
