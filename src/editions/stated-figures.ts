import type { StatedAmount, StatedFigure, StatedSubject } from '../form/figure-words.js';
import type { Header } from '../table/spec.js';
import {
  ALL,
  CARRIED_FORWARD,
  CARRIED_OVER,
  CLOSED,
  DENIED,
  disposition,
  GRANTED,
  LITIGATION,
  NOT_PROCESSED,
  ORGANIZATIONS,
  PARTIAL,
  RECEIVED,
  RECONSIDERATION,
  REQUESTS,
  UNAVAILABLE,
} from './stated-cells.js';
import { deniedOnGrounds, notProcessedBecause, unavailableBecause } from './table-parts.js';

const isTelling = true;

const requests = (
  name: string,
  words: RegExp,
  facts: Omit<StatedSubject, 'name' | 'topic' | 'words'>,
): StatedSubject => ({
  name,
  topic: REQUESTS,
  words,
  ...facts,
});

const WORDS_OF_REASONS: { readonly [key: string]: RegExp } = {
  stateSecret: /国家秘密/u,
  forbiddenByLaw: /其他法律(?:、)?(?:行政)?法规禁止公开|法律(?:、)?(?:行政)?法规禁止公开/u,
  securityAndStability: /危及(?:□+|三安全一稳定)/u,
  thirdParty: /(?:保护|损害|侵害)?第三方(?:的)?(?:合法)?(?:权益|利益)?(?!评估|机构|平台|服务|测评|公司|单位|监测)/u,
  internalAffairs: /(?:三类)?内部(?:事务(?:性)?(?:信息)?|管理(?:性)?信息)/u,
  processInformation: /(?:四类)?过程性信息/u,
  enforcementFile: /(?:行政)?执法案卷/u,
  administrativeInquiry: /行政查询(?:事项)?/u,
  notHeld: /(?:本机关|本行政机关|我局|本单位)?(?:不|未)掌握(?:(?:相关|该|所申请)?(?:政府)?信息)?|信息不存在/u,
  needsCreation: /没有现成(?:的)?信息(?:、|，)?(?:需要?另行制作)?|需要?另行制作/u,
  stillUnclear: /补正后(?:申请内容)?仍不明确/u,
  petition: /信访(?:、)?举报(?:、)?投诉类?(?:申请)?|信访投诉举报类?(?:申请)?|信访(?:、?(?:举报|投诉))?类(?:申请)?/u,
  repeated: /(?<!大量)重复申请/u,
  publication: /(?:要求提供)?公开出版物/u,
  excessive: /(?:无正当理由)?大量反复申请/u,
  reconfirmation: /确认或(?:者)?重新出具(?:已获取(?:的)?(?:政府)?信息)?/u,
};

const reasons = (part: string, rows: readonly Header[]): readonly StatedSubject[] =>
  rows.flatMap(({ key = '', label }) => {
    const words = WORDS_OF_REASONS[key];
    return words
      ? requests(label.replace(/^\d+\./u, ''), words, { paths: [disposition(`${part}.${key}`)], isTelling })
      : [];
  });

const APPLICANTS: readonly (readonly [name: string, words: RegExp, columns: readonly string[]])[] = [
  ['自然人申请', /自然人|公民(?!、)|个人(?!信息|隐私)/u, ['naturalPerson']],
  [
    '法人或其他组织申请',
    /法人(?:或|和|及|、)(?:者)?其他组织|法人(?!或|和|及|、|其他)|企业等(?:法人|单位|组织|市场主体)/u,
    ORGANIZATIONS,
  ],
  ['商业企业申请', /商业企业|企业(?!和|及|等|或|与|、|法人|单位|组织|事业|群众|名录|信用)/u, ['organization.business']],
  ['科研机构申请', /科研机构/u, ['organization.research']],
  ['社会公益组织申请', /(?:社会)?公益组织/u, ['organization.charity']],
  ['法律服务机构申请', /法律服务机构/u, ['organization.legalService']],
];

