import { describe, expect, test } from '@jest/globals';
import {
  type AnyReport,
  cellRecords,
  checkReport,
  compareReports,
  composeReport,
  exportCells,
  parseReport,
  read,
  readReport,
  rollUp,
} from '../../src/index.js';
import { fixture, minimalReport, problemsOf, short } from './example.js';

const json = fixture('2021/minimal.json');
const yaml =
  'edition: "2021"\nyear: 2025\nagency:\n  name: 示例局\ndisclosure: { fill: 0 }\nrequests: { fill: 0 }\nreview: { fill: 0 }\n';

describe('keys named like parts of every object', () => {
  test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
    '%s is not known anywhere',
    (key) => {
      const inRoot = json.replace('"year"', `"${key}": { "polluted": 1 }, "year"`);
      const inAgency = json.replace('"name"', `"${key}": { "polluted": 1 }, "name"`);
      const inCells = json.replace('"requests": { ', `"requests": { "${key}": { "polluted": 1 }, `);
      const found = [inRoot, inAgency, inCells].flatMap((text) => problemsOf(() => readReport(text, 'report.json')));
      expect(found.map(short)).toEqual([
        `shape/unknown-key ${key}`,
        `shape/unknown-key agency.${key}`,
        `shape/unknown-key requests.${key}`,
      ]);
      for (const { hint } of found) expect(hint).not.toMatch(/undefined|native code/);
      expect(Reflect.get({}, 'polluted')).toBeUndefined();
    },
  );

  test.each(['__proto__', 'constructor', 'toString'])('%s is not known in YAML', (key) => {
    const found = problemsOf(() => readReport(`${key}: { polluted: 1 }\n${yaml}`, 'report.yaml'));
    expect(found.map(short)).toEqual([`shape/unknown-key ${key}`]);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});

describe('a key given twice is refused, wherever it stands', () => {
  test.each([
    json.replace('"year": 2025', '"year": 2025, "year": 2025'),
    json.replace('"name":', '"name": "甲", "name":'),
    json.replace('"requests": { "fill": 0 }', '"requests": { "fill": 0, "received": { "total": 1, "total": 2 } }'),
    json.replace('"year": 2025', '"year": 2025, "\\u0079ear": 2024'),
  ])('case %#', (text) => {
    for (const file of ['report.json', 'report.yaml']) {
      expect(problemsOf(() => readReport(text, file))).toMatchObject([{ code: 'syntax/invalid' }]);
    }
  });
});

test('a key is the same as a number and as a text', () => {
  const found = problemsOf(() => readReport(`${yaml}1: 甲\n"1": 乙\n`, 'report.yaml'));
  expect(found).toMatchObject([{ code: 'syntax/invalid', place: { line: 9, column: 1 } }]);
});

test('of very many keys that stand twice as many are told as of other problems', () => {
  const found = problemsOf(() => readReport(yaml + '甲: 1\n'.repeat(3000), 'report.yaml'));
  expect(found).toHaveLength(1001);
  expect(found.at(-1)).toMatchObject({ code: 'findings/more' });
});

test('keys of YAML in keys are refused when they are deep, each of which would be written again with all within it', () => {
  for (const text of [`${'? '.repeat(40)}a\n`, `${'{'.repeat(40)}a${'}'.repeat(40)}`]) {
    const found = problemsOf(() => readReport(text, 'report.yaml'));
    expect(found).toMatchObject([{ code: 'syntax/invalid', facts: { cause: 'deep' } }]);
  }
});

test('a list for a key is not known, and is not spoken of on the console', async () => {
  const warnings: unknown[] = [];
  const listen = (warning: unknown) => warnings.push(warning);
  process.on('warning', listen);
  expect(problemsOf(() => readReport(`${yaml}? [甲]\n: 1\n`, 'report.yaml')).map(short)).toEqual([
    'shape/unknown-key [ 甲 ]',
  ]);
  await new Promise((resolve) => setImmediate(resolve));
  process.off('warning', listen);
  expect(warnings).toEqual([]);
});

describe('a file is read alike', () => {
  const plain = readReport(json, 'report.json').report;

  test('with a byte order mark', () => {
    expect(readReport(`\uFEFF${json}`, 'report.json').report).toEqual(plain);
    expect(readReport(`\uFEFF${yaml}`, 'report.yaml').report).toEqual(readReport(yaml, 'report.yaml').report);
  });

  test('with CRLF', () => {
    expect(readReport(json.replaceAll('\n', '\r\n'), 'report.json').report).toEqual(plain);
    expect(readReport(yaml.replaceAll('\n', '\r\n'), 'report.yaml').report).toEqual(
      readReport(yaml, 'report.yaml').report,
    );
  });

  test('whatever it is called, if its text tells what it is', () => {
    expect(readReport(json, 'stdin').report).toEqual(plain);
    expect(readReport(yaml, 'stdin').report).toEqual(readReport(yaml, 'report.yaml').report);
  });
});

test.each(['\u0007', '\u0000', '\ud800', '\udc00', '\uFFFE'])(
  'the character %j, which no file can carry, is named with its place',
  (character) => {
    const found = problemsOf(() =>
      minimalReport({ narrative: { other: ['本机关', `未收取${character}信息处理费。`] } }),
    );
    expect(found).toMatchObject([{ code: 'text/forbidden-character', path: ['narrative', 'other', 1] }]);
    expect(found[0]?.found).toMatch(/^第 4 个字符：未收取〔U\+[0-9A-F]{4}〕信息/);
  },
);

test('a YAML alias that is not defined is an error, and one that is defined is read', () => {
  const text =
    'edition: "2021"\nyear: 2025\nagency: { name: 示例局 }\ndisclosure: &zero { fill: 0 }\nrequests: *zero\nreview: *';
  expect(readReport(`${text}zero\n`, 'report.yaml').report.requests.received.total).toBe(0);
  expect(problemsOf(() => readReport(`${text}none\n`, 'report.yaml'))).toMatchObject([{ code: 'syntax/invalid' }]);
});

describe('an object that no file holds', () => {
  const WHOLE = '（整份报告）';
  const revoked = () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  };
  const throwing = () => ({
    get name() {
      throw new RangeError('not for you');
    },
  });

  test.each([
    ['a proxy that is revoked', revoked(), WHOLE],
    ['one within', { ...minimalReport(), waivers: revoked() }, 'waivers'],
    ['a getter that throws', { ...minimalReport(), agency: throwing() }, 'agency.name'],
    [
      'what is thrown is no error',
      {
        ...minimalReport(),
        get x() {
          throw 1;
        },
      },
      'x',
    ],
    ['bytes', new Float64Array(1e6), WHOLE],
    ['bytes within', { ...minimalReport(), narrative: new Uint8Array(1e6) }, 'narrative'],
    ['a text as an object', { ...minimalReport(), narrative: new String('字'.repeat(1e6)) }, 'narrative'],
  ])('is a problem of the report, and quickly: %s', async (_, value, path) => {
    const report = value as AnyReport;
    const calls = [parseReport, checkReport, composeReport, cellRecords];
    for (const call of calls) {
      expect(problemsOf(() => call(report)).map(short)).toEqual([`shape/value ${path}`]);
    }
    await expect(compareReports([report])).rejects.toMatchObject({ diagnostics: [{ code: 'shape/value' }] });
    expect(exportCells([report]).findings.map(({ code }) => code)).toEqual(['shape/value']);
    expect(rollUp([report], { agency: '某县', year: 2025 }).findings.map(({ code }) => code)).toContain('shape/value');
  });
});

describe('what is no content of a file', () => {
  const endless: object = new Proxy({}, { get: (_, key) => (typeof key === 'symbol' ? undefined : endless) });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['numbers of eight bytes', new Float64Array(8)],
    ['an object without an end', endless],
    ['a function', () => ''],
  ])('is said to be none: %s', async (_, content) => {
    await expect(read(content as string, { name: 'a.json' })).rejects.toMatchObject({
      diagnostics: [{ code: 'usage/argument', message: '要读入的不是文件的内容' }],
    });
    expect(problemsOf(() => readReport(content as string, 'a.json')).map(({ code }) => code)).toEqual([
      'usage/argument',
    ]);
  });
});

test.each([null, undefined, '甲', {}, new Map()])('no report: %p', async (value) => {
  const report = value as unknown as AnyReport;
  const [found, ...others] = problemsOf(() => cellRecords(report));
  expect([found?.code, others]).toEqual(['usage/argument', []]);
  await expect(compareReports([report, report])).rejects.toMatchObject({ diagnostics: [{ code: 'usage/argument' }] });
});
