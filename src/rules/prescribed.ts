import type { Form, Requirement, TextPart } from '../form/form.js';
import { textOfPart } from '../narrative/narrate.js';
import { isAbsent } from '../report/absent.js';
import { ABSENT, type Failure, fail, type Rule, type Subject, type Verdict, verdicts } from './rule.js';

/** The heading of a section without its number; the key of a text that belongs to no section. */
function nameOf({ sections }: Form, part: string): string {
  const heading = sections.find(({ key }) => key === part)?.heading;
  return heading?.replace(/^[^、]{1,3}、/u, '') ?? part;
}

/** A rule that checks those texts of the form that it is about, and gives one verdict on those that the report has. */
const onTexts =
  (
    isAbout: (text: TextPart) => boolean,
    check: (part: string, text: TextPart, subject: Subject) => readonly Failure[],
  ) =>
  (subject: Subject): readonly Verdict[] => {
    const texts = Object.entries(subject.form.texts).filter(([, text]) => isAbout(text));
    const absent = texts.filter(([part]) => isAbsent(subject.report, part));
    const present = texts.filter(([part]) => !isAbsent(subject.report, part));
    return [
      ...absent.map(([part]): Verdict => ({ status: 'unassessed', path: ['narrative', part], why: ABSENT })),
      ...(present.length < texts.length && present.length === 0
        ? []
        : verdicts(present.flatMap(([part, text]) => check(part, text, subject)))),
    ];
  };

function checkHeadings({ report, form }: Subject): readonly Verdict[] {
  const { headings } = report;
  const own = form.sections.flatMap(({ key, heading }) => {
    const text = headings?.[key];
    return text === undefined || text === heading || isAbsent(report, key)
      ? []
      : [fail(['headings', key], '标题与规定格式的文字不同', text, heading)];
  });
  return verdicts(own);
}

/** No text is longer than the form allows in principle. */
const checkLength = onTexts(
  ({ limit }) => limit !== undefined,
  (part, { limit = 0 }, { form, narrated }) => {
    const length = [...textOfPart(narrated, part).replace(/\s/g, '')].length;
    if (length <= limit) return [];
    const message = `${nameOf(form, part)}超过规定的篇幅`;
    return [fail(['narrative', part], message, `${length} 字`, `原则上不超过 ${limit} 字`)];
  },
);

function checkMention(part: string, required: Requirement, { narrated, report }: Subject): readonly Failure[] {
  const tables = JSON.stringify(report.tables?.[part] ?? '');
  const text = textOfPart(narrated, part);
  const notes = narrated.texts.filter((one) => one.part === part && one.place === 'note').map((one) => one.text);
  const { pattern, message, found, expected } = required;
  if (text === '' || [text, ...notes, tables].join('\n').search(pattern) >= 0) return [];
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
    check: onTexts(
      ({ requires = [] }) => requires.some(({ rule }) => rule === code),
      (part, { requires = [] }, subject) =>
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
