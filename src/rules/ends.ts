import { PREAMBLE } from '../form/preamble.js';
import { textOfPart } from '../narrative/narrate.js';
import { signersOf } from '../report/signers.js';
import { givenLines } from '../report/title.js';
import { failureIn, passages } from './passages.js';
import { fail, type Rule, type Subject, type Verdict, verdicts } from './rule.js';
import { statedPeriods } from './stated-period.js';

/** What the name of the report lacks: a word of it, or all. */
/** What a title lacks of the kind of report; undefined if it has all, null if that is unclear. */
function lackOf(text: string, name: string): string | null | undefined {
  if (text.includes(name)) return undefined;
  const lost = [2, 3, 4].flatMap((length) =>
    Array.from({ length: name.length - length + 1 }, (_, i) => [
      name.slice(0, i) + name.slice(i + length),
      name.slice(i, i + length),
    ]),
  );
  return lost.find(([rest = '']) => text.includes(rest))?.[1] ?? null;
}

function checkTitle({ report: { title, year, agency }, form: { name } }: Subject): readonly Verdict[] {
  if (title === undefined) return verdicts([]);
  const text = givenLines(title).join('');
  if (!text.includes(String(year)) || !text.includes(agency.name)) {
    return [fail('title/mismatch', ['title'], { cause: 'agency', given: text, year, name: agency.name })];
  }
  const lacks = lackOf(text.replace(/[\s“”"]/gu, '').replace(/(\d{4}年)度/u, '$1'), name);
  if (lacks === undefined) return verdicts([]);
  const facts = { given: text, wanted: `${agency.name}${year}年${name}`, kind: name, lacks: lacks ?? undefined };
  return [fail('title/mismatch', ['title'], { cause: 'kind', ...facts })];
}

/** The period stated in the preamble is the report year. */
function checkPeriod(subject: Subject): readonly Verdict[] {
  const { year } = subject.report;
  return verdicts(
    passages(subject)
      .filter(({ part }) => part === PREAMBLE)
      .flatMap((passage) =>
        statedPeriods(passage.text)
          .filter(({ from, to, isWhole }) => from !== year || to !== year || !isWhole)
          .map(({ at }) => failureIn('period/mismatch', passage, at, { year })),
      ),
  );
}

/** The author named in the preamble: …局根据《条例》编制, 本报告由…局编制. */
const AUTHOR =
  /(?:^|[。，：\n]|由)(?!根据|依据|按照|为|经|在)([\p{Script=Han}]{2,40}?(?:政府|委员会|管委会|局|厅|办公室|署|中心|街道办事处))(?:根据|依据|按照|编制)(?!的)/u;

/** Whether a name is another one in short: 住建局 for 住房和城乡建设局, with or without the place. */
function isShortFor(short: string, name: string): boolean {
  let at = -1;
  return [...short.replace('人民政府', '政府')].every((one) => {
    at = name.indexOf(one, at + 1);
    return at >= 0;
  });
}

/** The preamble names no other agency as the author. */
function checkAuthor({ report: { agency }, narrated }: Subject): readonly Verdict[] {
  const [, found] = AUTHOR.exec(textOfPart(narrated, PREAMBLE)) ?? [];
  const author = found?.replace(/^.*由/u, '');
  if (author === undefined || isShortFor(author, agency.name) || author.includes(agency.name)) return verdicts([]);
  if (author === agency.shortName || /^[我本]/u.test(author)) return verdicts([]);
  return verdicts([fail('author/mismatch', ['narrative', PREAMBLE], { given: author, wanted: agency.name })]);
}

/** Names of agencies without what parts them. */
const bareNames = (names: readonly string[]): string => names.join('').replace(/[\s、，]/gu, '');

/** The report is signed by the agency itself, alone or with others, between December of the report year and the end of the next. */
function checkSignoff({ report }: Subject): readonly Verdict[] {
  const { signoff, agency, year } = report;
  if (signoff === undefined) return verdicts([]);
  const { date } = signoff;
  const signers = signersOf(report);
  const isOwn = signers.includes(agency.name) || bareNames(signers) === bareNames([agency.name]);
  const signed = signers.join('、');
  const [first, last] = [`${year}-12-01`, `${year + 1}-12-31`];
  return verdicts([
    ...(isOwn
      ? []
      : [fail('signoff/mismatch', ['signoff', 'agency'], { cause: 'agency', given: signed, wanted: agency.name })]),
    ...(date >= first && date <= last
      ? []
      : [fail('signoff/mismatch', ['signoff', 'date'], { cause: 'date', given: date, from: first, to: last })]),
  ]);
}

/** Rules on title, preamble and sign-off: the right agency and the right year. */
export const endsRules: readonly Rule[] = [
  {
    code: 'title/mismatch',
    severity: 'warning',
    formula: '报告标题写全机关、年度和报告的名称',
    basis: '《党政机关公文处理工作条例》第九条（七）',
    hint: '核对 title；不填则自动写出',
    example: { wrong: '示例县示例局2025年政府信息公开年度报告', right: '示例县示例局2025年政府信息公开工作年度报告' },
    check: checkTitle,
  },
  {
    code: 'period/mismatch',
    severity: 'warning',
    formula: '引言所写的统计期限是报告年度的 1 月 1 日至 12 月 31 日',
    basis: '通行做法',
    hint: '改为报告年度；用 {{year}} 就不会写错',
    example: {
      wrong: '统计期限为2024年1月1日至12月31日。（2025年度的报告）',
      right: '统计期限为2025年1月1日至12月31日。',
    },
    check: checkPeriod,
  },
  {
    code: 'author/mismatch',
    severity: 'warning',
    formula: '引言所写的编制机关是本机关',
    basis: '通行做法',
    hint: '多半是从别处抄来的；用 {{agency.name}} 就不会写错',
    example: { wrong: '本报告由别的县别的局编制。', right: '本报告由示例县示例局编制。' },
    check: checkAuthor,
  },
  {
    code: 'signoff/mismatch',
    severity: 'warning',
    formula: '落款是本机关，日期在报告年度末至次年之内',
    basis: 'GB/T 9704—2012，7.3.5',
    hint: '核对 signoff',
    example: { wrong: '落款日期 2024-01-15（2025年度的报告）', right: '落款日期 2026-01-15' },
    check: checkSignoff,
  },
];
