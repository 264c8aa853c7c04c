import { chineseNumber } from '../characters/chinese-number.js';
import { matchesOf } from '../characters/matches.js';
import type { PassageFacts } from '../diagnostics/catalogue/passage-facts.js';
import type { Form } from '../form/form.js';
import { PREAMBLE } from '../form/preamble.js';
import { once } from '../memo/once.js';
import { clauseStart, sentencesOf } from '../statements/sentences.js';
import { failureIn, hasSign, type Passage, passagesWith } from './passages.js';
import { type Failure, type Rule, type Subject, verdicts } from './rule.js';
import { statedPeriods } from './stated-period.js';

/** How sentences begin that state their year: 2020年，…  2020年全市共…  （一）主动公开情况。2020年我局… */
const LEAD = '\\s*(?:（[一二三四五六七八九十]+）|[一二三四五六七八九十]是|\\d{1,2}[.．、])?\\s*';
/** What was to be mended, before what was done about it: 针对上一年度存在的问题，… */
const REMEDY = /^\s*(?:针对|对照|围绕)(?:上一?年度?|去年)[^，。；]{0,20}(?:问题|不足|短板|弱项)[^，。；]{0,8}，/u;
/** In digits, or in Chinese ones: 二〇二四. */
const YEAR = '\\d{4}|[〇○零一二三四五六七八九]{4}';
const TOLD_YEAR = new RegExp(
  `^${LEAD}(?:在|全年（)?(${YEAR})\\s*年(?:度)?(?=[，,）]|全年|全[省市区州县旗镇乡]|共|累计|[我本]|以来|新增|新开|新设|制作|[\\p{Script=Han}]{2,14}(?:[局委厅办]共|机关(?:共)?(?:受理|收到|接收)))`,
  'u',
);
/** The year after who speaks: 我局2020年共收到… */
const AFTER_AGENCY =
  /^\s*(?:[我本](?:局|委|厅|办|县|市|区|镇|乡|街道|单位|机关|院|中心)|全[省市区州县旗镇乡])(\d{4})\s*年(?:度)?(?=共|全年|累计|主动|新收|收到|受理|制发|，共)/u;
const COMPARED =
  /比|较|以来|同期|(?:上年|上一年|去年)(?!度?(?:的)?(?:结转|转入|未办结))|对照|年度报告|考核|评估|自\d{4}年|\d{4}年度?(?:的)?(?:结转|转入)|截至|起[，施实]|以后|前后|五年|规划|第一/u;
/** What is told as done. */
const DONE =
  /共(?:收到|受理|公开|发布|办理|制发|主动|答复|新收)|(?:收到|受理|公开|发布|办理|制发|答复|新收)[^，。；]{0,20}\d+(?:\.\d+)?[万余]*[条件份篇]|全年|累计/u;
/** What only the year of a report is counted by. */
const COUNTED = /(?:收到|新收|公开|受理|办理)[^，。；\d]{0,12}\d+[条件宗起]/u;
const PLANNED = /将|计划|拟|打算|下一步|要/u;

/** What was reached, and still falls short: 虽取得一定成效，但…. */
const FELL_SHORT = /(?:虽然?|尽管)[^，。；]{0,12}取得/u;
/** What is planned besides is told behind its own year. */
const THEN = /[，；](?:明年|下一?步|今后|下一?年度?).*$/u;

function isDone(sentence: string): boolean {
  const said = sentence.replace(THEN, '');
  return (DONE.test(said) || FELL_SHORT.test(said)) && !PLANNED.test(said);
}

/** How far from a year the words may stand that say why it is another one: more than sentences have. */
const LONGEST = 500;

/** What has no year need not be looked at. */
const SIGN = /[\d〇○零一二三四五六七八九]\s*年/u;

type Facts = PassageFacts['text/wrong-year'];

function yearFailure(passage: Passage, sentence: string, from: number, year: string, facts: Facts): Failure {
  const at = from + sentence.indexOf(year);
  return failureIn('text/wrong-year', passage, [at, at + year.length + 1], facts);
}

