import { readFileSync } from 'node:fs';
import { rulesTable } from '../../docs/rules.mjs';
import { formatDiagnostic, rules } from '../../src/index.js';
import { findings, minimal } from './minimal.js';

const lastYear = (changes = {}) => minimal({ year: 2024, ...changes });

/** For each rule, the least change of a right report that breaks it and nothing else. */
const BREAKS: { readonly [code: string]: { readonly [path: string]: unknown } } = {
  'sum/E1': { 'requests.received.naturalPerson': 1, 'requests.received.total': 1, 'requests.carriedForward.total': 1 },
  'sum/I1': {
    'requests.disposition.granted.naturalPerson': 1,
    'requests.disposition.granted.organization.business': -0,
    'requests.disposition.granted.total': 1,
    'requests.disposition.total.total': 1,
    'requests.received.naturalPerson': 0,
    'requests.received.total': 1,
    'requests.received.organization.other': 1,
  },
  'sum/I2': { 'requests.received.naturalPerson': 0, 'requests.received.total': 1, 'requests.carriedForward.total': 1 },
  'sum/I3': { 'review.reconsideration.upheld': 1 },
  'cell/blank': { 'disclosure.rules.issued': null },
  'years/C1': {
    previous: lastYear({
      'requests.carriedForward.naturalPerson': 1,
      'requests.carriedForward.total': 1,
      'requests.received.naturalPerson': 1,
      'requests.received.total': 1,
    }),
    'narrative.problems': '与上一年度完全不同的另外一段话。',
  },
  'years/C2': {
    previous: lastYear({ 'disclosure.rules.inForce': 3 }),
    'narrative.problems': '与上一年度完全不同的另外一段话。',
  },
  'years/C3': {
    edition: '2019',
    year: 2020,
    previous: lastYear({ edition: '2019', year: 2019, 'disclosure.licensing.change': 2 }),
    'narrative.problems': '与上一年度完全不同的另外一段话。',
  },
  'years/jump': {
    previous: lastYear({ 'disclosure.licensing.decisions': 120 }),
    'narrative.problems': '与上一年度完全不同的另外一段话。',
  },
  'edition/year': { year: 2020 },
  'previous/year': { previous: minimal({ year: 2023 }) },
  'previous/agency': { previous: lastYear({ 'agency.name': '别的县别的局' }) },
  'section/absent': { absent: { other: '上级机关要求不列这一部分' }, 'narrative.other': undefined },
  'section/contradicted': { absent: { other: '本机关没有其他事项' } },
  'heading/variant': { 'headings.overview': '一、概述' },
  'title/mismatch': { title: '示例县示例局2024年报告' },
  'period/mismatch': { 'narrative.preamble': '统计期限为2024年1月1日至2024年12月31日。' },
  'author/mismatch': { 'narrative.preamble': '别的县别的局根据《条例》编制本报告。' },
  'signoff/mismatch': { 'signoff.date': '2024-01-15' },
  'text/too-long': { 'narrative.overview': '公'.repeat(1001) },
  'fees/missing': { 'narrative.other': '无。' },
  'fees/amount': { 'narrative.other': '收取信息处理费2件，共计345元。' },
  'fees/unstated': { 'narrative.other': '按照信息处理费管理办法的规定收取信息处理费。' },
  'section/parts': {
    'narrative.overview': ['主动公开', '依申请公开', '政府信息管理', '平台建设'].map(
      (part, i) => `（${'一二三四'[i]}）${part}。有序开展。`,
    ),
  },
  'text/too-short': { 'narrative.problems': '无。' },
  'text/figure': { 'narrative.overview': '全年收到政府信息公开申请5件。' },
  'text/unbound': { 'narrative.overview': '{{year}}年收到政府信息公开申请0件。' },
  'text/claim': {
    'narrative.overview': '全年未制发行政规范性文件。',
    'disclosure.normativeDocuments.issued': 3,
    'disclosure.normativeDocuments.inForce': 3,
  },
  'text/share': {
    'narrative.overview': '收到来信40件，办结30件，办结率80%。其中咨询10件，占15%。',
  },
  'text/change': { 'narrative.overview': '公开信息120条，比上年的100条增加30条。' },
  'text/twice': { 'narrative.overview': ['政府网站发布信息52条。', '政府网站发布信息61条。'] },
  'text/parts': { 'narrative.overview': '公开信息44条，其中规划类1条，建设类2条，其他41条、其余2条。' },
  'text/repeated': { previous: lastYear() },
  'text/half-width': { 'narrative.overview': '本机关依法公开,及时准确。' },
  'text/enumerator': { 'narrative.overview': '一是公开。三是解读。' },
  'text/doubled': { 'narrative.overview': '主要存在在公开不够及时等方面。' },
  'text/unit': { 'narrative.overview': '全年公开信息205余条。' },
  'text/no-stop': { 'narrative.overview': '本机关依法公开信息，及时回应关切' },
  'text/stray-space': { 'narrative.overview': '本机关依法公 开信息。' },
  'text/debris': { 'narrative.overview': '本机关依法公开&nbsp;信息。' },
  'text/unbalanced': { 'narrative.overview': '本机关依据《条例公开信息。' },
  'text/placeholder': { 'narrative.overview': '本机关公开信息XX条。' },
  'text/wrong-year': { 'narrative.overview': '2024年，本机关依法公开信息。' },
  'text/space': { 'narrative.overview': '本机关收件12\t件。' },
  'text/invisible': { 'narrative.overview': '本机关公开\u200b信息。' },
  'text/radical': { 'narrative.overview': '本机关⼀直公开信息。' },
  'facts/unused': { 'facts.openDays': 1 },
};

test('a right report gives no finding', () => {
  expect(findings()).toEqual([]);
});

test('every rule is broken by one of these', () => {
  expect(Object.keys(BREAKS).toSorted()).toEqual(rules.map(({ code }) => code).toSorted());
});

test.each(Object.entries(BREAKS))('%s', (code, changes) => {
  const found = findings(changes);
  expect(found.filter((problem) => problem.code === code)).not.toEqual([]);
  expect(
    found
      .filter((problem) => problem.code === code)
      .map(formatDiagnostic)
      .join('\n'),
  ).toMatchSnapshot();
});

/** In which part an example of a rule is a text that the rule has something to say of; the right one has nothing. */
const PARTS_OF: { readonly [code: string]: string } = {
  'text/half-width': 'overview',
  'text/debris': 'overview',
  'text/unbalanced': 'overview',
  'text/placeholder': 'overview',
  'text/parts': 'overview',
  'text/enumerator': 'overview',
  'text/doubled': 'overview',
  'text/unit': 'overview',
  'text/no-stop': 'overview',
  'text/stray-space': 'overview',
  'text/radical': 'overview',
  'text/space': 'overview',
  'text/invisible': 'overview',
  'text/wrong-year': 'overview',
  'text/too-short': 'problems',
  'period/mismatch': 'preamble',
  'author/mismatch': 'preamble',
  'fees/missing': 'other',
  'fees/amount': 'other',
  'fees/unstated': 'other',
};

test.each(rules.filter(({ code }) => PARTS_OF[code] !== undefined))('the example of $code', ({ code, example }) => {
  const told = (text: string) =>
    findings({ [`narrative.${PARTS_OF[code]}`]: text }).filter((one) => one.code === code).length;
  expect([told(example.wrong.replace(/（2025年度的报告）/u, '')), told(example.right)]).toEqual([1, 0]);
});

test('the table of rules in the documentation is that of the rules', () => {
  expect(readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8')).toBe(rulesTable(rules));
});
