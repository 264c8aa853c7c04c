/** Words of several characters that count or measure: no line ends within one that follows a figure. Longer ones come first. */
const WORDS = [
  '平方公里|平方千米|平方厘米|平方米|立方厘米|立方米|千瓦时|摄氏度|分贝|百分点|工作日|自然日|个半月',
  '公里|千米|厘米|毫米|微米|海里|英里|公顷|公亩|公斤|千克|毫克|公吨|毫升|千瓦|兆瓦|平米|字节|像素|比特',
  '小时|分钟|秒钟|季度|年度|年级|学年|周年|周岁|月份|星期|个月|日内|年来|人天|人日|美元|欧元|日元|港元|英镑',
  '人次|件次|家次|户次|场次|期次|台次|架次|车次|批次|班次|频次|项次|条次|点次|台套',
].join('|');

const WORD = `个?(?:${WORDS})`;
const HAN = '[\\u3400-\\u4DBF\\u4E00-\\u9FFF]';

const BOUND = '(?:以上|以下|以内|以外|左右|上下)';

/** 件, 万元, 余人次, 元/平方米, 件（次）. */
const COUNTED = `(?:${WORD}|[十百千万亿兆余多几]*(?:${WORD}|${HAN}))(?:[/／](?:${WORD}|${HAN}))?(?:（${HAN}）|\\(${HAN}\\))?`;

/**
 * What follows a figure as its unit, as the source of a regular expression: an order of magnitude, and whatever word or character comes
 * next (3.5万余元, 10余万人次, 120元/平方米, 5个工作日), because a character directly behind a figure is its measure word or belongs to it;
 * so does one behind a space that was typed between them (12 件, 50 kg). Behind a percentage only 以上 and the like do.
 */
export const UNIT = `(?:(?<=[0-9０-９])(?! ?${BOUND})(?: ?${COUNTED}| [A-Za-z]{1,3}(?![A-Za-z])))?(?: ?${BOUND})?`;
