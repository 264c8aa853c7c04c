import { chineseNumber } from '../characters/chinese-number.js';
import type { Form, Requirement, TextPart } from '../form/form.js';
import { textOfPart } from '../narrative/narrate.js';
import { isAbsent } from '../report/absent.js';
import { failureIn, passages } from './passages.js';
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
      : [fail('heading/variant', ['headings', key], { given: text, wanted: heading })];
  });
  return verdicts(own);
}

/** No text is longer than the form allows in principle. */
const checkLength = onTexts(
  ({ limit }) => limit !== undefined,
  (part, { limit = 0 }, { form, narrated }) => {
    const length = [...textOfPart(narrated, part).replace(/\s/g, '')].length;
    if (length <= limit) return [];
    return [fail('text/too-long', ['narrative', part], { name: nameOf(form, part), count: length, most: limit })];
  },
);

/** What a text may say and yet say next to nothing: its labels, and that there is nothing. */
const EMPTY_WORDS =
  /[我本](?:局|委|厅|办|县|市|区|镇|乡|街道|院|校|中心|单位|机关|部门)|存在的?|主要|问题|改进|情况|措施|本单位|本机关|我局|本局|本年度|目前|暂无|没有|不存在|无|其他|需要|报告|说明|的|事项|工作/gu;

/** What can be said of any work at all: that it is good, that it is not good enough, that it will be better. */
const ANY_WORK =
  /政府信息公开|信息公开|政务公开|公开|总体|整体|较好|良好|虽然|取得了?|一定的?|成绩|成效|但是?|仍然?|还|尚|一些|有所?|不足|之处|差距|薄弱环节|今后|下一?步|明年|下一?年度?|将|我们|继续|努力|不断|进一步|加以|持续|改进|加强|提高|提升|完善|做好|有待|需|水平|质量|如下|和|并|与|及|中/gu;

/** How many characters more than such words a text has that says something. */
const LEAST_OF_ITS_OWN = 3;

/** The characters of a text that say something. */
const tellingOf = (text: string, { topic }: Form): string =>
  text.replaceAll(topic, '').replace(ANY_WORK, '').replace(EMPTY_WORDS, '');

const bareOf = (text: string): string => text.replace(/[\s\p{P}]+/gu, '');

/** A beginning of so many characters, of which so many say something, is one of a text that does: only short ones are read whole. */
const BEGINNING = 200;
const ENOUGH = 40;

/** A text says something. */
const checkLeast = onTexts(
  ({ least }) => least !== undefined,
  (part, { least = 0 }, subject) => {
    const { form } = subject;
    const all = passages(subject).filter((passage) => passage.isBody && passage.part === part);
    const text = all.map((passage) => passage.text).join('');
    const begins = bareOf(text.slice(0, BEGINNING));
    if (begins.length >= least && tellingOf(begins, form).length >= ENOUGH) return [];
    const bare = bareOf(text);
    const [longest] = all.toSorted((a, b) => b.text.length - a.text.length);
    if (longest === undefined || (bare.length >= least && tellingOf(bare, form).length >= LEAST_OF_ITS_OWN)) return [];
    return [failureIn('text/too-short', longest, [0, longest.text.length], { name: nameOf(form, part), least })];
  },
);

/** From how many headed parts on a text is one with parts; from how many characters on it is a whole one without headings. */
const HEADED = 3;
const WHOLE = 300;
/** Shorter texts may be only some of their parts. */
const SCRAP = 100;
const HEAD = /^\s*(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]|[一二三四五六七八九十]是)?\s*([^。：]{0,24})/u;

/** Before a head within a paragraph. */
const INNER_HEAD = /(?<=[。；])\s*(?=[（(][一二三四五六七八九十]{1,2}[）)])/u;

const NUMBER_OF_HEAD = /^\s*[（(]?([一二三四五六七八九十]{1,2})[）)、.．]/u;