/** Rows and columns of the request table that sentences tell of. */
const requestFigures: readonly StatedSubject[] = [
  requests('新收申请', /(?:本年(?:度)?)?新收(?:到)?(?:的)?/u, {
    paths: RECEIVED,
    mayInclude: CARRIED_OVER,
    whole: 'all',
    isTelling,
  }),
  requests('新收申请', /收到/u, { paths: RECEIVED, mayInclude: CARRIED_OVER, whole: 'all', isGeneral: true }),
  requests('受理申请', /受理|接收|接到|收办|收悉|(?<=^|[，、共年已均])登记|办理(?!结果|完|答)|(?:一?共|累计)处理/u, {
    paths: RECEIVED,
    or: [ALL, CLOSED],
    mayInclude: CARRIED_OVER,
    whole: 'all',
    isGeneral: true,
  }),
  { name: '申请', topic: REQUESTS, paths: RECEIVED, or: [ALL, CLOSED], whole: 'all', isGeneral: true },
  requests(
    '办结申请',
    /办结|(?:已|均|全部|完成|共|按期|按时|依法|予以|及时|全年|累计|[期时]限?内|工作日内|书面|收到并|受理并|^)答复|办复|办理完毕|办理完成|处理完毕|办理答复|作出答复|已?办理答复|回复/u,
    {
      paths: CLOSED,
      or: [
        [...RECEIVED, '-requests.carriedForward.total'],
        [...GRANTED, ...PARTIAL, ...DENIED, ...UNAVAILABLE, ...NOT_PROCESSED],
        [...GRANTED, ...PARTIAL, ...DENIED, ...UNAVAILABLE],
      ],
      whole: 'done',
      isGeneral: true,
    },
  ),
  requests(
    '上年结转',
    /(?:[上去前]一?年度?|\d{4}年(?:度|底|末)?|往年)(?:的)?(?:未办结)?(?:结转(?!至|到|入|下)|转入|转接|遗留)(?:的)?|结转自?上一?年度?|上年未办结|承接上一?年度?(?:的)?/u,
    {
      paths: CARRIED_OVER,
      isTelling,
    },
  ),
  requests(
    '结转下年度',
    /结转(?:至|到|入)?(?:下|次|明|\d{4})(?:一)?年?(?:度)?(?:继续)?(?:办理|答复)?|结转(?:办理|的|$)|转(?:至|到|入)?(?:下|次|\d{4})一?年度?(?:继续)?(?:办理|答复)?|顺延|延(?:至|到|续)(?:至|到)?(?:下|次|\d{4})一?年?度?|跨年度?(?:办理|结转)|(?:尚在|正在|仍在|还在)(?:办理|处理|(?:法定|规定)?(?:的)?(?:办理|答复|处理)?[期时]限)|(?:尚未|未)办结/u,
    { paths: CARRIED_FORWARD, isTelling },
  ),
  requests('结转', /结转/u, { paths: CARRIED_FORWARD, or: [CARRIED_OVER] }),
  requests(
    '予以公开',
    /(?<!不)(?:予以|同意|准予|予)公开|(?:^|[，、；：中]|已|全部)公开(?=$|的?$|(?:和|及|与|或|、)(?:予以)?部分)|全部公开/u,
    {
      paths: GRANTED,
      mayInclude: PARTIAL,
      isTelling,
    },
  ),
  requests('部分公开', /部分(?:予以)?公开/u, { paths: PARTIAL, isTelling }),
  requests('不予公开', /不予(?:以)?公开|不同意公开/u, { paths: DENIED, isTelling }),
  requests('无法提供', /无法(?:予以)?提供/u, { paths: UNAVAILABLE, isTelling }),
  requests('不予处理', /不予(?:以)?处理/u, { paths: NOT_PROCESSED, isTelling }),
  ...reasons('denied', deniedOnGrounds),
  ...reasons('unavailable', unavailableBecause),
  ...reasons('notProcessed', notProcessedBecause),
  requests('其他组织申请', /(?<!法人(?:或|和|及|、)(?:者)?)其他(?:类)?组织/u, {
    paths: RECEIVED,
    columns: ORGANIZATIONS,
    orColumns: ['organization.other'],
  }),
  ...APPLICANTS.map(([name, words, columns]) => requests(name, words, { paths: RECEIVED, or: [ALL, CLOSED], columns })),
];

/** The amount in the table of what was disclosed, in the current edition. */
export const statedAmounts: readonly StatedAmount[] = [
  { name: '行政事业性收费', thing: /行政事业性收费/u, path: 'disclosure.fees.amount', unit: '万元' },
];