/** Whether a year may be told because another is compared with it. What is compared with last year is this year, if no other is named. */
function isCompared(sentence: string, { text }: Passage, year: number): boolean {
  const isOne = !text.includes(`${year}`) && !/今年|本年/u.test(text);
  return COMPARED.test(
    isOne ? sentence.replace(/(?:[比较]|相?比于?)(?:上年|去年|上一年)度?(?:同期)?|同比/gu, '') : sentence,
  );
}

/** A sentence that begins with another year although it does not compare. */
function otherYear(passage: Passage, { report: { year } }: Subject): readonly Failure[] {
  return sentencesOf(passage.text).flatMap(({ text: whole, from: start }) => {
    if (!SIGN.test(whole)) return [];
    const remedy = REMEDY.exec(whole)?.[0].length ?? 0;
    const [sentence, from] = [whole.slice(remedy), start + remedy];
    const [, told = ''] = TOLD_YEAR.exec(sentence) ?? AFTER_AGENCY.exec(sentence) ?? [];
    const named = chineseNumber(told);
    if (told === '' || named === year || isCompared(sentence, passage, year)) return [];
    const isLast = named === year - 1 && !new RegExp(`${year}\\s*年`, 'u').test(sentence);
    const isLater = named > year && isDone(sentence);
    const isEarlier = named < year - 1 && COUNTED.test(sentence) && !sentence.includes(`${year}`);
    const facts: Facts = { cause: isLater ? 'later' : 'left-over', wanted: `${year}年` };
    return isLast || isEarlier || isLater ? [yearFailure(passage, sentence, from, told, facts)] : [];
  });
}

/** 计划 as what is done, not as the name of something: 雨露计划, 科技计划项目. */
const PLANS =
  '(?<!雨露|行动|科技|招生|年度|采购|用地|培训|立法|审计|发展|工作)计划(?!作为|纳入|列入|的|[、》”]|[和与及等类]|项目|任务|资金|指标|专栏|目标|信息|事项)';
const WILL = `将(?:着重|注重|着眼|立足|通过|加快|推行|打造|构建|实施|尽快|抓紧|采取|针对|整改|解决|改进|细化|拓宽|优化|强化|深化|规范|落实|提升|提高|增强|丰富|创新|组织|开展|建立|制定|编制|探索|补充|充实|逐步|抓好|做好|定期|及时|进一步|继续|不断|持续|着力|认真|严格|深入|全面|积极|大力|努力|切实|重点|加强|加大|完善|健全|推进|推动|围绕|紧紧|扎实|更加|聚焦|按照|坚持|以|从|主动|在)|${PLANS}|拟(?!定)|打算|(?:我局|我们|本机关)?要(?:进一步|继续|不断|着力)|(?:工作)?(?:计划|打算|思路|安排)[：:。，]`;
const PLAN = new RegExp(
  `^${LEAD}(?:(?:下一?步|今后|改进)[^，。：；]{0,8}[，：])?(?:在)?(\\d{4})\\s*年(?:度)?(?:的[\\p{Script=Han}]{0,6}中)?[，,]?[^，。；]{0,12}?[，,]?(?:${WILL})`,
  'u',
);
/** 以上问题，我局将于2024年逐一整改: what was to be done by then, and was planned earlier, is told as such. */
const WILL_IN =
  /^(?=.*将于)(?!.*(?:原定|提出|要求|承诺|确定|规划|决定|通知|计划|方案|明确))[^。]*?(?:我局|我委|我办|我[县市区镇乡]|我们|本机关|我单位|本单位)将于(\d{4})年(?!度?报告)/u;
const willIn = (sentence: string) => (sentence.includes('将于') ? WILL_IN.exec(sentence) : null);
/** 下一步，我市计划在2024年底前完成整改: by when something is to be done. */
const WILL_BY =
  /^\s*(?:[\p{Script=Han}]{2,6}[：:])?(?:下一步|今后|接下来)[^。；]*?(?:将|计划|力争|争取|确保|拟)[^，。；\d]{0,6}(?:在|于|到)?(\d{4})年(?:度)?(?:年?底|末|内|上半年|下半年)?(?:之?前|内|完成|实现|全面)/u;