/** Whether the numbers of headings leave one out: that is told there, and whoever mends it sees what is missing. */
function hasGap(paragraphs: readonly string[]): boolean {
  const numbers = paragraphs.flatMap((text) => {
    const [, number] = NUMBER_OF_HEAD.exec(text) ?? [];
    return number === undefined ? [] : [chineseNumber(number)];
  });
  return numbers.some((number, i) => i > 0 && number > (numbers[i - 1] ?? 0) + 1);
}

/** The parts of which a text consists are all there. */
const checkParts = onTexts(
  ({ parts }) => parts !== undefined,
  (part, { parts = [] }, subject) => {
    const all = passages(subject)
      .filter((passage) => passage.isBody && passage.part === part)
      .flatMap(({ text }) => text.split(INNER_HEAD));
    const heads = all.map((text) => HEAD.exec(text)?.[1] ?? '');
    const headed = parts.filter(({ pattern }) => heads.some((head) => pattern.test(head)));
    const whole = all.join('\n');
    const isHeaded = headed.length >= (whole.length < SCRAP ? HEADED + 1 : HEADED);
    const mentioned = parts.filter(({ pattern }) => pattern.test(whole));
    if (!isHeaded && (whole.length < WHOLE || mentioned.length < HEADED)) return [];
    const free = all.filter((_, i) => !parts.some((one) => one.pattern.test(heads[i] ?? '')));
    const missing = parts.filter(({ pattern }) =>
      isHeaded
        ? !heads.some((head) => pattern.test(head)) && !free.some((text) => pattern.test(text.slice(0, 60)))
        : !pattern.test(whole),
    );
    if (missing.length === 0 || (isHeaded && hasGap(all))) return [];
    return [
      fail('section/parts', ['narrative', part], {
        name: nameOf(subject.form, part),
        all: missing.map(({ name }) => name),
        known: parts.map(({ name }) => name),
      }),
    ];
  },
);

function checkMention(part: string, required: Requirement, { narrated, report }: Subject): readonly Failure[] {
  const tables = JSON.stringify(report.tables?.[part] ?? '');
  const text = textOfPart(narrated, part);
  const notes = narrated.texts.filter((one) => one.part === part && one.place === 'note').map((one) => one.text);
  const { rule, pattern, message, found, expected } = required;
  if (text === '' || [text, ...notes, tables].join('\n').search(pattern) >= 0) return [];
  return [fail(rule, ['narrative', part], { told: message, given: found, wanted: expected })];
}

/** A rule that texts mention what the form requires there. */
function mentionRule(code: Requirement['rule']): Rule {
  return {
    code,
    severity: 'warning',
    formula: '写明规定要写的内容',
    basis: '规定的格式',
    hint: '在这一部分里写明',
    example: { wrong: '无其他需要报告的事项。', right: '本年度未收取信息处理费。' },
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
      example: { wrong: '一、总体公开工作情况概述', right: '一、总体情况' },
      check: checkHeadings,
    },
    {
      code: 'text/too-long',
      severity: 'warning',
      formula: '文字不超过规定的篇幅',
      basis: '规定的格式',
      hint: '删减，或把细节移到其他部分',
      example: { wrong: '总体情况写了 1523 字', right: '总体情况在 1000 字以内' },
      check: checkLength,
    },
    {
      code: 'text/too-short',
      severity: 'warning',
      formula: '规定要写的部分有具体的内容',
      basis: '规定的格式',
      hint: '写明存在的问题和改进的情况',
      example: { wrong: '无。', right: '政策解读形式比较单一，下一年度将增加图文解读。' },
      check: checkLeast,
    },
    {
      code: 'section/parts',
      severity: 'warning',
      formula: '规定要写的各个方面都写到',
      basis: '规定的格式',
      hint: '补写没有写到的方面；确实没有这项工作的，写明没有',
      example: {
        wrong: '（一）主动公开…（二）依申请公开…（三）政府信息管理…（四）政府信息公开平台建设…',
        right: '（一）主动公开…（二）依申请公开…（三）政府信息管理…（四）政府信息公开平台建设…（五）监督保障…',
      },
      check: checkParts,
    },
    ...mentions.map(mentionRule),
  ];
}
