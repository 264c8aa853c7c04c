import { spaceless } from '../characters/spaceless.js';
import { formOf } from '../editions/editions.js';
import { narrate } from '../narrative/narrate.js';
import type { AnyReport } from '../report/report.js';
import { fail, type Rule, type Subject, type Verdict, verdicts } from './rule.js';
import type { TextSources } from './text-sources.js';
import { type Waiver, waiverFor } from './waivers.js';

const AGENCY = ['previous', 'agency', 'name'];

const isOtherYear = ({ year, previous }: AnyReport): boolean => previous?.year !== year - 1;
const isOtherAgency = ({ agency, previous }: AnyReport): boolean =>
  spaceless(previous?.agency.name ?? '') !== spaceless(agency.name);

/** Why nothing can be compared if no report of last year is given. */
export const NO_PREVIOUS = '没有给出上年的报告（previous）';

/** Why a report cannot be compared with the one that it is given as last year's; undefined if it can. */
function whyNot(report: AnyReport, waivers: readonly Waiver[]): string | undefined {
  const { previous } = report;
  if (previous === undefined) return NO_PREVIOUS;
  if (isOtherYear(report)) return `所给的上年报告（previous）是 ${previous.year} 年度的`;
  const isSettled = waiverFor(waivers, 'previous/agency', AGENCY) !== undefined;
  return isOtherAgency(report) && !isSettled ? '所给的上年报告（previous）是另一机关的' : undefined;
}

/** The report of the year before and its texts, or why there is nothing to compare with. */
export function lastYear(
  report: AnyReport,
  waivers: readonly Waiver[],
  sources: TextSources,
): Pick<Subject, 'previous' | 'whyNoPrevious'> {
  const { previous } = report;
  const why = whyNot(report, waivers);
  if (previous === undefined || why !== undefined) return { previous: undefined, whyNoPrevious: why ?? '' };
  return {
    previous: { report: previous, narrated: narrate(previous, formOf(previous, sources), sources) },
    whyNoPrevious: '',
  };
}

function checkYear({ report }: Subject): readonly Verdict[] {
  const { year, previous } = report;
  if (previous === undefined || !isOtherYear(report)) return verdicts([]);
  return [
    fail('previous/year', ['previous', 'year'], {
      cause: 'unused',
      given: String(previous.year),
      year,
      wanted: String(year - 1),
    }),
  ];
}

function checkAgency({ report }: Subject): readonly Verdict[] {
  const { agency, previous } = report;
  if (previous === undefined || !isOtherAgency(report)) return verdicts([]);
  return [fail('previous/agency', AGENCY, { given: previous.agency.name, wanted: agency.name })];
}

/** What is given as last year's report is last year's, of the same agency: figures of others prove nothing. */
export const lastYearRules: readonly Rule[] = [
  {
    code: 'previous/year',
    severity: 'error',
    formula: '用来核对的上年报告是上一年度的',
    basis: '跨年数据的含义',
    hint: '换用上一年度的报告，或去掉它；跨年的数字和文字都没有核对',
    example: { wrong: '核对 2025 年度的报告，给出 2023 年度的', right: '给出 2024 年度的' },
    check: checkYear,
  },
  {
    code: 'previous/agency',
    severity: 'warning',
    formula: '用来核对的上年报告是本机关的',
    basis: '跨年数据的含义',
    hint: '换用本机关的报告；机关更名的，在 waivers 中写明 rule、path 和 reason，就会用它核对',
    example: { wrong: '核对示例县示例局的报告，给出别的县别的局的', right: '给出示例县示例局上年的' },
    check: checkAgency,
  },
];
