import { PREAMBLE } from '../form/preamble.js';
import { textOfPart } from '../narrative/narrate.js';
import { signersOf } from '../report/signers.js';
import { givenLines } from '../report/title.js';
import { fail, type Rule, type Subject, type Verdict, verdicts } from './rule.js';

function checkTitle({ report: { title, year, agency } }: Subject): readonly Verdict[] {
  if (title === undefined) return verdicts([]);
  const text = givenLines(title).join('');
  const expected = `含有 ${year} 和 ${agency.name}`;
  const isRight = text.includes(String(year)) && text.includes(agency.name);
  return verdicts(isRight ? [] : [fail(['title'], '标题与年度或机关不符', text, expected)]);
}

const PERIOD = /(\d{4})年1月1日[^。，；]{0,4}?(?:至|到)(\d{4})年12月31日/gu;

/** The period stated in the preamble is the report year. */
function checkPeriod({ report: { year }, narrated }: Subject): readonly Verdict[] {
  const periods = [...textOfPart(narrated, PREAMBLE).matchAll(PERIOD)];
  const wrong = periods.filter(([, from, to]) => Number(from) !== year || Number(to) !== year);
  const expected = `${year}年1月1日至${year}年12月31日`;
  return verdicts(wrong.map(([found]) => fail(['narrative', PREAMBLE], '统计期限与报告年度不符', found, expected)));
}

/** The author named in the preamble: …局根据《条例》编制, 本报告由…局编制. */
const AUTHOR =
  /(?:^|[。，：\n]|由)(?!根据|依据|按照|为|经|在)([\p{Script=Han}]{2,40}?(?:政府|委员会|管委会|局|厅|办公室|署|中心|街道办事处))(?:根据|依据|按照|编制)(?!的)/u;

/** The preamble names no other agency as the author. */
function checkAuthor({ report: { agency }, narrated }: Subject): readonly Verdict[] {
  const [, found] = AUTHOR.exec(textOfPart(narrated, PREAMBLE)) ?? [];
  const author = found?.replace(/^.*由/u, '');
  if (author === undefined || agency.name.includes(author) || author.includes(agency.name)) return verdicts([]);
  if (author === agency.shortName || /^[我本]/u.test(author)) return verdicts([]);
  return verdicts([fail(['narrative', PREAMBLE], '引言所写的编制机关不是本机关', author, agency.name)]);
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
    ...(isOwn ? [] : [fail(['signoff', 'agency'], '署名与机关全称不同', signed, agency.name)]),
    ...(date >= first && date <= last
      ? []
      : [fail(['signoff', 'date'], '成文日期与报告年度不符', date, `${first} 至 ${last}`)]),
  ]);
}

/** Rules on title, preamble and sign-off: the right agency and the right year. */
export const endsRules: readonly Rule[] = [
  {
    code: 'title/mismatch',
    severity: 'warning',
    formula: '报告标题含有机关全称和年度',
    basis: '通行做法',
    hint: '核对 title；不填则自动写出',
    check: checkTitle,
  },
  {
    code: 'period/mismatch',
    severity: 'warning',
    formula: '引言所写的统计期限是报告年度的 1 月 1 日至 12 月 31 日',
    basis: '通行做法',
    hint: '改为报告年度；用 {{year}} 就不会写错',
    check: checkPeriod,
  },
  {
    code: 'author/mismatch',
    severity: 'warning',
    formula: '引言所写的编制机关是本机关',
    basis: '通行做法',
    hint: '多半是从别处抄来的；用 {{agency.name}} 就不会写错',
    check: checkAuthor,
  },
  {
    code: 'signoff/mismatch',
    severity: 'warning',
    formula: '落款是本机关，日期在报告年度末至次年之内',
    basis: 'GB/T 9704—2012，7.3.5',
    hint: '核对 signoff',
    check: checkSignoff,
  },
];
