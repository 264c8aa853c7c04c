import { formShape } from '../report/form-shape.js';
import { denialsIn } from '../statements/denials.js';
import { saidOf } from '../statements/find-subjects.js';
import { universalsIn } from '../statements/universals.js';
import { failureIn } from './passages.js';
import { type Failure, type Rule, type Subject, verdicts } from './rule.js';
import { type ReadPassage, rangeOf, statements } from './statements.js';
import { cellsOf, sumAt } from './table-figures.js';

/** The name of cells in the form's words, where it is only one. */
function labelOf(paths: readonly string[], { form }: Subject): string {
  const [only] = paths;
  return paths.length === 1 && only !== undefined ? (formShape(form).labels.get(only) ?? only) : '';
}

const isTyped = ({ passage }: ReadPassage, at: readonly [number, number]): boolean => passage.isTyped(...at);

/** What a text says there was none of although the tables have some. */
function denied(read: ReadPassage, subject: Subject): readonly Failure[] {
  const { words, focus, grammar } = read;
  return denialsIn(words.text, focus, grammar, subject.report.year).flatMap(({ from, to, subjects }) => {
    const at = rangeOf(read, from, to);
    if (!isTyped(read, at)) return [];
    const wrong = subjects.flatMap((one) => {
      const { name } = one;
      const paths = cellsOf(one);
      const data = sumAt(subject.report, paths);
      return data === undefined || data === 0 ? [] : { name, data, paths };
    });
    if (wrong.length === 0) return [];
    const facts = wrong.map(({ name, data }) => `${name} ${data} 件`).join('、');
    return failureIn(read.passage, at, {
      message: `文字里说没有，表格里有${facts}`,
      expected: wrong.map(({ data }) => data).join('、'),
    });
  });
}

/** What a text says of all although the tables have others. */
function exaggerated(read: ReadPassage, subject: Subject): readonly Failure[] {
  const { words, told, focus, grammar } = read;
  const { claims = [] } = subject.form;
  return universalsIn(words.text, claims, told, focus, grammar, subject.report.year).flatMap(({ from, to, claim }) => {
    const at = rangeOf(read, from, to);
    const data = sumAt(subject.report, claim.zero);
    if (!isTyped(read, at) || data === undefined || data === 0) return [];
    const label = labelOf(claim.zero, subject);
    return failureIn(read.passage, at, {
      message: `文字里说全部如此，表格里${claim.name}${label === '' ? '' : `（${label}）`}有 ${data} 件`,
      expected: '0',
    });
  });
}

/** 不予公开的5件均属行政查询事项: what is said of all of a part. */
const ALL_OF_PART =
  /^(?:的|申请|件|政府信息公开)*，?(?:均|全部|都)(?:[^，。；、]{0,4})(?:属于?|为|系|是|因|涉及?)([^，。；、和及或等]{2,24})/u;

/** A reason that is given for all of a part although the tables have it for others only. */
function wrongReasons(read: ReadPassage, subject: Subject): readonly Failure[] {
  const { words, told } = read;
  return told.flatMap((one) => {
    const [part, ...more] = one.subjects;
    const { to, value } = one.counted;
    const [all = '', reason = ''] = ALL_OF_PART.exec(words.text.slice(to, to + 40)) ?? [];
    const topic = read.grammar.topics.find(({ name }) => name === part?.topic);
    if (all === '' || !part || !topic || more.length > 0 || part.whole || one.time !== 'now' || one.isNarrow) return [];
    const reasons = saidOf(topic, reason).map((said) => said.subject);
    const [given] = reasons;
    const isReason = given?.paths.every((path) => part.paths.includes(path)) && given.paths.length < part.paths.length;
    const [data, whole] = [given && sumAt(subject.report, given.paths), sumAt(subject.report, part.paths)];
    if (reasons.length !== 1 || !isReason || data === undefined || data === value || whole !== value) return [];
    const at = rangeOf(read, one.begins, to + all.length);
    return isTyped(read, at)
      ? failureIn(read.passage, at, {
          message: `文字里说全部如此，表格里${given?.name}有 ${data} 件`,
          expected: String(data),
        })
      : [];
  });
}

/** What texts claim without a number is held against the tables. */
export const claimRules: readonly Rule[] = [
  {
    code: 'text/claim',
    severity: 'warning',
    formula: '“没有”“均已”一类的说法与表格一致',
    basis: '《中华人民共和国政府信息公开条例》第六条（准确）',
    hint: '核对文字和表格',
    example: {
      wrong: '收到申请12件，均已办结。（表格里结转下年度 2）',
      right: '收到申请12件，办结10件，结转下年度2件。',
    },
    check: (subject) =>
      verdicts(
        statements(subject).flatMap((read) => [
          ...denied(read, subject),
          ...exaggerated(read, subject),
          ...wrongReasons(read, subject),
        ]),
      ),
  },
];
