import { describe, expect, test } from '@jest/globals';
import { checkReport, parseReport, ReportError, readReport, reportJsonSchema } from '../../src/index.js';
import { fixture, minimal, minimalReport, problemsOf, type Raw, short } from './example.js';

const json = fixture('2021/minimal.json');

describe('data that have no end are a problem, not a fault', () => {
  const ring: Raw[] = [];
  ring.push({ ring });
  let deep: Raw = [];
  for (let i = 0; i < 20_000; i++) deep = [deep];
  let wide: Raw = ['一'];
  for (let i = 0; i < 60; i++) wide = [wide, wide];

  test.each([
    ['a ring', ring, 'shape/value', '数据里包含了它自己'],
    ['a well', deep, 'shape/too-large', '套得太深'],
    ['a doubling', wide, 'shape/too-large', '太'],
    ['a list without measure', Array(300_000).fill(1), 'shape/too-large', '太长'],
  ])('%s', (_, value, code, message) => {
    for (const changes of [{ facts: { problems: value } }, { tables: value }, { previous: { facts: value } }]) {
      const [found, ...others] = problemsOf(() => parseReport(minimal(changes)));
      expect(others).toEqual([]);
      expect(found).toMatchObject({ code, message: expect.stringContaining(message) });
    }
    const report: Raw = { ...minimalReport(), facts: { problems: value } };
    expect(problemsOf(() => checkReport(report))).toMatchObject([{ code }]);
  });

  test('what is only used twice is none', () => {
    const zero = { fill: 0 };
    expect(problemsOf(() => parseReport(minimal({ disclosure: zero, requests: zero, review: zero })))).toEqual([]);
  });
});

test.each([null, undefined, 3, '文字', true, [minimal()], 10n, Symbol('x'), () => minimal(), new Date(0), new Map()])(
  '%p is no report',
  (value) => {
    expect(() => parseReport(value)).toThrow(ReportError);
  },
);

describe.each(['report.json', 'report.yaml', '-'])('%s', (file) => {
  test.each(['', ' \n', '\uFEFF', 'null', '3', '[]', '"文字"', '['.repeat(50_000), '{"a":'.repeat(50_000)])(
    'of another kind is a problem: %#',
    (text) => {
      const [found, ...others] = problemsOf(() => readReport(text, file));
      expect(found?.code).toMatch(/^(?:syntax\/invalid|shape\/type)$/);
      expect(others).toEqual([]);
    },
  );
});

describe('$schema, by which editors find the schema', () => {
  test('is accepted and not kept', () => {
    const address = 'https://example.cn/report.schema.json';
    expect(readReport(json.replace('{', `{ "$schema": "${address}",`), 'a.json').report).toEqual(
      readReport(json, 'a.json').report,
    );
    expect(parseReport({ $schema: address, ...minimal({ previous: { $schema: address, ...minimal() } }) })).toEqual(
      minimalReport({ previous: minimal() }),
    );
    for (const form of Object(reportJsonSchema()).oneOf ?? Object(reportJsonSchema()).anyOf)
      expect(form.properties.$schema).toMatchObject({ type: 'string' });
  });

  test('is a text, and known nowhere else', () => {
    const found = [{ $schema: 3 }, { agency: { name: '甲局', $schema: 'x' } }].flatMap((changes) =>
      problemsOf(() => parseReport(minimal(changes))),
    );
    expect(found.map(short)).toEqual(['shape/unknown-key $schema', 'shape/unknown-key agency.$schema']);
  });
});

test('a row of a further table has values or rows, not both', () => {
  const rows = [{ label: '甲', values: [1], rows: [{ label: '乙', values: [2] }] }];
  const tables = { overview: [{ columns: ['数'], rows }] };
  expect(problemsOf(() => parseReport(minimal({ tables }))).map(short)).toEqual([
    'shape/value tables.overview[0].rows[0].values',
  ]);
});

