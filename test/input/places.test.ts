import { describe, expect, test } from '@jest/globals';
import { checkReport, type Diagnostic, readReport } from '../../src/index.js';
import { minimal, problemsOf } from './example.js';

const placeOf = ({ place }: Diagnostic) => `${place?.line}:${place?.column}`;

const JSON_TEXT = `{
  "edition": "2021",
  "year": 2025,
  "agency": { "name": "示例局", "telphone": "1" },
  "disclosure": { "fill": 0 },
  "requests": { "fill": 0, "received": {
    "total": -1
  } },
  "review": { "fill": 0 },
  "waivers": [
    { "rule": "sum/I1", "path": "x", "reason": "y" },
    { "rule": 1, "path": "x", "reason": "y" }
  ]
}`;

const YAML_TEXT = `# 注释
edition: "2021"
year: 2025
agency:
  name: 示例局
  telphone: "1"
disclosure: { fill: 0 }
requests:
  fill: 0
  received: { total: -1 }
review: { fill: 0 }
waivers:
  - { rule: sum/I1, path: x, reason: y }
  - rule: 1
    path: x
    reason: y
`;

describe('a problem names the line and the column where its key stands', () => {
  test.each([
    ['report.json', JSON_TEXT, { telphone: '4:30', total: '7:5', rule: '12:7' }],
    ['report.yaml', YAML_TEXT, { telphone: '6:3', total: '10:15', rule: '14:5' }],
  ])('%s', (file, text, places) => {
    const found = problemsOf(() => readReport(text, file));
    expect(Object.fromEntries(found.map((problem) => [problem.path.at(-1), placeOf(problem)]))).toEqual(places);
    for (const problem of found) expect(problem.place?.file).toBe(file);
  });

  test('or, where the key is absent, of what it should stand in', () => {
    const json = JSON.stringify({ ...minimal(), review: {} }, null, 2);
    const [missing] = problemsOf(() => readReport(json, 'report.json'));
    const line = json.split('\n').findIndex((text) => text.includes('"review"')) + 1;
    expect(missing && placeOf(missing)).toBe(`${line}:3`);
  });

  test('also when it is found by checking', () => {
    const raw = { ...minimal(), review: { fill: 0, reconsideration: { upheld: 1, total: 2 } } };
    const { report, locate } = readReport(JSON.stringify(raw, null, 2), 'report.json');
    const [wrong] = locate(checkReport(report));
    const lines = JSON.stringify(raw, null, 2).split('\n');
    expect(lines[(wrong?.place?.line ?? 0) - 1]).toBe('      "total": 2');
    expect(wrong?.place?.column).toBe(7);
  });
});

describe('text that cannot be read names line and column', () => {
  test.each([
    ['a.json', '{\n  "year": 2025;\n}', '2:15'],
    ['a.json', '{\n  "year": 2025,\n}', '3:1'],
    ['a.json', '{ "a": 1,\n  "a": 2 }', '2:3'],
    ['a.json', '{\n "agency": {\n  "name": "x",\n  "name": "y" } }', '4:3'],
    ['a.json', "{ 'a': 1 }", '1:3'],
    ['a.json', '{} {}', '1:4'],
    ['a.yaml', 'year: 2025\nyear: 2024\n', '2:1'],
    ['a.yaml', 'agency:\n\tname: x\n', '2:1'],
    ['a.json', '', '1:1'],
    ['a.yaml', ' \n\n', '1:1'],
  ])('%s %j at %s', (file, text, place) => {
    const [first] = problemsOf(() => readReport(text, file));
    expect(first).toMatchObject({ code: 'syntax/invalid', place: { file } });
    expect(first && placeOf(first)).toBe(place);
  });
});
