import { greatest, least } from '../limits/extremes.js';
import { inItsSentence } from '../statements/near-told.js';
import { wrongCounts } from './list-counts.js';
import { timesIn } from './multiplied.js';
import { type List, listsIn } from './part-lists.js';
import { failureIn } from './passages.js';
import { type Failure, type Rule, type Subject, verdicts } from './rule.js';
import { deniedNumbers } from './stated.js';
import { type ReadPassage, rangeOf, statements } from './statements.js';
import { countedTwice } from './twice-counted.js';

/** Whether some of the first parts are all of it already: then others follow that are parts of something else. */
function addsUp(whole: number, values: readonly number[]): boolean {
  let sum = 0;
  return values.some((value) => {
    sum += value;
    return sum === whole;
  });
}

/** Whether parts are told in several ways, each of which is all of it: 4件、5件，审结7件、未审结2件. */
function addsUpAgain(whole: number, values: readonly number[]): boolean {
  let sum = 0;
  for (const value of values) sum = sum === whole ? value : sum + value;
  return sum === whole;
}

const isWrong = (list: List): boolean =>
  isWrongFor(list.total.counted.value, list) &&
  !(list.added && !isWrongFor(list.total.counted.value + list.added, list));

function isWrongFor(whole: number, { total, parts, isComplete: complete }: List): boolean {
  const values = parts.map(({ counted }) => counted.value);
  const sum = values.reduce((all, value) => all + value, 0);
  if (addsUp(whole, values)) return complete && sum !== whole && !addsUpAgain(whole, values);
  const isRough = [total, ...parts].some(({ counted }) => counted.about !== 'exact' || counted.step > 0);
  if (isRough) return sum > whole * 1.1 || (complete && sum < whole * 0.9);
  return sum > whole || (complete && sum !== whole);
}

/** Parts that add up to another number of the sentence before them are that one's. */
function isOfOther({ total, parts }: List, { told }: ReadPassage): boolean {
  const [first] = parts;
  const sum = parts.reduce((all, { counted }) => all + counted.value, 0);
  return inItsSentence(told, total).some(
    (one) =>
      one.counted.value === sum &&
      one.counted.unit === total.counted.unit &&
      one.counted.to <= (first?.counted.from ?? 0) &&
      one !== total &&
      !parts.includes(one),
  );
}

function failure(read: ReadPassage, { total, parts }: List): Failure {
  const sum = parts.reduce((all, { counted }) => all + counted.value, 0);
  const { value, unit } = total.counted;
  const all = [total, ...parts].map(({ counted }) => counted);
  const at = rangeOf(read, least(all.map(({ from }) => from)), greatest(all.map(({ to }) => to)));
  return failureIn('text/parts', read.passage, at, {
    cause: 'sum',
    unit,
    left: String(sum),
    right: String(value),
    difference: String(value - sum),
  });
}

/** Parts that exceed their total, or do not add up to it although the list is complete. */
function wrongLists(read: ReadPassage, subject: Subject): readonly Failure[] {
  const denied = deniedNumbers(read, subject);
  return listsIn(read)
    .filter(
      (list) => isWrong(list) && !isOfOther(list, read) && ![list.total, ...list.parts].some((one) => denied.has(one)),
    )
    .map((list) => failure(read, list));
}

/** 6期，每期2000册，累计1.2万册: what is said of each, times how many. */
const wrongProducts = (read: ReadPassage): readonly Failure[] =>
  timesIn(read).map(({ count, each, total }) => {
    const product = count.counted.value * each.counted.value;
    const { unit } = total.counted;
    return failureIn('text/parts', read.passage, rangeOf(read, count.counted.from, total.counted.to), {
      cause: 'product',
      each: count.counted.unit,
      unit,
      product,
      total: total.counted.value,
    });
  });

/** Rules that hold figures of a text against each other. */
export const partsRules: readonly Rule[] = [
  {
    code: 'text/parts',
    severity: 'warning',
    formula: '“其中”各分项之和不超过总数，列全时等于总数',
    basis: '《中华人民共和国政府信息公开条例》第六条（准确）',
    hint: '核对分项和总数',
    example: {
      wrong: '公开信息44条，其中规划1条，建设2条，其他38条。',
      right: '公开信息44条，其中规划1条，建设2条，其他41条。',
    },
    check: (subject) =>
      verdicts([
        ...statements(subject).flatMap((read) => [...wrongLists(read, subject), ...wrongProducts(read)]),
        ...wrongCounts(subject),
      ]),
  },
  {
    code: 'text/twice',
    severity: 'warning',
    formula: '同一件事前后所写的数字一致',
    basis: '《中华人民共和国政府信息公开条例》第六条（准确）',
    hint: '核对两处，改正错的一处',
    example: { wrong: '政府网站公开信息52条。……政府网站公开信息61条。', right: '政府网站公开信息52条。' },
    check: (subject) => verdicts(countedTwice(subject)),
  },
];
