import { matchesOf } from '../characters/matches.js';
import type { PassageFacts } from '../diagnostics/catalogue/passage-facts.js';
import { goesOn } from './page-lines.js';
import { failureIn, type Passage, passagesByText, signsOf } from './passages.js';
import { type Failure, type Rule, type Subject, verdicts } from './rule.js';

/** A way in which a number or its unit goes wrong; the words at fault are the first group, or all that matches. */
interface Slip {
  /** What a text has where it may go wrong in this way: quickly looked for. */
  readonly sign: RegExp;
  readonly pattern: RegExp;
  readonly cause: PassageFacts['text/unit']['cause'];
  readonly hint: string;
}

const MEASURE = '条|件|篇|份|个|次|人次|期|场|起|项|户|家|名|人|部|幅|处|例|批|册|宗';
const END = '(?=[，。；、：（）]|$)';
const NUMBER = '\\d+(?:,\\d{3})*(?:\\.\\d+)?';
const THINGS =
  '信息|动态|资质|公告|通知|留言|稿件|咨询|解读|数据|推文|图文|视频|微博|微信|文章|资料|材料|问卷|参训人员|参会人员';
const DONE = '公开|发布|制发|收到|新收|受理|办理|答复|推送|转载|新增|更新|办结';

/** A measure without a number before it, and a number without a unit behind it. */
const BARE = /[条件篇份次](?=[，。；、：（）\n]|$)(?<=[^\d余多几两数][条件篇份次])/u;
const OPEN = /\d(?:[，。；、）\n]|$)/u;

const SLIPS: readonly Slip[] = [
  {
    sign: /[量数][\p{Script=Han}]{0,4}\d+\.\d+[，。；]/u,
    pattern:
      /(?:阅读|浏览|点击|访问|转发|粉丝)(?:总?量|总?数)(?:共|共计|累计|达到?|为|超过?|近|约)*\d+\.\d+(?=[，。；])/gu,
    cause: 'without-unit',
    hint: '补上万、次这样的单位',
  },
  {
    sign: /\d(?:条[篇件份]|篇[条件份]|件[条篇份]|份[条篇件])/u,
    pattern: new RegExp(`${NUMBER}余?(?:条[篇份]|篇[条件份]|件[条篇份]|份[条篇件])${END}`, 'gu'),
    cause: 'wrong-unit',
    hint: '单位写了两个，删去一个',
  },
  {
    sign: /粉丝|关注|访问|点击|浏览|阅读/u,
    pattern: new RegExp(
      `(?:粉丝|关注)(?:量|数|数量|人数|总数)?(?:共|达到?|为|突破|超过?|有)*${NUMBER}[万亿]?余?(?:条|件|篇|期|份|元)${END}`,
      'gu',
    ),
    cause: 'wrong-unit',
    hint: '粉丝、关注用人、个',
  },
  {
    sign: /(?:会|班|培训|活动|讲座)\d/u,
    pattern: new RegExp(
      `(?:召开|举办|组织|开展|举行|(?<![^，。；])(?:全年|共|累计))[\\p{Script=Han}]{0,14}(?:会|会议|培训|培训班|讲座|活动)${NUMBER}(?=[，。；]|$)`,
      'gu',
    ),
    cause: 'without-unit',
    hint: '会议、培训用次、场、期',
  },
  {
    sign: /处理费[万]?元/u,
    pattern: new RegExp(
      `(?:收取|收|缴纳|征收)[\\p{Script=Han}]{0,10}(?:费|费用|收入)(?:共|共计|合计|金额)?万?元${END}`,
      'gu',
    ),
    cause: 'without-number',
    hint: '补上金额',
  },
  {
    sign: /(?:电话|邮编|邮政编码|地址|传真|邮箱)[：:]/u,
    pattern: /(?:联系电话|电话|邮编|邮政编码|联系地址|地址|传真|电子邮箱|邮箱)[：:][ \u3000]*(?=[，。；）)]|$)/gu,
    cause: 'empty',
    hint: '补上内容，或删去这一项',
  },
  {
    sign: /余/u,
    pattern: new RegExp(`(?<![\\d.])\\d*[1-9]余(?:${MEASURE})`, 'gu'),
    cause: 'exact-and-more',
    hint: '写确数的去掉“余”；说约数的写整十、整百',
  },
  {
    sign: BARE,
    pattern: new RegExp(
      `(?=[共累合条篇份次件人])(?<=${THINGS})(?:共|共计|累计|合计)?(?:条|篇|份|次|件|人次)${END}`,
      'gu',
    ),
    cause: 'number-before',
    hint: '补上数字',
  },
  {
    sign: BARE,
    pattern: new RegExp(
      `(?=[公发制收新受办答推转增更条篇份件次人])(?<=共计|累计|合计|总计|[，。；]共)(?:${DONE})?(?:条|篇|份|件|次|人次)${END}`,
      'gu',
    ),
    cause: 'number-before',
    hint: '补上数字',
  },
  {
    sign: BARE,
    pattern: new RegExp(`(?=[条篇份])(?<=公开|发布|制发|推送|转载|更新|收到|新收)(?:条|篇|份)${END}`, 'gu'),
    cause: 'number-before',
    hint: '补上数字',
  },
  {
    sign: /[ \u3000][条件篇份次人场期起元万个]/u,
    pattern: new RegExp(
      `(?=[ \\u3000])(?<=[\\p{Script=Han}])[ \\u3000]+(?:条|件|篇|份|次|人次|场|期|起|元|万元|个)${END}`,
      'gu',
    ),
    cause: 'number-before',
    hint: '补上数字',
  },
  {
    sign: OPEN,
    pattern: new RegExp(
      `(?:费|费用|金额|收费|资金|经费|收取|收入)(?:共|共计|合计|总计|累计|总额)?(?:为|是|计)?[ ]*(?<![\\d.])${NUMBER}(?=[，。；、）]|$)`,
      'gu',
    ),
    cause: 'without-unit',
    hint: '补上元或万元',
  },
  {
    sign: OPEN,
    pattern: new RegExp(
      `(?:${DONE})[\\p{Script=Han}]{0,14}(?:申请|信息|文件|公告|复议|诉讼|留言|咨询|提案|建议|数据|案件|稿件|推文|解读|图解|动态|文章|视频)(?:共|共计|累计|总数为?|数量为?)?[ ]*(?<![\\d.])${NUMBER}(?=[，。；]|$)`,
      'gu',
    ),
    cause: 'without-unit',
    hint: '补上件、条这样的单位',
  },
  {
    sign: /[训议座会日班动共]\d/u,
    pattern: new RegExp(
      `(?:召开|举办|组织|开展|举行)[\\p{Script=Han}]{0,10}(?:培训|会议|讲座|发布会|座谈会|推进会|开放日|培训班)(?:活动|会|共)?${NUMBER}(?:条|件|元|篇|份)`,
      'gu',
    ),
    cause: 'wrong-unit',
    hint: '会议、培训用次、场、期',
  },
  {
    sign: /申请\d/u,
    pattern: new RegExp(`(?:信息公开申请|[收新]到?申请|处理费申请)${NUMBER}(?:元|万元|人次|场|篇|期|次)`, 'gu'),
    cause: 'wrong-unit',
    hint: '申请用件',
  },
  {
    sign: /申请件/u,
    pattern: new RegExp(
      `(?=申)(?<=(?:收到|受理|接收|新收|接到)(?:政府信息公开|信息公开|依申请公开)?)申请件${END}`,
      'gu',
    ),
    cause: 'without-number',
    hint: '补上数字',
  },
  {
    sign: /\d(?:个月|个人|人(?!次)|公里|小时)/u,
    pattern: new RegExp(
      `(?:(?:收到|受理|接收|新收|接到)[\\p{Script=Han}]{0,10}申请|(?:公开|公示|发布|作出)[\\p{Script=Han}]{0,6}(?:行政许可|行政处罚|行政强制)(?:决定|信息|结果)?|(?:公开|发布|更新)(?:政府|政务|工作)?信息)(?:共|共计)?${NUMBER}(?:个月|个人|人|公里|小时)${END}`,
      'gu',
    ),
    cause: 'wrong-unit',
    hint: '申请用件，信息用条',
  },
  {
    sign: /参训|参会|培训/u,
    pattern: new RegExp(`(?:参训|参会|培训)(?:人员|干部)${NUMBER}余?(?:条|件|场|期|篇|元)`, 'gu'),
    cause: 'wrong-unit',
    hint: '人用人次、名',
  },
];

