import { describe, expect, test } from '@jest/globals';
import { fc } from '../fast-check.js';
import { findings, minimal } from './minimal.js';

// What the rules on form say of texts beyond the labelled passages: where they are silent for any text, and what they do not mistake.

const codes = (changes: Parameters<typeof findings>[0]) => findings(changes).map(({ code }) => code);
const inOverview = (text: string | readonly string[]) => codes({ 'narrative.overview': text });

describe('a list', () => {
  const NUMERALS = '一二三四五六七八九十';
  const count = fc.integer({ min: 1, max: 10 });
  const styles: readonly ((i: number) => string)[] = [
    (i) => `${NUMERALS[i]}是做好第${i}项工作；`,
    (i) => `（${NUMERALS[i]}）做好第${i}项工作，按时完成各项任务。`,
    (i) => `${i + 1}.做好第${i}项工作，按时完成各项任务。`,
  ];

  test('of any style and length that is numbered right is let be', () => {
    fc.assert(
      fc.property(count, fc.constantFrom(...styles), fc.boolean(), (length, style, isApart) => {
        const items = Array.from({ length }, (_, i) => style(i));
        const text = isApart || style !== styles[0] ? items : items.join('');
        expect(inOverview(text)).not.toContain('text/enumerator');
      }),
      { numRuns: 60 },
    );
  });

  test('that lacks one number is told once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 10 }), fc.constantFrom(...styles), fc.nat(), (length, style, seed) => {
        const gap = 1 + (seed % (length - 2));
        const items = Array.from({ length }, (_, i) => style(i)).filter((_, i) => i !== gap);
        expect(inOverview(items).filter((code) => code === 'text/enumerator')).toHaveLength(1);
      }),
      { numRuns: 60 },
    );
  });
});

test.each([
  ['示例县示例局2025年政府信息公开年度报告', '工作'],
  ['示例县示例局2025年政府信息工作年度报告', '公开'],
  ['示例县示例局2025年工作总结', '政府信息公开工作年度报告'],
])('a title lacks a word: %s', (title, lacks) => {
  expect(findings({ title }).map(({ message }) => message)).toEqual([expect.stringContaining(lacks)]);
});

test.each(['示例县示例局2025年政府信息公开工作年度报告', '示例县示例局2025年度政府信息公开工作年度报告'])(
  'a title is whole: %s',
  (title) => {
    expect(findings({ title })).toEqual([]);
  },
);

describe('last year’s text', () => {
  const before = '一是解读形式单一，图解和视频偏少。二是个别栏目更新不及时，责任没有落实到人。三是培训次数偏少。';
  const previous = minimal({ year: 2024, 'narrative.problems': before });

  test('is told with the passages, at the first of them', () => {
    const fresh = '此外，基层公开标准目录需要修订。';
    const found = findings({ previous, 'narrative.problems': [fresh, before] });
    expect(found).toMatchObject([
      { code: 'text/repeated', path: ['narrative', 'problems', 1], found: expect.stringContaining('解读形式单一') },
    ]);
  });

  test('is not told where half of it is new', () => {
    const fresh = '一是解读形式单一，图解和视频偏少。二是基层公开标准目录与事项清单衔接不够紧密，更新滞后于机构改革。';
    expect(codes({ previous, 'narrative.problems': fresh })).toEqual([]);
  });
});

test('a figure that is far from last year’s wants a word, and is let be with one', () => {
  const previous = minimal({
    year: 2024,
    'disclosure.licensing.decisions': 120,
    'narrative.problems': '上年的另外一段话，各有不同。',
  });
  expect(codes({ previous })).toEqual(['years/jump']);
  expect(codes({ previous, 'narrative.overview': '行政许可事项已划转县行政审批局。' })).toEqual([]);
});

test('lines that were cut as a page was are no paragraphs without a stop', () => {
  const text =
    '我局按照规定公开政府信息，全年公开各类信息，及时回应群众的关切，办理各项申请，网站运行平稳，没有发生舆情。';
  const cut = text.repeat(4).match(/.{1,36}/gu) ?? [];
  expect(inOverview(cut)).not.toContain('text/no-stop');
});