/** What 将 does to an object: 将…作为重点, 将…纳入考核. */
const TAKES = /将[^，。；]*(?:作为|纳入|列入|列为|融入|贯穿|转为|交由|交给|录入|归入)/u;

/** A plan that names the report year: 2020年我局将… in the report of 2020. */
function pastPlan(passage: Passage, { report: { year } }: Subject): readonly Failure[] {
  if (!passage.text.includes(String(year))) return [];
  return sentencesOf(passage.text).flatMap(({ text: sentence, from }) => {
    const [, told] = sentence.includes(String(year))
      ? (PLAN.exec(sentence) ?? willIn(sentence) ?? WILL_BY.exec(sentence) ?? [])
      : [];
    if (told !== String(year) || TAKES.test(sentence) || /已|印发了|完成了/u.test(sentence)) return [];
    const facts: Facts = { cause: 'plan', wanted: `${year + 1}年` };
    return [yearFailure(passage, sentence, from, told, facts)];
  });
}

const NEXT = /(?:明年|下一?年度?)[（(](\d{4})年度?[）)]/gu;

/** Next year named by its number, and wrong: 明年（2024年） in the report of 2024. */
function misnamedNext(passage: Passage, { report: { year } }: Subject): readonly Failure[] {
  return matchesOf(NEXT, passage.text).flatMap(({ 0: found, 1: told, index }) => {
    if (Number(told) === year + 1) return [];
    return [
      failureIn('text/wrong-year', passage, [index, index + found.length], { cause: 'next', wanted: `${year + 1}年` }),
    ];
  });
}

const GUIDE =
  /(?:按照|根据|落实|贯彻|对照|围绕|依据|印发|制定)[^，。；]{0,18}?(\d{4})年度?(?:全[省市县区])?政务公开(?:重点)?工作(?:要点|任务)/gu;

/** What a paragraph has that names a programme. */
const GUIDED = /政务公开(?:重点)?工作(?:要点|任务)/u;

/** The year's programme that the work followed, of the year before: 按照2023年政务公开工作要点 in the report of 2024. */
function otherGuide(passage: Passage, { report: { year } }: Subject): readonly Failure[] {
  if (!GUIDED.test(passage.text)) return [];
  return sentencesOf(passage.text).flatMap(({ text: sentence, from }) => {
    if (!GUIDED.test(sentence) || /上年|上一年|去年|以来|延续/u.test(sentence)) return [];
    return matchesOf(GUIDE, sentence).flatMap(({ 0: found, 1: told = '', index }) => {
      const isBeside = new RegExp(`${year}年`, 'u').test(sentence);
      // 根据2023年要点和2024年要点: both are named.
      const isBoth = isBeside && new RegExp(`${told}[^。]*?[和及、与]《?${year}年`, 'u').test(sentence);
      if (isBoth || (Number(told) !== year - 1 && !(Number(told) < year - 1 && isBeside))) return [];
      const at = from + index + found.indexOf(told);
      return [
        failureIn('text/wrong-year', passage, [at, at + told.length + 1], { cause: 'left-over', wanted: `${year}年` }),
      ];
    });
  });
}

/** Where cases came from, and where they go: by a year that is not the one before, nor the next. */
const CARRIED =
  /(?:加上|连同|以及|和|含|另有|[，。（]|^)(\d{4})年度?(?:结转|转入|遗留|未办结)(?!至|到|入|下)(?:的|申请|案件)*\d+[件宗起]|结转(?:至|到|入)(\d{4})年度?(?:继续)?(?:办理|答复|处理)/gu;

/** What a paragraph has that tells of them. */
const IS_CARRIED = /结转|转入|遗留|未办结/u;

function otherCarried(passage: Passage, { report: { year } }: Subject): readonly Failure[] {
  return matchesOf(CARRIED, passage.text).flatMap(({ 0: found, 1: from, 2: to, index }) => {
    const told = from ?? to ?? '';
    const right = from === undefined ? year + 1 : year - 1;
    const clause = passage.text.slice(clauseStart(passage.text, index, index - LONGEST, '，。；'), index);
    if (Number(told) === right || /上年|去年|上一年|\d{4}年/u.test(clause)) return [];
    const at = index + found.indexOf(told);
    const cause = from === undefined ? 'carried-to' : 'carried-from';
    return [failureIn('text/wrong-year', passage, [at, at + told.length + 1], { cause, wanted: `${right}年` })];
  });
}