/** Each sign once: several slips have the same. */
const SIGNS = [...new Set(SLIPS.map(({ sign }) => sign))];

function slipsIn(passage: Passage, next: Passage | undefined, signs: readonly RegExp[]): readonly Failure[] {
  const slips = SLIPS.filter(({ sign }) => signs.includes(sign));
  // The next line of a page may have what seems to be missing at the end of one.
  const seen = new Set<number>(goesOn(passage, next) ? [passage.text.trimEnd().length] : []);
  return slips.flatMap(({ pattern, cause, hint }) =>
    matchesOf(pattern, passage.text).flatMap(({ 0: words, index }) => {
      const end = index + words.length;
      if (seen.has(end)) return [];
      seen.add(end);
      return [failureIn('text/unit', passage, [index, end], { cause, given: words.trim(), remedy: hint })];
    }),
  );
}

function check(subject: Subject): readonly Failure[] {
  const signed = signsOf(subject, SIGNS);
  if (signed.size === 0) return [];
  return passagesByText(subject).flatMap((text) =>
    text.flatMap((passage, i) => {
      const signs = signed.get(passage);
      return signs ? slipsIn(passage, text[i + 1], signs) : [];
    }),
  );
}

/** Rules on numbers and their units. */
export const unitRules: readonly Rule[] = [
  {
    code: 'text/unit',
    severity: 'warning',
    formula: '数字和单位齐全、相配，确数后面不说“余”',
    basis: 'GB/T 15835—2011，《中华人民共和国政府信息公开条例》第六条',
    hint: '补上数字或单位',
    example: { wrong: '全年公开信息205余条。', right: '全年公开信息205条。' },
    check: (subject) => verdicts(check(subject)),
  },
];
