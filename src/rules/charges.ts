import { matchesOf } from '../characters/matches.js';
import type { Charge } from '../form/form.js';
import { clausesOf, type Sentence } from '../statements/sentences.js';
import { failureIn, type Passage, passages, passagesWith } from './passages.js';
import { type Failure, type Rule, type Subject, type Verdict, verdicts } from './rule.js';

/** An amount of money, as a text states it. */
const AMOUNT = /(?<![\d.,])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(万?元)/gu;
const YUAN = /元/u;
/** Prices, and what is paid elsewhere. */
const RATE = /每[件页档份]|\/[件页]|标准|元[一1]?件/u;

/** The sentences of a passage that are about a charge. */
const sentencesOn = ({ text }: Passage, { pattern }: Charge): readonly Sentence[] =>
  clausesOf(text).filter((sentence) => pattern.test(sentence.text));

/** An amount in hundredths of a yuan; amounts in 万元 have at most six decimals that count. */
function hundredths(whole: string, decimals: string, unit: string): bigint {
  const digits = decimals.slice(1).padEnd(6, '0').slice(0, 6);
  const millionths = BigInt(whole.replaceAll(',', '') + digits);
  return unit === '万元' ? millionths : millionths / 10_000n;
}

function oddAmounts(passage: Passage, charge: Charge): readonly Failure[] {
  return sentencesOn(passage, charge).flatMap(({ text, from }) => {
    const start = text.search(charge.pattern);
    return RATE.test(text)
      ? []
      : matchesOf(AMOUNT, text).flatMap(({ 0: words, 1: whole = '', 2: decimals = '', 3: unit = '', index }) => {
          const isOdd = hundredths(whole, decimals, unit) % BigInt(charge.step * 100) !== 0n;
          if (!isOdd || index < start - 20) return [];
          const place = [from + index, from + index + words.length] as const;
          return [failureIn('fees/amount', passage, place, { name: charge.name, given: words, step: charge.step })];
        });
  });
}

/** Not a number of anything: 若干. */
const VAGUE = /若干|少量|一定数额/u;
/** Whether a sentence says that something was charged, and how much, or that nothing was. */
const ANSWER = /未|没有|无|免|零|不收|不涉及|不存在|为0|\d[\d.,]*\s*万?元|[一二三四五六七八九十百千]+元|费万?元|\{\{/u;
/** What there is none of is something else. */
const ELSE = /[，。；]?(?:暂无|没有|无)其[他它][^，。；]*/gu;
/** What is cited in the place of an answer. */
const CITED = /按照|依照|根据|依据|严格执行|执行|规定|办法|〔\d{4}〕|标准/u;

/** A rule that is cited without saying what was charged by it. */
function unanswered(subject: Subject, charge: Charge): readonly Failure[] {
  const all = passages(subject)
    .filter(({ part, isBody }) => isBody && part === charge.part)
    .flatMap((passage) => sentencesOn(passage, charge).map((sentence) => ({ passage, ...sentence })));
  const [first] = all;
  const isVague = all.some(({ text }) => VAGUE.test(text));
  if (first === undefined || (!isVague && all.some(({ text }) => ANSWER.test(text.replace(ELSE, ''))))) return [];
  if (!isVague && !all.some(({ text }) => CITED.test(text))) return [];
  if (JSON.stringify(subject.report.tables?.[charge.part] ?? '').search(charge.pattern) >= 0) return [];
  const { passage, from, text } = first;
  return [failureIn('fees/unstated', passage, [from, from + text.length], { name: charge.name, isVague })];
}

const onCharge =
  (check: (subject: Subject, charge: Charge) => readonly Failure[]) =>
  (subject: Subject): readonly Verdict[] =>
    verdicts(subject.form.charge === undefined ? [] : check(subject, subject.form.charge));

/** Rules on what is charged for processing information. */
export const chargeRules: readonly Rule[] = [
  {
    code: 'fees/amount',
    severity: 'warning',
    formula: '收费金额符合收费标准',
    basis: '收费标准',
    hint: '核对金额',
    example: { wrong: '收取信息处理费2件，共计345元。', right: '收取信息处理费2件，共计340元。' },
    check: onCharge((subject, charge) => passagesWith(subject, YUAN).flatMap((passage) => oddAmounts(passage, charge))),
  },
  {
    code: 'fees/unstated',
    severity: 'warning',
    formula: '写明收了多少费用，不只引规定',
    basis: '收费标准',
    hint: '写明收取的件数和金额；没有收取的，写明没有收取',
    example: {
      wrong: '本机关按照信息处理费管理办法的规定收取信息处理费。',
      right: '本机关按照信息处理费管理办法的规定，收取信息处理费1件，共计100元。',
    },
    check: onCharge(unanswered),
  },
];
