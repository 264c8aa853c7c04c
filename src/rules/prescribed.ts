import type { Form, Requirement, TextPart } from '../form/form.js';
import { type Failure, fail, type Rule, type Subject, type Verdict, verdicts } from './rule.js';

/** The heading of a section without its number; the key of a text that belongs to no section. */
function nameOf({ sections }: Form, part: string): string {
  const heading = sections.find(({ key }) => key === part)?.heading;
  return heading?.replace(/^[^、]{1,3}、/u, '') ?? part;
}

/** A rule that checks all texts of the form and gives one verdict. */
const onTexts =
  (check: (part: string, text: TextPart, subject: Subject) => readonly Failure[]) =>
  (subject: Subject): readonly Verdict[] =>
    verdicts(Object.entries(subject.form.texts).flatMap(([part, text]) => check(part, text, subject)));

function checkHeadings({ report: { headings }, form }: Subject): readonly Verdict[] {
  const own = form.sections.flatMap(({ key, heading }) => {
    const text = headings?.[key];
    return text === undefined || text === heading
      ? []
      : [fail(['headings', key], '标题与规定格式的文字不同', text, heading)];
  });
  return verdicts(own);
}

/** No text is longer than the form allows in principle. */
const checkLength = onTexts((part, { limit }, { form, narrated }) => {
  const length = [...(narrated.parts[part]?.text ?? '').replace(/\s/g, '')].length;
  if (limit === undefined || length <= limit) return [];
  const message = `${nameOf(form, part)}超过规定的篇幅`;
  return [fail(['narrative', part], message, `${length} 字`, `原则上不超过 ${limit} 字`)];
});

function checkMention(part: string, required: Requirement, { narrated, report }: Subject): readonly Failure[] {
  const tables = JSON.stringify(report.tables?.[part] ?? '');
  const text = narrated.parts[part]?.text ?? '';
  const { pattern, message, found, expected } = required;
  if (text === '' || (text + tables).search(pattern) >= 0) return [];
  return [fail(['narrative', part], message, found, expected)];
}

/** A rule that texts mention what the form requires there. */
function mentionRule(code: Requirement['rule']): Rule {
  return {
    code,
    severity: 'warning',
    formula: '写明规定要写的内容',
    basis: '规定的格式',
    hint: '在这一部分里写明',
    check: onTexts((part, { requires = [] }, subject) =>
      requires.filter(({ rule }) => rule === code).flatMap((required) => checkMention(part, required, subject)),
    ),
  };
}

const isMention = (code: string): code is Requirement['rule'] => code.endsWith('/missing');

/** The rules on what a form prescribes besides its tables. */
export function prescribedRules({ texts, wording }: Form): readonly Rule[] {
  const required = Object.values(texts).flatMap(({ requires = [] }) => requires.map(({ rule }) => rule));
  const mentions = [...new Set([...Object.keys(wording).filter(isMention), ...required])];
  return [
    {
      code: 'heading/variant',
      severity: 'warning',
      formula: '各部分用规定的标题',
      basis: '规定的格式',
      hint: '除非须按已公布的原样印出，否则删去它，用规定的标题',
      check: checkHeadings,
    },
    {
      code: 'text/too-long',
      severity: 'warning',
      formula: '文字不超过规定的篇幅',
      basis: '规定的格式',
      hint: '删减，或把细节移到其他部分',
      check: checkLength,
    },
    ...mentions.map(mentionRule),
  ];
}
