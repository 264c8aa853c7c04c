import { matchesOf } from '../characters/matches.js';
import type { StatedAmount } from '../form/figure-words.js';
import { clausesOf } from '../statements/sentences.js';
import { isOtherTime, timeAtEnd } from '../statements/times.js';
import { valueAt } from '../table/cells.js';
import { exactSum } from '../table/exact-sum.js';
import { failureIn, type Passage } from './passages.js';
import type { Failure, Subject } from './rule.js';

const AMOUNT = /(?<![\d.,])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(亿元|万元|元)/gu;
/** How much one of each unit is, in yuan. */
const YUAN: { readonly [unit: string]: number } = { 元: 1, 万元: 1e4, 亿元: 1e8 };
/** Other sums of money: what was not charged, what was given back, prices, some of all. */
const ELSE =
  /[减免退]|降低|取消|停征|清理|标准|每|罚款|其中|[较比]|增|约|近|超|余|不含|信息处理|信息公开|资金|预算|采购/u;
/** What may stand between the thing and its amount. */
const BETWEEN =
  /^(?:目录|项目|情况|和|、|标准|信息|，|全年|本年度?|今年|\d{4}年度?|共|共计|合计|总计|累计|收取|收缴|收费|收入|征收|实际|总额|金额|数额|为|是|达到?|：)*$/u;

function wrongIn(passage: Passage, amount: StatedAmount, subject: Subject): readonly Failure[] {
  const { report } = subject;
  const value = exactSum([valueAt(report, amount.path.split('.'))]);
  if (value === undefined) return [];
  const data = value.sum.toNumber();
  return clausesOf(passage.text).flatMap(({ text, from }) => {
    const thing = amount.thing.exec(text);
    if (thing === null) return [];
    const end = thing.index + thing[0].length;
    return matchesOf(AMOUNT, text)
      .slice(0, 1)
      .flatMap(({ 0: words, 1: whole = '', 2: decimals = '', 3: unit = '', index }) => {
        const before = text.slice(0, index);
        const isElse =
          index < end ||
          !BETWEEN.test(text.slice(end, index)) ||
          ELSE.test(text.slice(Math.max(0, thing.index - 8), thing.index));
        if (isElse || timeAtEnd(before, report.year, 'now') !== 'now' || isOtherTime(before)) return [];
        const scale = (YUAN[unit] ?? 1) / (YUAN[value.unit || amount.unit] ?? 1);
        const stated = Number(whole.replaceAll(',', '') + decimals) * scale;
        const step = scale / 10 ** Math.max(0, decimals.length - 1);
        if (Math.abs(stated - data) < step * 1.0001) return [];
        const at = [from + index, from + index + words.length] as const;
        if (!passage.isTyped(...at)) return [];
        const right = `${value.sum.toFixed()}${value.unit || amount.unit}`;
        return [
          failureIn('text/figure', passage, at, { cause: 'amount', name: amount.name, given: words, wanted: right }),
        ];
      });
  });
}

/** Amounts of money in a paragraph that are not those of the tables: another number, or another unit. */
export const wrongAmounts = (passage: Passage, subject: Subject): readonly Failure[] =>
  (subject.form.amounts ?? []).flatMap((amount) =>
    passage.isTemplate && amount.thing.test(passage.text) ? wrongIn(passage, amount, subject) : [],
  );
