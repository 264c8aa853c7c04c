import { figure } from '../table/printed-figure.js';
import type { RolledCell } from './add-up.js';
import type { Contribution, State } from './contributions.js';

const WORDS: { readonly [state in Exclude<State, 'given' | 'disputed'>]: string } = {
  blank: '留空',
  unread: '没有读到',
  absent: '报告里没有这一部分',
  missing: '没有报告',
  unknown: '文件读不了',
};

/** Why an agency's figure does not count, in a few words. */
export function stateText({ state, values }: Contribution): string {
  if (state === 'given') return '';
  if (state !== 'disputed') return WORDS[state];
  return `两份报告不同：${values.map((value) => (value === null ? '空白' : figure(value))).join('、')}`;
}

const gapText = (one: Contribution): string => `${one.agency}（${stateText(one)}）`;

/** So many are named at each cell; the head of the file names all of them once. */
const MOST_NAMED = 100;

function gapsText(gaps: readonly Contribution[]): string {
  const named = gaps.slice(0, MOST_NAMED).map(gapText).join('、');
  return gaps.length > MOST_NAMED ? `${named}等 ${gaps.length} 个机关` : named;
}

/** Why a cell of the whole is blank, naming who is missing; undefined if it is not. */
export function whyBlank({ gaps, why, contributions }: RolledCell): string | undefined {
  if (gaps.length > 0) return `缺：${gapsText(gaps)}`;
  if (why === 'too-great') return '合计太大，写不成一个数';
  if (why !== 'units') return contributions.length === 0 ? '没有可以计入的报告' : undefined;
  const figures = contributions.map(({ agency, values }) => `${agency} ${figure(values[0] ?? null)}`);
  return `单位不同，加不起来：${figures.join('、')}`;
}