const UNTIL = /截[至止]到?\s*(\d{4})\s*年(?:度?[底末]|\s*12\s*月\s*31\s*日)/gu;

/** The end of another year as the day up to which figures are: 截至2023年底. */
function otherEnd(passage: Passage, { report: { year } }: Subject): readonly Failure[] {
  return matchesOf(UNTIL, passage.text).flatMap(({ 0: found, 1: told, index }) => {
    const { text } = passage;
    const ends = text.slice(index, index + LONGEST).indexOf('。');
    const sentence = text.slice(
      clauseStart(text, index, index - LONGEST, '。'),
      ends < 0 ? index + LONGEST : index + ends,
    );
    const isOther = Number(told) === year - 1 || Number(told) > year;
    if (!isOther || /比|较|同期|上年|去年|(?<!新)增|减|上升|下降/u.test(sentence)) return [];
    return [
      failureIn('text/wrong-year', passage, [index, index + found.length], { cause: 'end', wanted: `${year}年` }),
    ];
  });
}

/** A text may state many periods, and is looked through for what compares them once. */
const compares = once(({ text }: Passage): boolean => COMPARED.test(text));

/** The period of the figures, stated outside the opening. */
function otherPeriod(passage: Passage, { report: { year } }: Subject): readonly Failure[] {
  if (passage.part === PREAMBLE) return [];
  return statedPeriods(passage.text).flatMap(({ from, to, at, isWhole }) => {
    const isOther = [from, to].some((one) => one === year - 1 || one > year);
    if (!isWhole || !isOther || compares(passage)) return [];
    const wanted = `${year}年1月1日至${year}年12月31日`;
    return [failureIn('text/wrong-year', passage, at, { cause: 'period', wanted })];
  });
}

const reportOf = once(({ name }: Form) => new RegExp(`(\\d{4})\\s*年度?(?=${name})`, 'gu'));

/** The report that the opening speaks of, by its year. */
function otherReport(passage: Passage, { report: { year }, form }: Subject): readonly Failure[] {
  if (passage.part !== PREAMBLE) return [];
  return matchesOf(reportOf(form), passage.text).flatMap(({ 0: found, 1: told, index }) => {
    if (Number(told) === year || /上年|去年|往年/u.test(passage.text)) return [];
    return [
      failureIn('text/wrong-year', passage, [index, index + found.length], { cause: 'report', wanted: `${year}年` }),
    ];
  });
}

/** What a paragraph says of another year, and the sign that any paragraph of its report must have for it. */
interface Other {
  readonly sign: RegExp;
  readonly find: (passage: Passage, subject: Subject) => readonly Failure[];
}

const OTHERS: readonly Other[] = [
  { sign: SIGN, find: otherYear },
  { sign: SIGN, find: pastPlan },
  { sign: NEXT, find: misnamedNext },
  { sign: GUIDED, find: otherGuide },
  { sign: IS_CARRIED, find: otherCarried },
  { sign: UNTIL, find: otherEnd },
  { sign: SIGN, find: otherPeriod },
  { sign: SIGN, find: otherReport },
];

function otherYears(subject: Subject): readonly Failure[] {
  const all = passagesWith(subject, SIGN);
  if (all.length === 0) return [];
  const others = OTHERS.filter(({ sign }) => hasSign(subject, sign));
  return all.flatMap((passage) => others.flatMap(({ find }) => find(passage, subject)));
}

/** Rules on the year of which the texts speak. */
export const reportYearRules: readonly Rule[] = [
  {
    code: 'text/wrong-year',
    severity: 'warning',
    formula: '叙述本年度的写本年度的年份，打算写下一年度的年份',
    basis: '《中华人民共和国政府信息公开条例》第四十九条、第五十条',
    hint: '改为本年度；用 {{year}} 就不会写错',
    example: { wrong: '2024年，本机关公开信息12条。（2025年度的报告）', right: '2025年，本机关公开信息12条。' },
    check: (subject) => verdicts(otherYears(subject)),
  },
];
