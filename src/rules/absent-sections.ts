import type { AnyReport } from '../report/report.js';
import { valueAt } from '../table/cells.js';
import { fail, type Rule, type Subject, type Verdict, verdicts } from './rule.js';

/** The sections that a report declares absent, with the form's heading and the reason. */
const absentIn = ({ report: { absent }, form }: Subject) =>
  form.sections.flatMap(({ key, heading }) => {
    const reason = absent?.[key];
    return reason === undefined ? [] : [{ key, heading, reason }];
  });

function checkAbsent(subject: Subject): readonly Verdict[] {
  return verdicts(
    absentIn(subject).map(({ key, heading, reason }) =>
      fail('section/absent', ['absent', key], { name: heading, reason }),
    ),
  );
}

/** Keys of the report object under which sections have something. */
const HOLDERS = ['headings', 'narrative', 'notes', 'tables'];

/** Where a report has something of a section. */
function placesOf(report: AnyReport, section: string): readonly string[] {
  const paths = [[section], ...HOLDERS.map((holder) => [holder, section])];
  return paths.filter((path) => valueAt(report, path) !== undefined).map((path) => path.join('.'));
}

function checkContradicted(subject: Subject): readonly Verdict[] {
  const failures = absentIn(subject).flatMap(({ key, heading }) => {
    const places = placesOf(subject.report, key);
    return places.length === 0 ? [] : [fail('section/contradicted', ['absent', key], { name: heading, all: places })];
  });
  return verdicts(failures);
}

/** Rules on sections that the report says it does not have. */
export const absentRules: readonly Rule[] = [
  {
    code: 'section/absent',
    severity: 'warning',
    formula: '规定的各部分报告里都有',
    basis: '规定的格式',
    hint: '规定的部分没有内容的，一般也列出标题，写明没有；确须如此印出的，在 waivers 中写明 rule、path 和 reason',
    example: { wrong: '没有第六部分', right: '六、其他需要报告的事项……本年度未收取信息处理费。' },
    check: checkAbsent,
  },
  {
    code: 'section/contradicted',
    severity: 'error',
    formula: '写明没有的部分不再给内容',
    basis: '通行做法',
    hint: '报告里有这一部分的，删去 absent 中的这一项；没有的，删去它的内容',
    example: { wrong: 'absent 写明没有第六部分，narrative.other 又有文字', right: '只留其中一项' },
    check: checkContradicted,
  },
];
