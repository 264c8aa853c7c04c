import type { Header } from '../table/spec.js';
import { deniedOnGrounds, notProcessedBecause, unavailableBecause } from './table-parts.js';

// The cells that texts speak of, and the words for what they count: for stated figures and for claims alike.

export const disposition = (row: string): string => `requests.disposition.${row}.total`;
const rowsOf = (part: string, rows: readonly Header[]): readonly string[] =>
  rows.map(({ key }) => disposition(`${part}.${key}`));

export const RECEIVED = ['requests.received.total'];
export const CARRIED_OVER = ['requests.carriedOver.total'];
export const ALL = [...RECEIVED, ...CARRIED_OVER];
export const CARRIED_FORWARD = ['requests.carriedForward.total'];
export const CLOSED = [disposition('total')];
export const GRANTED = [disposition('granted')];
export const PARTIAL = [disposition('partial')];
export const DENIED = rowsOf('denied', deniedOnGrounds);
export const UNAVAILABLE = rowsOf('unavailable', unavailableBecause);
export const NOT_PROCESSED = rowsOf('notProcessed', notProcessedBecause);
export const ORGANIZATIONS = ['business', 'research', 'charity', 'legalService', 'other'].map(
  (key) => `organization.${key}`,
);

/** Applications for information, not those for a licence, a review or anything else. */
export const REQUESTS =
  /申请公开(?:的)?(?:政府)?信息|依申请公开|申请人(?=中|情况|类型|类别|身份|构成|均|全|都|皆|是|看|来看|角度)|(?<!驳回|撤回|中止|终止)申请(?!人|表|书|材料|方式|渠道|流程|条件|事项)/u;

export const RECONSIDERATION = /(?<!驳回[^，。；]{0,6})(?:行政)?复议(?:申请|案件|案)?(?!委员会|机关|机构|法|决定书)/u;
/** 驳回诉讼请求 is an outcome, and no suit. */
export const LITIGATION = /(?<!驳回[^，。；]{0,6})(?:行政)?诉讼(?:案件|案|请求)?(?!法|费)|行政应诉(?:案件)?/u;
