import { excerpt } from '../characters/excerpt.js';
import type { Form } from '../form/form.js';
import { PREAMBLE, partsOf } from '../form/preamble.js';
import { textOfPart } from '../narrative/narrate.js';
import { isAbsent } from '../report/absent.js';
import { clausesOf } from '../statements/sentences.js';
import { failureIn, type Passage, passages } from './passages.js';
import { ABSENT, type Failure, PASS, type Rule, type Subject, type Verdict } from './rule.js';
import { COPIED, figuresIn, gramsOf, LIKE, LONG, shareIn, similarity } from './similar.js';

/** How many passages a finding quotes. */
const QUOTED = 3;

/** Names a section by its position: 第五部分. */
export function partName({ sections }: Form, part: string): string {
  const place = sections.findIndex(({ key }) => key === part);
  return place < 0 ? '引言' : `第${'一二三四五六七八九十'[place] ?? place + 1}部分`;
}

/** A run of sentences that stand in last year's text. */
interface Run {
  readonly passage: Passage;
  readonly from: number;
  readonly to: number;
}

/** Neighbouring sentences of one passage as one run. */
function joined(runs: readonly Run[]): readonly Run[] {
  const all: Run[] = [];
  for (const run of runs) {
    const last = all.at(-1);
    if (last?.passage === run.passage && last.to === run.from) all[all.length - 1] = { ...last, to: run.to };
    else all.push(run);
  }
  return all;
}

/** The sentences of a part that stand in last year's. Figures count in texts that need not be fresh: what has new ones is new. */
function copiedRuns(own: readonly Passage[], before: string, isFresh: boolean): readonly Run[] {
  const grams = gramsOf(before);
  const known = new Set(before.split(/[。\n]/u).map(figuresIn));
  const isSame = (text: string) =>
    shareIn(text, grams) >= LIKE && (isFresh || figuresIn(text) === '' || known.has(figuresIn(text)));
  return joined(
    own.flatMap((passage) =>
      clausesOf(passage.text).flatMap(({ text, from }) =>
        isSame(text) ? [{ passage, from, to: from + text.length }] : [],
      ),
    ),
  );
}

const lengthOf = ({ from, to }: Run): number => to - from;

function copied(runs: readonly Run[], share: number, name: string, limit: number): Failure {
  const longest = runs.toSorted((a, b) => lengthOf(b) - lengthOf(a)).slice(0, QUOTED) as [Run, ...Run[]];
  const [{ passage, from, to }] = longest;
  return failureIn('text/repeated', passage, [from, to], {
    name,
    percent: Math.floor(share * 100),
    limit: limit * 100,
    isWhole: share >= COPIED.other,
    passages: longest.map((run) => ({
      paragraph: run.passage.number,
      text: excerpt(run.passage.text, run.from, run.to),
    })),
  });
}

function checkPart(part: string, isFresh: boolean, subject: Subject): Verdict {
  const { report, form, narrated, previous, whyNoPrevious } = subject;
  const path = ['narrative', part];
  if (isAbsent(report, part)) return { status: 'unassessed', path, why: ABSENT };
  if (previous === undefined) return { status: 'unassessed', path, why: whyNoPrevious };
  const before = textOfPart(previous.narrated, part);
  if (before === '') return { status: 'unassessed', path, why: '上年的报告没有这一部分' };
  const own = passages(subject).filter((passage) => passage.isBody && passage.part === part);
  const runs = copiedRuns(own, before, isFresh);
  const size = own.reduce((sum, { text }) => sum + text.trim().length, 0);
  const bySentence = size === 0 ? 0 : runs.reduce((sum, run) => sum + lengthOf(run), 0) / size;
  const text = textOfPart(narrated, part);
  const whole = isFresh || figuresIn(text) === figuresIn(before) ? similarity(text, before) : 0;
  const share = whole >= COPIED.other ? Math.max(whole, bySentence) : bySentence;
  const limit = isFresh ? COPIED.fresh : COPIED.other;
  const all =
    runs.length > 0 ? runs : own.slice(0, 1).map((passage) => ({ passage, from: 0, to: passage.text.length }));
  if (share < limit || all.length === 0 || (!isFresh && size < LONG)) return PASS;
  return copied(all, Math.min(1, share), partName(form, part), limit);
}

/** The parts that are compared: those that must be fresh, and those that the report writes itself and not a template. */
function partsToCompare({ report, form }: Subject): readonly (readonly [part: string, isFresh: boolean])[] {
  return partsOf(form).flatMap((part) => {
    const isFresh = form.texts[part]?.isFresh === true;
    const isOwn = part !== PREAMBLE && Object.hasOwn(form.texts, part) && report.narrative?.[part] !== undefined;
    return isFresh || isOwn ? [[part, isFresh] as const] : [];
  });
}

/** Texts are not last year's. */
export const repeatedRules: readonly Rule[] = [
  {
    code: 'text/repeated',
    severity: 'warning',
    formula: '不照抄上年的文字',
    basis: '规定的格式',
    hint: '写本年度的情况',
    example: {
      wrong: '（上年）公开的内容还不够丰富。（本年）公开的内容还不够丰富。',
      right: '（本年）政策解读的形式还比较单一。',
    },
    check: (subject) => partsToCompare(subject).map(([part, isFresh]) => checkPart(part, isFresh, subject)),
  },
];
