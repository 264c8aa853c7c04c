import { type Failure, type Outcome, type Rule, type Subject, verdict } from './rule.js';

const fail = (path: Failure['path'], message: string, found: string, expected: string): Failure => ({
  status: 'fail',
  path,
  message,
  found,
  expected,
});

function checkHeadings({ report: { headings }, edition }: Subject): readonly Outcome[] {
  const own = edition.sections.flatMap(({ key, heading }) => {
    const text = headings?.[key];
    return text === undefined || text === heading
      ? []
      : [fail(['headings', key], '标题与规定格式的文字不同', text, heading)];
  });
  return verdict(own);
}

function checkTitle({ report: { title, year, agency } }: Subject): readonly Outcome[] {
  if (title === undefined) return verdict([]);
  const expected = `含有 ${year} 和 ${agency.name}`;
  const isRight = title.includes(String(year)) && title.includes(agency.name);
  return verdict(isRight ? [] : [fail(['title'], '标题与年度或机关不符', title, expected)]);
}

const PERIOD = /(\d{4})年1月1日[^。，；]{0,4}?(?:至|到)(\d{4})年12月31日/gu;

/** The period that the opening states. */
function checkPeriod({ report: { year }, narrated }: Subject): readonly Outcome[] {
  const periods = [...narrated.parts.preamble.text.matchAll(PERIOD)];
  const wrong = periods.filter(([, from, to]) => Number(from) !== year || Number(to) !== year);
  const expected = `${year}年1月1日至${year}年12月31日`;
  return verdict(wrong.map(([found]) => fail(['narrative', 'preamble'], '统计期限与报告年度不符', found, expected)));
}

/** Signed by the agency itself, at the end of the report year or in the year after. */
function checkSignoff({ report: { signoff, agency, year } }: Subject): readonly Outcome[] {
  if (signoff === undefined) return verdict([]);
  const { agency: signer = agency.name, date } = signoff;
  const [first, last] = [`${year}-12-01`, `${year + 1}-12-31`];
  return verdict([
    ...(signer === agency.name ? [] : [fail(['signoff', 'agency'], '署名与机关全称不同', signer, agency.name)]),
    ...(date >= first && date <= last
      ? []
      : [fail(['signoff', 'date'], '成文日期与报告年度不符', date, `${first} 至 ${last}`)]),
  ]);
}

/** 2021 edition: not more than 1,000 characters in principle. */
function checkLength({ edition: { overviewLimit }, narrated }: Subject): readonly Outcome[] {
  const length = [...narrated.parts.overview.text.replace(/\s/g, '')].length;
  if (overviewLimit === undefined || length <= overviewLimit) return verdict([]);
  const expected = `原则上不超过 ${overviewLimit} 字`;
  return [fail(['narrative', 'overview'], '总体情况超过规定的篇幅', `${length} 字`, expected)];
}

/** 2021 edition: fees for processing information are stated, also when none were charged. */
function checkFees({ edition: { statesFees }, narrated, report }: Subject): readonly Outcome[] {
  const tables = JSON.stringify(report.tables?.other ?? '');
  const { text } = narrated.parts.other;
  if (!statesFees || text === '' || /处理费|收费|收取/.test(text + tables)) return verdict([]);
  return [
    fail(
      ['narrative', 'other'],
      '第六部分没有报告收取信息处理费的情况',
      '没有提到信息处理费',
      '写明收取情况，没有收取也要写明',
    ),
  ];
}

/** Rules on what the form prescribes besides its tables. */
export const formRules: readonly Rule[] = [
  {
    code: 'heading/variant',
    severity: 'warning',
    formula: '六个部分用规定的标题',
    basis: '国办公开办函〔2021〕30号、国办公开办函〔2019〕60号',
    hint: '除非须按已公布的原样印出，否则删去它，用规定的标题',
    check: checkHeadings,
  },
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
    basis: '《中华人民共和国政府信息公开条例》第五十条',
    hint: '改为报告年度；用 {{year}} 就不会写错',
    check: checkPeriod,
  },
  {
    code: 'signoff/mismatch',
    severity: 'warning',
    formula: '落款是本机关，日期在报告年度末至次年之内',
    basis: 'GB/T 9704—2012，7.3.5',
    hint: '核对 signoff',
    check: checkSignoff,
  },
  {
    code: 'text/too-long',
    severity: 'warning',
    formula: '2021 版式：总体情况原则上不超过 1000 字',
    basis: '国办公开办函〔2021〕30号',
    hint: '删减，或把细节移到其他部分',
    check: checkLength,
  },
  {
    code: 'fees/missing',
    severity: 'warning',
    formula: '2021 版式：第六部分报告收取信息处理费的情况',
    basis: '国办公开办函〔2021〕30号',
    hint: '填写 facts.fees，或在 narrative.other 里写明',
    check: checkFees,
  },
];
