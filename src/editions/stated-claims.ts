import type { StatedClaim, StatedRate } from '../form/figure-words.js';
import {
  ALL,
  CARRIED_FORWARD,
  CLOSED,
  DENIED,
  LITIGATION,
  NOT_PROCESSED,
  ORGANIZATIONS,
  PARTIAL,
  RECEIVED,
  RECONSIDERATION,
  REQUESTS,
  UNAVAILABLE,
} from './stated-cells.js';

const NOT_GRANTED = [...PARTIAL, ...DENIED, ...UNAVAILABLE, ...NOT_PROCESSED];
const OR_IN_PART = '(?:或者?|和|及|、|与)(?:予以)?部分';
/** Of one, what is said is said of all: 收到1件，已予公开. */
const ALL_OF = '(?:均|全部|全都|都|一律|悉数|(?<=，)已(?!公开|全|均|都|一律))';
const DONE = '(?:办结|办复|答复|办理完[毕成结]|处理完[毕成]|办理答复|回复|完成办理|完成答复|办理到位)';

/** 均在法定期限内答复: that none was late, also where some are not due yet; 均已按时答复 says that all are done. */
const IN_TIME = '[^，。；已]{0,8}(?:按时|按期|如期|及时|[期时]限?内|日内)[^，。；已]{0,6}(?:答复|回复|办理)(?!完|结)';

const claim = (
  name: string,
  topic: RegExp,
  words: RegExp,
  of: StatedClaim['of'],
  zero: readonly string[],
): StatedClaim => ({
  name,
  topic,
  words,
  of,
  zero,
});

const organizations = ORGANIZATIONS.map((key) => `requests.received.${key}`);

/** Words that say that there is nothing else. */
export const claims: readonly StatedClaim[] = [
  claim(
    '结转下年度',
    REQUESTS,
    new RegExp(
      `${ALL_OF}(?![^，。]{0,6}(?:超期|逾期))(?!${IN_TIME})[^，。；]{0,16}${DONE}(?!率|或|(?:和|及|、|并)?(?:依法)?结转)`,
      'u',
    ),
    ['all'],
    CARRIED_FORWARD,
  ),
  claim(
    '没有予以公开的申请',
    REQUESTS,
    new RegExp(
      `${ALL_OF}(?:[^，。；不未]{0,8}(?:予以|同意|予|准予)公开(?!答复)|(?:已|依法)*公开(?!透明|在))(?!${OR_IN_PART})`,
      'u',
    ),
    ['all', 'done'],
    NOT_GRANTED,
  ),
  claim(
    '没有公开的申请',
    REQUESTS,
    new RegExp(`${ALL_OF}[^，。；不未]{0,8}公开${OR_IN_PART}`, 'u'),
    ['all', 'done'],
    [...DENIED, ...UNAVAILABLE, ...NOT_PROCESSED],
  ),
  claim(
    '法人或其他组织的申请',
    REQUESTS,
    /(?:均|全部)[^，。；]{0,6}(?:为|是|由|系|来自)(?:自然人|公民(?!、)|个人)/u,
    ['all'],
    organizations,
  ),
  claim(
    '自然人的申请',
    REQUESTS,
    /(?:均|全部)[^，。；]{0,6}(?:为|是|由|系|来自)(?:法人|企业)/u,
    ['all'],
    ['requests.received.naturalPerson'],
  ),
  ...(
    [
      ['行政复议', RECONSIDERATION, ['reconsideration']],
      ['行政诉讼', LITIGATION, ['litigation.direct', 'litigation.afterReconsideration']],
    ] as const
  ).flatMap(([name, topic, groups]) => [
    claim(
      `${name}维持以外的结果`,
      topic,
      /(?:均|全部|都)[^，。；]{0,10}(?:维持|胜诉)/u,
      ['all'],
      groups.flatMap((group) => ['corrected', 'other', 'pending'].map((key) => `review.${group}.${key}`)),
    ),
    claim(
      `${name}结果纠正`,
      topic,
      /无一(?:件|例|起)?[^，。；]{0,4}(?:败诉|纠正|撤销|纠错)|(?:均|都)(?:未|没有|无)[^，。；]{0,4}(?:败诉|纠正|撤销)/u,
      ['all'],
      groups.map((group) => `review.${group}.corrected`),
    ),
    claim(
      `${name}尚未审结`,
      topic,
      /(?:均|全部|都)[^，。；]{0,6}(?<!未)(?:审结|结案)/u,
      ['all'],
      groups.map((group) => `review.${group}.pending`),
    ),
    claim(
      `${name}尚未审结以外的结果`,
      topic,
      /(?:均|全部|都)[^，。；]{0,6}(?:未审结|在审理|审理中)/u,
      ['all'],
      groups.flatMap((group) => ['upheld', 'corrected', 'other'].map((key) => `review.${group}.${key}`)),
    ),
  ]),
];

const ratesOf = (part: readonly string[], wholes: readonly (readonly string[])[]) =>
  wholes.map((whole) => ({ part, whole }));

/** Rates that follow from the tables. */
export const rates: readonly StatedRate[] = [
  {
    name: '办结率',
    topic: REQUESTS,
    words:
      /(?<!按时|按期|及时|限期|如期|[期时]限内|期内|日内|时间内|依法|规范|当场|提前|法定|书面|延期)(?:办结|办复|答复|回复)率/u,
    of: [
      ...ratesOf(CLOSED, [ALL, RECEIVED]),
      { part: [...RECEIVED, '-requests.carriedForward.total'], whole: RECEIVED },
    ],
  },
  {
    name: '复议维持率',
    topic: RECONSIDERATION,
    words: /维持率/u,
    of: ratesOf(
      ['review.reconsideration.upheld'],
      [['review.reconsideration.total'], ['review.reconsideration.total', '-review.reconsideration.pending']],
    ),
  },
  {
    name: '复议纠正率',
    topic: RECONSIDERATION,
    words: /纠[正错]率/u,
    of: ratesOf(
      ['review.reconsideration.corrected'],
      [['review.reconsideration.total'], ['review.reconsideration.total', '-review.reconsideration.pending']],
    ),
  },
];