describe('YAML', () => {
  const head = 'edition: "2021"\nyear: 2025\nagency: { name: 示例局 }\n';
  const tables = 'disclosure: { fill: 0 }\nrequests: { fill: 0 }\nreview: { fill: 0 }\n';
  const narrative = (problems: string) => `${head}${tables}narrative:\n  problems: ${problems}\n  other: 未收费。\n`;

  test('an anchor may be used as often as one likes', () => {
    const items = Array.from({ length: 500 }, () => '*one').join(', ');
    const text = `${head}${tables}facts: { problems: [&one 问题, ${items}] }\n`;
    expect(readReport(text, 'a.yaml').report.facts?.problems).toHaveLength(501);
  });

  test('what it expands to counts, and is told', () => {
    const levels = Array.from({ length: 12 }, (_, i) => `x${i + 1}: &x${i + 1} [${Array(9).fill(`*x${i}`)}]\n`);
    const [found, ...others] = problemsOf(() => readReport(`x0: &x0 [一]\n${levels.join('')}`, 'a.yaml'));
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: 'syntax/invalid', message: '以 * 引用的内容展开后太大', place: { line: 13 } });
    expect(found?.expected).toMatch(/^不超过 \d+ 个值/);
  });

  test('what it may expand to is what the caller allows', () => {
    const items = Array.from({ length: 60 }, () => '*one').join(', ');
    const text = `${head}${tables}facts: { problems: [&one [一, 二, 三], ${items}] }\n`;
    const [found] = problemsOf(() => readReport(text, 'a.yaml', { limits: { values: 200 } }));
    expect(found).toMatchObject({
      message: '以 * 引用的内容展开后太大',
      expected: expect.stringContaining('200 个值'),
    });
    const levels = Array.from({ length: 5 }, (_, i) => `x${i + 1}: &x${i + 1} [${Array(9).fill(`*x${i}`)}]\n`);
    const large = `x0: &x0 [一, 二]\n${levels.join('')}`;
    const told = (limits?: object) =>
      problemsOf(() => readReport(large, 'a.yaml', limits ? { limits } : {})).map(({ message }) => message);
    expect(told()).toEqual(['以 * 引用的内容展开后太大']);
    expect(told({ values: 300_000 })).not.toContain('以 * 引用的内容展开后太大');
  });

  test.each([
    ['a: &a [*a]', '引用了它自己', 8],
    ['a: *b\nb: &b 1', '没有定义', 4],
  ])('%j leads nowhere', (text, message, column) => {
    expect(problemsOf(() => readReport(text, 'a.yaml'))).toMatchObject([
      { code: 'syntax/invalid', message: expect.stringContaining(message), place: { line: 1, column } },
    ]);
  });

  test.each([
    ['>\n    问题，\n    下一年。', 1, 7],
    ['>-\n    问题\n    下\n    年。', 2, 7],
    ['问题\n    下一年。', 1, 6],
    ['"问题\n    下一年。"', 1, 6],
    ["'问题   \n    2件。'", 1, 6],
    ['&a 问题\n    （一）下一年。', 1, 6],
  ])('a line folded between Chinese is told, for YAML puts a space there: %j', (written, count, line) => {
    const { findings } = readReport(narrative(written), 'a.yaml');
    expect(findings).toMatchObject([
      { code: 'text/folded-space', severity: 'warning', path: ['narrative', 'problems'], place: { file: 'a.yaml' } },
    ]);
    expect(findings[0]?.message).toContain(count > 1 ? `共 ${count} 处` : '空格');
    expect(findings[0]?.place?.line).toBe(line + 2);
  });

  test.each([
    ['>\n    问题。\n    下一年。', []],
    ['>\n    问题。 又。\n    下一年。', ['text/stray-space']],
    ['问题。 下一年。', ['text/stray-space']],
  ])('what folds leave is told once, other spaces by their own rule: %j', (written, codes) => {
    const { report, locate } = readReport(narrative(written), 'a.yaml');
    const found = locate(checkReport(report)).map(({ code }) => code);
    expect(found.filter((code) => code === 'text/stray-space')).toEqual(codes);
  });

  test.each([
    '|\n    问题。\n    下一年。',
    '>\n    问题。\n\n    下一年。',
    '问题 下一年。',
    '"问题\\\n    下一年。"',
    '"问题 下一年\\n\\\n    又"',
    '>\n    one\n    two',
  ])('no other: %j', (written) => {
    expect(readReport(narrative(written), 'a.yaml').findings).toEqual([]);
  });
});
