import { REPORT_YEARS } from '../report/report-years.js';
import type { CellKind } from '../table/spec.js';
import type { Entry } from './sheet-draft.js';

const MOST = '999999999999';

/** What cells to be filled in take, and what a clerk is told who types something else. */
export const entries = {
  count: {
    type: 'whole',
    operator: 'between',
    formula1: '0',
    formula2: MOST,
    title: '填整数',
    message: '填不小于 0 的整数；没有发生的填 0。不写单位，也不写文字。',
  },
  signed: {
    type: 'whole',
    operator: 'between',
    formula1: `-${MOST}`,
    formula2: MOST,
    title: '填整数，减少的填负数',
    message: '填整数：增加的如 3，减少的如 -2，没有增减填 0。',
  },
  amount: {
    type: 'decimal',
    operator: 'between',
    formula1: `-${MOST}`,
    formula2: MOST,
    title: '填金额',
    message: '填数字，可以有小数，如 3168.0656；单位以表头为准，不用写。没有发生的填 0。',
  },
  year: {
    type: 'whole',
    operator: 'between',
    formula1: String(REPORT_YEARS.first),
    formula2: String(REPORT_YEARS.last),
    title: '填年份',
    message: '填报告年度，四位数字，如 2026。',
  },
  day: {
    type: 'date',
    operator: 'between',
    formula1: '36526',
    formula2: '73050',
    title: '填日期',
    message: '填成文日期，如 2027-1-20。',
  },
} as const satisfies { readonly [kind in CellKind | 'year' | 'day']: Entry };

/** A choice among a few words. */
export const choice = (values: readonly string[], message: string): Entry => ({
  type: 'list',
  values,
  title: '从列表中选',
  message,
});
