import { fail, type Outcome, type Rule, type Subject, verdict } from './rule.js';

function checkHeadings({ report: { headings }, edition }: Subject): readonly Outcome[] {
  const own = edition.sections.flatMap(({ key, heading }) => {
    const text = headings?.[key];
    return text === undefined || text === heading
      ? []
      : [fail(['headings', key], '标题与规定格式的文字不同', text, heading)];
  });
  return verdict(own);
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
