import { parse } from 'yaml';
import {
  blankReport,
  blankText,
  checkReport,
  defineForm,
  editions,
  type Form,
  parseReport,
  readReport,
  reportJsonSchema,
} from '../../src/index.js';
import { dataCells } from '../../src/table/cells.js';
import { problemsOf } from '../input/example.js';
import { fixture } from '../readers/fixtures.mjs';

// A blank report as a person fills it in.

const AGENCY = '示例县示例局';
const every = Object.values<Form>(editions);
const textFor = ({ id, years: [from] }: Form, more = {}) =>
  blankText({ edition: id, year: from, agency: AGENCY, ...more });
const read = (text: string) => readReport(text, '报告.yaml', {});
/** With every example in use. */
const uncommented = (text: string) => text.replace(/^( *)#(?=\S)/gm, '$1');
const labelsOf = (form: Form) =>
  Object.values(form.tables).flatMap((spec) => dataCells(spec).flatMap(({ row, column }) => [...row, ...column]));

describe.each(every)('$id', (form) => {
  const text = textFor(form);

  test('reads as a report whose tables are blank', () => {
    const { report, findings } = read(text);
    const blank = parseReport(blankReport({ edition: form.id, year: form.years[0], agency: AGENCY }), {});
    expect(findings).toEqual([]);
    for (const key of Object.keys(form.tables)) {
      expect(report).toHaveProperty(key, blank[key as keyof typeof blank]);
    }
  });

  test('says what each cell is in the words of the form, section by section', () => {
    for (const { label } of labelsOf(form)) expect(text).toContain(label);
    const at = form.sections.map(({ heading }) => text.indexOf(`── ${heading} ──`));
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    expect(Math.min(...at)).toBeGreaterThan(0);
    for (const fact of Object.values(form.facts)) expect(text).toContain(`# ${fact.title}`);
  });

  test('tells editors where its schema is, and has nothing that this refuses', () => {
    expect(text).toMatch(/^# yaml-language-server: \$schema=nianbao\.schema\.json\n/);
    expect(text).not.toMatch(/https?:\/\/(?!www\.example\.gov\.cn\/)/);
  });

  test('every example may be uncommented: the report is whole, and has what they say', () => {
    const all = uncommented(text);
    expect(all).not.toMatch(/^ *#\S/m);
    const { report, findings } = read(all);
    expect(findings).toEqual([]);
    expect(Object.keys(report.facts ?? {})).toEqual(Object.keys(form.facts));
    expect(report).toMatchObject({ signoff: { agency: [AGENCY] }, addressee: expect.any(String) });
    const [table = ''] = Object.keys(form.tables);
    expect(report.narrative).toHaveProperty(`${table}.after`);
    expect(report.notes).toHaveProperty(table);
  });
});

describe('what is typed behind the keys', () => {
  const text = textFor(editions['2021']);
  const filled = (from: string, to: string) => text.replace(from, to);

  test('a figure makes the rest of its table 0, and totals are computed; other tables stay blank', () => {
    const { report, findings } = read(
      filled('received:                  { naturalPerson: ', 'received: { naturalPerson: 3'),
    );
    expect(report).toMatchObject({
      requests: { received: { naturalPerson: 3, organization: { other: 0 }, total: 3 }, carriedForward: { total: 0 } },
      review: { reconsideration: { upheld: null, total: null } },
    });
    expect(findings).toMatchObject([
      {
        code: 'cell/assumed',
        severity: 'note',
        path: ['requests'],
        message: expect.stringContaining('有 143 格没有填'),
      },
    ]);
    expect(findings[0]?.places).toHaveLength(143);
  });

  test('a single 0 says that all are', () => {
    const { report } = read(filled('decisions:             # 本年处理决定数量', 'decisions: 0'));
    expect(checkReport(report).filter(({ code, path }) => code === 'cell/blank' && path[0] === 'disclosure')).toEqual(
      [],
    );
  });

  test('null is a blank that is meant', () => {
    const { report } = read(filled('decisions:   ', 'decisions: null').replace('issued:   ', 'issued: 1'));
    expect(report).toMatchObject({ disclosure: { licensing: { decisions: null }, rules: { issued: 1, inForce: 0 } } });
  });
});

describe('slips of somebody who has not seen YAML', () => {
  const text = textFor(editions['2021']);
  test.each<[string, string, RegExp, string, string]>([
    ['no space behind a colon', 'shape/type', /decisions: /, 'decisions:3', '后面空一格'],
    ['a comma of full width', 'syntax/invalid', /(?<=received: +\{ naturalPerson: ),/, '3，', '要用半角'],
    [
      'an example uncommented without its indentation',
      'shape/unknown-key',
      /^ {2}#meetings/m,
      'meetings',
      'facts: 下面',
    ],
    [
      'an example uncommented without its group',
      'shape/unknown-key',
      /^ {2}#overview: "/m,
      '  overview: "',
      'narrative: 下面',
    ],
  ])('%s', (_, code, from, to, hint) => {
    const found = problemsOf(() => read(text.replace(from, to)));
    expect(found.find((one) => one.code === code)?.hint).toContain(hint);
  });
});

describe('with last year’s report', () => {
  const { report: previous } = readReport(fixture('2021/suqian-2024.yaml').text, 'suqian-2024.yaml');
  const text = textFor({ ...editions['2021'], years: [2025] }, { previous });

  test('what that determines is filled in and said, and does not make a table begun', () => {
    const { report, findings } = read(text);
    expect(report.requests).toHaveProperty('carriedOver', previous.requests?.carriedForward);
    expect(report.requests).toHaveProperty('received.total', null);
    expect(findings).toEqual([]);
    expect(text).toMatch(/二、上年结转政府信息公开申请数量（已按上年报告填入）/);
    expect(text).toContain('2024年度报告');
  });

  test('what continues it says how', () => {
    const { inForce } = (previous.disclosure as { normativeDocuments: { inForce: number } }).normativeDocuments;
    expect(text).toContain(`现行有效件数（应为 上年 ${inForce} + 本年制发件数 − 本年废止件数）`);
  });
});

test('every example may be uncommented by itself', () => {
  const text = textFor(editions['2021']);
  const lines = text.split('\n');
  const depth = (line = '') => line.search(/\S|$/);
  const isOff = (line = '') => /^ *#\S/.test(line);
  const above = (i: number) => lines.slice(0, i).findLast((line) => line !== '' && depth(line) < depth(lines[i]));
  const starts = lines.flatMap((line, i) => (isOff(line) && !isOff(above(i)) ? [i] : []));
  for (const start of starts) {
    const end = lines.findIndex((line, i) => i > start && !(isOff(line) && depth(line) > depth(lines[start])));
    const one = lines.map((line, i) => (i >= start && i < end ? uncommented(line) : line)).join('\n');
    expect(() => read(one)).not.toThrow();
  }
  expect(starts.length).toBeGreaterThan(10);
});

const bare = defineForm({
  ...editions['2021'],
  id: 'bare',
  sections: [{ key: 'money', heading: '一、经费' }],
  texts: {},
  facts: {},
  rolls: [],
  stated: [],
  claims: [],
  rates: [],
  steady: [],
  charts: [],
  amounts: [],
  tables: {
    money: {
      description: '经费',
      widths: [1, 1],
      groups: [{ columns: [{ key: 'change', label: '增减', kind: 'signed' }], rows: [{ key: 'a', label: '甲' }] }],
    },
  },
});

test('what its author calls things cannot be taken for YAML', () => {
  for (const agency of [
    '# 局',
    '- 某局',
    'yes',
    '某局: 甲',
    '“某”局',
    "某'局",
    '某"局',
    '{局}',
    '2026',
    '某局 # 甲',
    '*局',
    '某\\局',
  ]) {
    const text = blankText({ edition: 'bare', year: 2026, agency, forms: [bare] });
    expect(parse(text).agency.name).toBe(agency);
    expect(parse(uncommented(text))).toMatchObject({
      title: [agency, expect.anything()],
    });
  }
});

test('a form without facts, texts or totals', () => {
  const text = blankText({ edition: 'bare', year: 2026, agency: AGENCY, forms: [bare] });
  expect(text).not.toMatch(/^facts:|compute/m);
  expect(text).toContain('增减（减少的写负数）');
  expect(readReport(uncommented(text), 'a.yaml', { forms: [bare] }).report).toMatchObject({
    money: { a: { change: null } },
  });
});

test('the schema has the examples too', () => {
  expect(JSON.stringify(reportJsonSchema())).toContain('"examples":["zwgk@example.gov.cn"]');
});
