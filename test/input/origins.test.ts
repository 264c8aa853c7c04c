import { describe, expect, test } from '@jest/globals';
import {
  checkReport,
  composeReport,
  type Diagnostic,
  type Document,
  ReportError,
  readReport,
  renderDocument,
  stops,
} from '../../src/index.js';
import { type Raw, short } from './example.js';

// Whatever is found while a document is set names the very place of the report that it comes from. No font has 𰻝.

const YAML = `edition: "2021"
year: 2025
agency:
  name: 示例局
headings:
  overview: 一、总体情况
narrative:
  overview: |
    本机关依法公开信息。
    第二段。
  problems: 公开的内容还不够丰富，下一年度将及时更新。
  other: 本机关本年度未收取信息处理费。
disclosure:
  fill: 0
  fees:
    amount: { value: "1", unit: 元 }
requests: { fill: 0 }
review: { fill: 0 }
tables:
  other:
    - caption: 表1
      stubhead: 项目
      columns:
        - 上年
        - label: 本年
          columns: [件数, { label: 人数 }]
      rows:
        - { label: 甲, values: [1, 2, 3] }
        - label: 乙
          rows:
            - label: 丙
              values:
                - 4
                - 五
                - 6
signoff:
  date: "2026-01-20"
`;

/** The document of the report in which a word is followed by a character that no font has. */
function read(word: string) {
  const at = YAML.indexOf(word);
  if (at < 0) throw new Error(word);
  const end = at + word.length;
  return readReport(`${YAML.slice(0, end)}𰻝${YAML.slice(end)}`, 'report.yaml');
}

/** Those that stop the rendering. */
const errors = (found: readonly Diagnostic[]) => found.filter(stops);

async function problems(document: Document): Promise<readonly Diagnostic[]> {
  const error = await renderDocument(document, { format: 'pdf' }).catch((thrown: unknown) => thrown);
  if (error instanceof ReportError) return error.diagnostics;
  throw error;
}

describe('a character that no font has', () => {
  test.each([
    ['一、总体情况', 'headings.overview', '6:3'],
    ['第二段', 'narrative.overview', '10:8'],
    ['元', 'disclosure.fees.amount.unit', '16:27'],
    ['表1', 'tables.other[0].caption', '21:7'],
    ['项目', 'tables.other[0].stubhead', '22:7'],
    ['上年', 'tables.other[0].columns[0]', '24:11'],
    ['label: 本年', 'tables.other[0].columns[1].label', '25:11'],
    ['[件数', 'tables.other[0].columns[1].columns[0]', '26:21'],
    ['人数', 'tables.other[0].columns[1].columns[1].label', '26:27'],
    ['label: 甲', 'tables.other[0].rows[0].label', '28:13'],
    ['label: 丙', 'tables.other[0].rows[1].rows[0].label', '31:15'],
    ['五', 'tables.other[0].rows[1].rows[0].values[1]', '34:19'],
  ])('after %s', (word, path, place) => {
    const { report, locate } = read(word);
    const found = errors(locate(checkReport(report)));
    expect(found.map(short)).toEqual([`font/missing-glyph ${path}`]);
    expect(found.map((one) => `${one.place?.line}:${one.place?.column}`)).toEqual([place]);
  });

  test('names the paragraph of a text as people count', () => {
    const [found] = errors(checkReport(read('第二段').report));
    expect(found?.found).toBe('第 2 段：第二段𰻝。');
  });

  test('in the form’s own words names their table', async () => {
    const { meta, blocks } = composeReport(readReport(YAML, 'report.yaml').report);
    const changed: Document = JSON.parse(JSON.stringify({ meta, blocks }).replace('自然人', '自然𰻝'));
    expect((await problems(changed)).map(short)).toEqual(['font/missing-glyph requests']);
  });
});

test('every figure of a statutory table knows its cell of the report', () => {
  const figures = (raw: Raw) =>
    composeReport(readReport(raw, 'report.yaml').report).blocks.flatMap((block) =>
      block.kind === 'table' ? block.cells.filter(({ role }) => role === 'figure') : [],
    );
  const paths = figures(YAML).map(({ path }) => path.join('.'));
  expect(new Set(paths).size).toBe(paths.length);
  expect(paths).toEqual(expect.arrayContaining(['requests.received.total', 'review.litigation.direct.upheld']));
  const changed = figures(YAML.replace('requests: { fill: 0 }', 'requests: { fill: 0, carriedForward: { total: 0 } }'));
  expect(changed.map(({ path }) => path.join('.'))).toEqual(paths);
});
