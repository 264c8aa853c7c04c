import { NUMERAL, type StatedFigure } from '../form/rolls.js';
import type { Header } from '../table/spec.js';
import { deniedOnGrounds, notProcessedBecause, unavailableBecause } from './table-parts.js';

const totals = (part: string, rows: readonly Header[]): readonly string[] =>
  rows.map(({ key }) => `requests.disposition.${part}.${key}.total`);

/** A numeral that follows a name closely: no other numeral and no stop between them. */
const stated = (before: string): RegExp => new RegExp(`${before}[^。；，、（）\\d]{0,8}?${NUMERAL}件`, 'gu');

/** Figures of the request and review tables that texts state, in both editions. */
export const statedRequests: readonly StatedFigure[] = [
  {
    name: '新收申请',
    pattern: new RegExp(`(?:收到|新收|受理)(?:[^。；，、（）\\d]{0,18}?信息公开|各类)?申请${NUMERAL}件`, 'gu'),
    paths: ['requests.received.total'],
  },
  { name: '上年结转', pattern: stated('上年度?结转'), paths: ['requests.carriedOver.total'] },
  { name: '结转下年度', pattern: stated('结转(?:至|到)?下年度?'), paths: ['requests.carriedForward.total'] },
  { name: '予以公开', pattern: stated('(?<!不)予以公开'), paths: ['requests.disposition.granted.total'] },
  { name: '部分公开', pattern: stated('部分公开'), paths: ['requests.disposition.partial.total'] },
  { name: '不予公开', pattern: stated('不予公开'), paths: totals('denied', deniedOnGrounds) },
  { name: '无法提供', pattern: stated('无法提供'), paths: totals('unavailable', unavailableBecause) },
  { name: '不予处理', pattern: stated('不予处理'), paths: totals('notProcessed', notProcessedBecause) },
  { name: '行政复议', pattern: stated('行政复议(?:案件)?'), paths: ['review.reconsideration.total'] },
  {
    name: '行政诉讼',
    pattern: stated('行政诉讼(?:案件)?'),
    paths: ['review.litigation.direct.total', 'review.litigation.afterReconsideration.total'],
  },
];

/** Figures of the disclosure table that texts state, in both editions. */
export const statedDecisions: readonly StatedFigure[] = [
  { name: '行政许可', pattern: stated('行政许可(?!申请|事项)(?:决定)?'), paths: ['disclosure.licensing.decisions'] },
  { name: '行政处罚', pattern: stated('行政处罚(?!听证|事项)(?:决定)?'), paths: ['disclosure.penalties.decisions'] },
  { name: '行政强制', pattern: stated('行政强制(?:决定)?'), paths: ['disclosure.coercion.decisions'] },
];
