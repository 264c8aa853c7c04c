import { NUMERAL, type StatedFigure } from '../form/rolls.js';
import { once } from '../memo/once.js';
import { valueAt } from '../table/cells.js';
import { areCounts } from '../table/exact-sum.js';
import { bareFigure } from '../table/noted.js';
import { bindingOf } from './binding.js';
import { eachPassage, failureIn, type Passage } from './passages.js';
import type { Failure, Rule, Subject } from './rule.js';

/** The figure in the data; undefined if a cell of it is blank. */
function held(report: unknown, paths: readonly string[]): bigint | undefined {
  const values: readonly unknown[] = paths.map((path) => bareFigure(valueAt(report, path.split('.'))));
  return areCounts(values) ? values.reduce<bigint>((sum, value) => sum + BigInt(value), 0n) : undefined;
}

interface Typed {
  readonly figure: StatedFigure;
  readonly typed: bigint;
  readonly data: bigint;
  readonly at: readonly [number, number];
}

/** The number that a typed numeral means, with or without thousands separators. */
const toNumber = (numeral: string): bigint => BigInt(numeral.replaceAll(',', ''));

/** Words that restrict a statement to something other than what the tables count. */
const NARROWED = /备案|本级/;

/** The text between the start of the sentence and a place. */
const sentenceBefore = (text: string, end: number): string => text.slice(0, end).split('。').at(-1) ?? '';

function findTyped(passage: Passage, { report, form }: Subject): readonly Typed[] {
  return form.stated.flatMap((figure) =>
    [...passage.text.matchAll(figure.pattern)].flatMap(({ 0: found, 1: numeral = '', index }) => {
      const from = index + found.lastIndexOf(numeral);
      const at = [from, from + numeral.length] as const;
      if (!passage.isTyped(...at) || NARROWED.test(sentenceBefore(passage.text, from))) return [];
      const data = held(report, figure.paths);
      return data === undefined ? [] : [{ figure, typed: toNumber(numeral), data, at }];
    }),
  );
}

const ofSubject = once((subject: Subject) => once((passage: Passage) => findTyped(passage, subject)));

/** Typed numerals of a paragraph that state a figure in the data. Two rules ask for them. */
const typedFigures = (passage: Passage, subject: Subject): readonly Typed[] => ofSubject(subject)(passage);

const unitOf = ({ unit = '件' }: StatedFigure): string => unit;

function disagreeing(passage: Passage, subject: Subject): readonly Failure[] {
  return typedFigures(passage, subject)
    .filter(({ typed, data }) => typed !== data)
    .map(({ figure, typed, data, at }) =>
      failureIn(passage, at, {
        message: `文字里${figure.name}是 ${typed} ${unitOf(figure)}，表格里是 ${data}`,
        expected: String(data),
        left: String(data),
        right: String(typed),
        difference: String(typed - data),
        ...(passage.isTemplate && {
          hint: `核对后改写成 ${bindingOf(figure.paths, subject.report)}，文字和表格就不会不一致`,
        }),
      }),
    );
}

function unbound(passage: Passage, subject: Subject): readonly Failure[] {
  if (!passage.isTemplate) return [];
  return typedFigures(passage, subject)
    .filter(({ typed, data }) => typed === data)
    .map(({ figure, typed, at }) =>
      failureIn(passage, at, {
        message: `${figure.name} ${typed} ${unitOf(figure)}是手写的`,
        hint: `改写成 ${bindingOf(figure.paths, subject.report)}，数字改动时文字随之改动`,
      }),
    );
}

/** 221条，其中…145条，…60条，…16条: a total, then its parts in the same unit up to the end of the sentence. */
const WITH_PARTS = new RegExp(`${NUMERAL}余?(条|件|个|篇|次|人次|期|场)[^。；\\d]{0,12}其中([^。]*)`, 'gu');
/** Words that say that the listed parts are complete. */
const EXHAUSTIVE = /其他|其余/;

/** The clauses that list the parts of a total: up to a clause with parts of its own. */
function ownClauses(rest: string): string {
  const clauses = rest.split('；');
  const next = clauses.findIndex((clause) => clause.includes('其中'));
  return next < 0 ? rest : clauses.slice(0, next).join('；');
}

/** Parts that exceed their total, or do not add up to it although the list is complete. */
function parts(passage: Passage): readonly Failure[] {
  return [...passage.text.matchAll(WITH_PARTS)].flatMap(
    ({ 0: found, 1: total = '', 2: unit = '', 3: after = '', index }) => {
      const rest = ownClauses(after);
      const numbers = [...rest.matchAll(new RegExp(`${NUMERAL}余?${unit}`, 'gu'))].map(([, n = '']) => toNumber(n));
      const sum = numbers.reduce((a, b) => a + b, 0n);
      const whole = toNumber(total);
      const isWrong = sum > whole || (EXHAUSTIVE.test(rest) && sum !== whole);
      if (numbers.length < 2 || !isWrong) return [];
      const sides = { left: String(sum), right: String(whole), difference: String(whole - sum), expected: String(sum) };
      const message = `分项之和是 ${sum}${unit}，总数写的是 ${total}${unit}`;
      return [failureIn(passage, [index, index + found.length], { message, ...sides })];
    },
  );
}

/** Rules that compare figures in the text with the tables and with each other. */
export const statedRules: readonly Rule[] = [
  {
    code: 'text/figure',
    severity: 'warning',
    formula: '文字里手写的数字与表格一致',
    basis: '《中华人民共和国政府信息公开条例》第六条（准确）',
    hint: '核对文字和表格',
    example: { wrong: '全年收到政府信息公开申请5件。（表格里是 6）', right: '全年收到政府信息公开申请6件。' },
    check: (subject) => eachPassage((passage) => disagreeing(passage, subject))(subject),
  },
  {
    code: 'text/unbound',
    severity: 'note',
    formula: '文字里的数字取自数据，不手写',
    basis: '《中华人民共和国政府信息公开条例》第六条（准确）',
    hint: '改用变量',
    example: {
      wrong: '全年收到政府信息公开申请6件。',
      right: '全年收到政府信息公开申请{{requests.received.total}}件。',
    },
    check: (subject) => eachPassage((passage) => unbound(passage, subject))(subject),
  },
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
    check: eachPassage(parts),
  },
];
