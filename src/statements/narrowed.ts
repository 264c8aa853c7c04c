import type { StatedSubject } from '../form/figure-words.js';
import type { Around } from './find-subjects.js';
import type { Place } from './number-place.js';
import type { Told } from './told.js';

/** What restricts a number to less than all: channels, offices, samples, stages. First all their first characters, which few words have. */
const NARROW =
  /(?=[备本名因抽评随典疑首当超逾延网线信邮传现窗书口平系渠途方涉一二再终应出协转交移征审代月日人复补未沟撤为第重热居前排处强许拆工确登投举履不其非类化监公住环执卫资城税海县乡镇基领])(?:备案|本级|名义|因□|抽[查取样]|评查|随机|典型|疑难|首[次例件]|当年(?!度|[^，。；]{0,2}(?:收|受理|接))|超期|逾期(?!不|未)|延期|网上|网络|线[上下]|信函|邮[寄件箱]|传真|当面|现场|窗口|书面|口头|平台|网站|(?<=申请|办理|管理|信息|网|处理)系统|渠道|途径|方式|涉及(?!.{0,4}信息公开|行政复|行政诉|复议|国家秘密|(?:其他)?法律|□|第三方|三类|四类|内部|过程性|行政执法|执法案卷|行政查询|本(?:行政)?机关不)|[一二再终]审|应诉|出庭|协助|转[办来]|交办|移送|征求|审核|代|[月日人]均|平均|(?<!举报|投诉|信访|公开|[各何某])类(?:的|型的?)?申请|复查|补正|未予|沟通|化解|涉企|(?:监管|公安|交警|住建|环保|交通|执法|卫健|应急|资源|城管|税务|海关)(?:部门|机关)|(?:县级|乡级|镇级|乡镇|基层)(?:人民)?政府|(?<!各)领域(?:的)?(?:行政|规范)|撤回|撤诉|为被告|第三人|重点|热点|居?前[一二三四五六七八十\d]|排名|居首|(?:处罚|强制|许可|征收|征地|拆迁|补偿|工伤|确权|登记|投诉|举报|履职|不作为|其[他它]|非(?:政府)?信息公开|(?<!公开)类)类?(?:的|引[发起]的?|案件)?(?:行政)?(?:复议|诉讼|应诉))/u;
/** Ways that are all ways. */
const ALL_WAYS =
  /通过[^，。]{0,30}等(?:多种|各种|各类)?(?:方式|渠道|途径|形式|平台)|(?:各种|各类|多种|不同|各)(?:方式|渠道|途径|形式|平台)/gu;

/** What restricts all numbers of a sentence. */
export const NARROW_SENTENCE = /备案|本级|名义|抽[查取样]|评查|公文|属性|发文/u;

/** Cases of earlier years, where that is not what is counted. */
const EARLIER =
  /(?:[上去前]一?年度?|往年)(?:的)?(?:未[审办]?结|遗留|结转|转入)(?!至|到|入|下|\d|.{0,12}(?:本年|新收))|\d{4}年度?未[审办]?结/u;

function isOfEarlier(words: string, subjects: readonly StatedSubject[]): boolean {
  if (!words.includes('年')) return false;
  const at = words.search(EARLIER);
  return at >= 0 && !subjects.some(({ words: own }) => own && words.search(own) === at);
}

const isNarrowed = (words: string, subjects: readonly StatedSubject[]): boolean => {
  if (!NARROW.test(words)) return false;
  const rest = subjects.reduce((text, { words: own }) => (own ? text.replace(own, '') : text), words);
  return NARROW.test(rest.replace(ALL_WAYS, ''));
};

/** Offices that are the reporting one, or all of its own. */
const OWN_OFFICE = /^(?:我|本|全|各)|^(?:市|县|区|省|镇|乡|州|旗)?(?:局|委|办|(?:人民)?政府)$/u;
const OFFICE =
  /(?:^|[，、]|\d年度?|全年|其中)([\p{Script=Han}]{2,14}?(?:局|委员会|委|办公室|政府|中心|街道|镇|乡))(?=共|全年|累计|新?收|受理|接收|接到|办理|\d)/u;

/** The thing itself behind its number: 84件申请实现当年答复. */
const NAME = /^(?:的|依申请公开|政府信息公开|信息公开|申请|案件)+/u;

/** Whether a general statement is of some only: of what lies in another number, or of another office. */
function isOfSome({ before, after, back }: Around, agency: string): boolean {
  const [, office = ''] = OFFICE.exec(before) ?? [];
  const isOther = office !== '' && !OWN_OFFICE.test(office) && !agency.includes(office);
  return (
    isOther ||
    NARROW.test(after.replace(NAME, '').slice(0, 4)) ||
    /(?:其余|剩余|余下|其[他它])(?:的|申请|案件)*$/u.test(before) ||
    /(?:申请|案件|件|复议|诉讼)中/u.test(back + before)
  );
}

/** “不见面”办理1150件，占全年1280件的89.8%: the whole follows, so that this is not all of the thing. */
const PART_OF = /^，?占(?:[^，。；%]{0,16}\d+[件条起份]的?(?:比例为|比重为)?\d|全[市县区省州旗]|总数|总量)/u;

/** 因涉及历史遗留问题不予公开2件: a reason that is none of the form's is given for some. */
const FOR_A_REASON = /(?:因|由于|涉及|涉|属于?)[^，。；、]{2,14}?(?:而|，)?(?:依法)?(?:不予|无法)/u;

/** 收到1件信访类申请. */
const OF_A_KIND = /^[^，。；、\d]{1,10}类(?:的|型)?(?:申请|案件|事项)/u;

/** Whether a number is less than all of its subject. */
export function isOfLess(
  { words, gap, rest, isNarrow }: Place,
  subjects: readonly StatedSubject[],
  also: readonly StatedSubject[],
  before: Told | undefined,
  agency: string,
  isRestTold: boolean,
): boolean {
  const isGeneral = subjects.some((subject) => subject.isGeneral);
  const isGeneralPart = words.before.includes('其中') && subjects.some((one) => one.isGeneral && one.words);
  const isJoined = before?.isNarrow === true && /^[、和及]/u.test(gap);
  return (
    isNarrow ||
    isJoined ||
    (subjects.some((one) => one.words === undefined) && PART_OF.test(rest)) ||
    isNarrowed(words.before, [...subjects, ...also]) ||
    isOfEarlier(words.before, subjects) ||
    (isGeneral && (isOfSome(words, agency) || OF_A_KIND.test(words.after))) ||
    (subjects.length === 1 && subjects.some(({ paths }) => paths.length > 1) && FOR_A_REASON.test(words.before)) ||
    (isGeneralPart && !isRestTold)
  );
}
