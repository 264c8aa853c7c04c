import type { SteadyFigure } from '../form/rolls.js';
import { formShape } from '../report/form-shape.js';
import { valueAt } from '../table/cells.js';
import { type ExactSum, exactSum, exactText } from '../table/exact-sum.js';
import { fail, PASS, type Rule, type Subject, type Verdict } from './rule.js';

/** From how much on a figure that falls to none, or that grows tenfold, wants a word of explanation. */
const MANY = 20;
const FOLD = 10;

/** What a text has that says why a figure is another than last year's. */
const EXPLAINS = /增|减|升|降|上年|去年|同比|划转|移交|划入|调整|取消|下放|因|由于|主要是/u;

function isExplained(name: string, { narrated }: Subject): boolean {
  return narrated.texts.some(({ text }) =>
    text.split(/[。\n]/u).some((sentence) => sentence.includes(name) && EXPLAINS.test(sentence)),
  );
}

/** Whether a figure is gone, or many times what it was. */
function jumpOf(before: ExactSum, now: ExactSum): 'gone' | 'grown' | undefined {
  if (before.unit !== now.unit) return undefined;
  if (before.sum.gte(MANY) && now.sum.eq(0)) return 'gone';
  return before.sum.gte(MANY / 2) && now.sum.gte(before.sum.times(FOLD)) ? 'grown' : undefined;
}

function verdictOn({ at, name }: SteadyFigure, subject: Subject): Verdict {
  const path = at.split('.');
  const [before, now] = [subject.previous?.report, subject.report].map((one) => exactSum([valueAt(one, path)]));
  const jump = before && now && jumpOf(before, now);
  if (!before || !now || jump === undefined || isExplained(name, subject)) return PASS;
  const label = formShape(subject.form).labels.get(at) ?? at;
  const facts = { name: label, before: exactText(before), now: exactText(now), isGone: jump === 'gone' };
  return fail('years/jump', path, facts, { label });
}

/** Rules on figures that are far from last year's. */
export const jumpRules: readonly Rule[] = [
  {
    code: 'years/jump',
    severity: 'note',
    formula: '与上年相差悬殊的数字，文字里有说明',
    basis: '《中华人民共和国政府信息公开条例》第六条（准确）',
    hint: '核对这一格；数字无误的，在文字里说明变动的原因',
    example: { wrong: '行政许可：上年 120，本年 0，文字未提', right: '行政许可事项已划转县行政审批局，本年数量为0。' },
    check: (subject) =>
      subject.previous === undefined
        ? [{ status: 'unassessed', path: [], why: subject.whyNoPrevious }]
        : (subject.form.steady ?? []).map((figure) => verdictOn(figure, subject)),
  },
];