/** （六）其他处理: one row in one edition, several in the other. */
export const statedOtherwise = (rows: readonly string[]): readonly StatedFigure[] => [
  ...(rows.length > 1
    ? [
        requests('逾期不补正', /(?:申请人)?(?:无正当理由)?逾期不补正(?:的)?/u, {
          paths: [disposition('otherwise.notCorrected')],
          isTelling,
        }),
        requests('逾期未缴费', /逾期(?:未|不)(?:按[^，。]{0,10})?[缴交]纳?(?:费用?)?(?:的)?/u, {
          paths: [disposition('otherwise.feeUnpaid')],
          isTelling,
        }),
      ]
    : []),
  requests('其他处理', /(?:其他|其它)(?:方式)?处理(?:方式)?|(?<=[、，])(?:其他|其它)情形/u, {
    paths: rows.map((row) => disposition(`otherwise${row}`)),
  }),
];

const OUTCOMES: readonly (readonly [name: string, words: RegExp, key: string])[] = [
  ['结果维持', /(?:结果|予以|被|获)?维持/u, 'upheld'],
  ['结果纠正', /(?:结果|予以|被)?纠[正错]|被?撤销|(?:被)?确认违法|责令(?:重新|限期)?(?:答复|履行)/u, 'corrected'],
  ['其他结果', /其[他它]结果/u, 'other'],
  ['尚未审结', /(?:尚|仍)?未审结|(?:尚|仍|正)在审理|未结案/u, 'pending'],
];

/** Outcomes of what is closed. */
const CLOSED_OUTCOMES = ['upheld', 'corrected', 'other'] as const;

const LITIGATIONS = ['litigation.direct', 'litigation.afterReconsideration'];

/** Outcomes that are told behind one kind of suits may be those of all suits: 其中直接起诉3件、复议后起诉3件，维持4件. */
function outcomesOf(name: string, topic: RegExp, groups: readonly string[]): readonly StatedSubject[] {
  const pathsIn = (all: readonly string[], key: string) => all.map((group) => `review.${group}.${key}`);
  const isOfSuits = groups.every((group) => LITIGATIONS.includes(group));
  const isKindOfSuits = isOfSuits && groups.length < LITIGATIONS.length;
  return [
    { name, topic, paths: pathsIn(groups, 'total'), whole: 'all' },
    {
      name: `${name}审结`,
      topic,
      words: /(?<!未|尚未)(?:审结|结案|办结)/u,
      paths: CLOSED_OUTCOMES.flatMap((key) => pathsIn(groups, key)),
      or: [
        pathsIn(groups, 'total'),
        ...(isKindOfSuits ? [CLOSED_OUTCOMES.flatMap((key) => pathsIn(LITIGATIONS, key))] : []),
      ],
      whole: 'done',
    },
    ...OUTCOMES.map(([outcome, words, key]) => ({
      name: `${name}${outcome}`,
      topic,
      // Suits are lost, reviews are not: 复议纠错1件，败诉0件.
      words: isOfSuits && key === 'corrected' ? new RegExp(`${words.source}|败诉`, 'u') : words,
      paths: pathsIn(groups, key),
      ...(isKindOfSuits && { or: [pathsIn(LITIGATIONS, key)] }),
    })),
  ];
}

const DIRECT =
  /(?:未经(?:行政)?复议)?(?:而)?直接(?:起诉|提起(?:的)?(?:行政)?诉讼|诉讼)(?:的(?:政府信息公开)?行政诉讼(?:案件)?)?/u;
const AFTER_REVIEW =
  /(?:经)?(?:行政)?复议后(?:再)?(?:提起)?(?:的)?(?:起诉|(?:行政)?诉讼)(?:的(?:政府信息公开)?行政诉讼(?:案件)?)?/u;

/** Reviews and suits of section four. */
const reviewFigures: readonly StatedSubject[] = [
  ...outcomesOf('未经复议直接起诉', DIRECT, ['litigation.direct']),
  ...outcomesOf('复议后起诉', AFTER_REVIEW, ['litigation.afterReconsideration']),
  ...outcomesOf('行政复议', RECONSIDERATION, ['reconsideration']),
  ...outcomesOf('行政诉讼', LITIGATION, LITIGATIONS),
];

/** Figures of the review and request tables that texts state, in both editions: the more specific things first. */
export const statedRequests: readonly StatedFigure[] = [...reviewFigures, ...requestFigures];
