import { describe, expect, test } from '@jest/globals';
import { checkReport, parseReport, readReport } from '../../src/index.js';
import { fc } from '../fast-check.js';
import { findings, minimal } from './minimal.js';

// What texts say of the figures in the tables: read by a grammar, so each of these stands for a way of saying it.

const RULES = ['text/figure', 'text/claim', 'text/share', 'text/change', 'text/parts', 'text/twice'];

const FIGURES = {
  'requests.received': { naturalPerson: 9, organization: { business: 3 }, total: 12 },
  'requests.carriedOver': { naturalPerson: 1, total: 1 },
  'requests.disposition.granted': { naturalPerson: 8, total: 8 },
  'requests.disposition.partial': { organization: { business: 2 }, total: 2 },
  'requests.disposition.denied.stateSecret': { naturalPerson: 1, total: 1 },
  'requests.disposition.total': { naturalPerson: 9, organization: { business: 2 }, total: 11 },
  'requests.carriedForward': { naturalPerson: 1, organization: { business: 1 }, total: 2 },
  'review.reconsideration': { upheld: 1, total: 1 },
  'disclosure.normativeDocuments': { issued: 3, repealed: 1, inForce: 20 },
};

const told = (text: string | readonly string[], changes = {}) =>
  findings({ ...FIGURES, 'narrative.overview': text, ...changes }).filter(({ code }) => RULES.includes(code));

describe('a figure', () => {
  test.each([
    ['本年度共收到13件申请。', '13件'],
    ['全年办理政府信息公开申请14件。', '14件'],
    ['共受理14件依申请公开信息。', '14件'],
    ['行政复议方面，全年共2起。', '2起'],
    ['行政诉讼案件共一起。', '一起'],
    ['收到申请12件，其中自然人8件。', '8件'],
    ['予以公开及部分公开9件。', '9件'],
    ['收到申请12件，办结11件，其余1件结转下年度。', '1件'],
    ['清理并公布现行有效行政规范性文件19件。', '19件'],
    ['政府信息公开申请，办结９件。', '９件'],
    ['行政复议、行政诉讼分别为1件、2件。', '2件'],
    ['全局办理行政复议案件18件，其中政府信息公开类2件。', '2件'],
    ['5件行政复议均已审结。', '5件'],
    ['受理申请13件，加上上年结转1件，均纳入台账。', '13件'],
  ])('is told: %s', (text, words) => {
    expect(told(text)).toMatchObject([{ code: 'text/figure', words }]);
  });

  test.each([
    '予以公开及部分公开10件，不予公开1件。',
    '办结申请11件，其中：予以公开8件；部分公开2件；不予公开1件；因政府信息公开引起的行政复议案件1件、行政诉讼案件0件。',
    '受理申请13件，其中本年新收12件、上年结转1件。',
    '办理提案答复5件，收集典型案例9件，答复咨询86件。',
    '比上年少受理2件，其中网络渠道少5件。',
    '2024年收到申请10件。',
    '行政诉讼案件一起抓。',
    '信访件与行政诉讼案件一起研究。',
    '收到申请12件；办结11件，结转2件。其中自然人申请9件，法人或其他组织申请3件。',
    '收到申请12件；办结11件，结转2件。其中自然人申请9件，法人或其他组织申请2件。',
    '下一步，力争全年办结申请20件。',
    '有1件因涉及国家秘密不予公开，按期答复。',
    '全局办理行政复议案件18件，其中政府信息公开类1件。',
    '全系统收到申请49件，其中局机关12件，下属单位37件。',
    '行政复议1件，驳回诉讼请求2件。',
    '同意公开10件（含部分公开2件）。',
    '因“三安全一稳定”不予公开2件。',
    '办结的11件中：全部公开8件，部分公开2件。',
  ])('is silent of: %s', (text) => {
    expect(told(text)).toEqual([]);
  });

  test.each([
    [['收到政府信息公开申请12件。', '（二）行政复议情况', '全年共收到1件。'], []],
    [['收到政府信息公开申请12件。', '（二）行政复议情况', '全年共2起。'], ['2起']],
  ])('is about what a heading in its own paragraph names: %j', (text, words) => {
    expect(told(text).map((one) => one.words)).toEqual(words);
  });

  test('is less than all where the whole that it is of follows', () => {
    const licensing = { 'disclosure.licensing.decisions': 1280 };
    expect(told('行政许可“不见面”办理1150件，占全年1280件的89.8%。', licensing)).toEqual([]);
    expect(told('行政许可“不见面”办理1150件。', licensing)).toMatchObject([{ code: 'text/figure' }]);
  });

  test('is held against what the cells of a blank total add up to', () => {
    const blank = { 'requests.disposition.granted': { naturalPerson: 8, total: null } };
    expect(told('予以公开9件。', blank)).toMatchObject([{ code: 'text/figure', expected: '8' }]);
    expect(told('予以公开8件。', blank)).toEqual([]);
  });

  test('any number but the right one is told, and only that', () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.nat(3000), (data, typed) => {
        const received = { naturalPerson: data, total: data };
        const found = told(`全年共收到政府信息公开申请${typed}件。`, { 'requests.received': received });
        expect(found.length).toBe(data === typed ? 0 : 1);
      }),
      { numRuns: 25 },
    );
  });
});

describe('a claim', () => {
  test.each([
    '全年未收到政府信息公开申请。',
    '未发生因政府信息公开引起的行政复议、行政诉讼。',
    '所有申请均已按要求办理完成。',
    '收到申请12件，均予以公开。',
    '没有结转下年度的申请。',
    '申请一律按期办结。',
    '政府信息公开申请悉数办结。',
    '全年未制发行政规范性文件。',
    '企业均无申请。',
    '没有因国家秘密不予公开的申请。',
    '没有因国家秘密不予公开的情况。',
  ])('that the tables contradict is told: %s', (text) => {
    expect(told(text)).toMatchObject([{ code: 'text/claim' }]);
  });

  test.each([
    '未发生行政诉讼。',
    '行政复议1件，结果维持。',
    '已办结的11件申请均在法定期限内答复。',
    '没有因答复不当引发的行政复议。',
    '凡收到申请的，均依法答复。',
    '科研机构、社会公益组织均无申请。',
    '申请均按期办结或者结转下年度。',
  ])('is let be: %s', (text) => {
    expect(told(text)).toEqual([]);
  });
});

test.each([
  ['收到申请1件，因信息不存在无法提供。', ['无法提供']],
  ['收到申请1件，已按时答复，予以公开。', []],
  ['收到申请1件，要求不予公开商业秘密，予以公开。', []],
])('what became of the only application is told without a number: %s', (text, words) => {
  const one = { naturalPerson: 1, total: 1 };
  const changes = { 'narrative.overview': text, 'requests.received': one, 'requests.disposition.granted': one };
  const found = findings({ ...changes, 'requests.disposition.total': one }).filter(({ code }) => RULES.includes(code));
  expect(found.map((finding) => finding.words)).toEqual(words);
});

describe('shares, sums and changes', () => {
  const previous = minimal({ year: 2024, 'requests.received': { naturalPerson: 10, total: 10 } });

  test.each([
    ['办结申请11件，其中予以公开8件，占27.3%。', 'text/share'],
    ['申请办结率为95.2%。', 'text/share'],
    ['办结11件，占应办13件的94.6%。', 'text/share'],
    ['不予公开1件，占20%。', 'text/share'],
    ['新收申请12件，比2024年增长1.5倍，2024年为10件。', 'text/change'],
    ['公开信息20条，其中动态10条、政策解读12条。', 'text/parts'],
    ['新收申请12件，同比增长12.5%。', 'text/change'],
    ['新收申请12件，比上年减少2件。', 'text/change'],
    ['新收申请12件，为上年的2.5倍。', 'text/change'],
    ['网站公开10条、微信公开20条，共计40条。', 'text/parts'],
  ])('that do not follow are told: %s', (text, code) => {
    expect(told(text, { previous })).toMatchObject([{ code }]);
  });

  test.each([
    '办结申请11件，其中予以公开8件，占72.7%。',
    '新收申请12件，同比增长20%。',
    '新收申请12件，比上年增加2件。',
    '新收申请12件，比上年有所增加。',
    '新收申请12件，为上年的1.2倍。',
    '网站公开10条、微信公开20条，共计30条。',
  ])('that follow are not: %s', (text) => {
    expect(told(text, { previous })).toEqual([]);
  });

  test.each(['比上年有所下降', '与上年持平', '同比大幅减少'])(
    'a direction that the figures do not have is told: %s',
    (words) => {
      expect(told(`新收申请12件，${words}。`, { previous })).toMatchObject([
        { code: 'text/change', expected: '增加2' },
      ]);
    },
  );

  test('one channel with two numbers in two paragraphs is told at the second', () => {
    expect(told(['政府网站发布信息52条。', '政府网站发布信息61条。'])).toMatchObject([
      { code: 'text/twice', path: ['narrative', 'overview', 1] },
    ]);
  });
});

describe('the place of what is told', () => {
  const yaml = (text: string) => `edition: "2021"
year: 2025
agency: { name: 示例县示例局 }
narrative:
  overview: ${text}
  problems: 公开的内容还不够丰富，下一年度将加强培训。
  other: 本机关本年度未收取信息处理费。
disclosure: { fill: 0 }
requests: { fill: 0 }
review: { fill: 0 }
`;
  const placeIn = (text: string) => {
    const { report, locate } = readReport(yaml(text), 'r.yaml');
    return locate(checkReport(report)).find(({ code }) => code === 'text/figure')?.place;
  };

  test.each([
    ['a line', '全年收到申请5件。', { line: 5, column: 19 }],
    ['a list', '\n    - 依法公开。\n    - 全年收到申请5件。', { line: 7, column: 13 }],
    ['a block', '|\n    依法公开。\n    全年收到申请5件。', { line: 7, column: 11 }],
    ['a template', '|\n    {{year}}年收到\n    申请情况：{{year}}年收到申请5件。', { line: 7, column: 23 }],
  ])('in %s is that of the words', (_, text, place) => {
    expect(placeIn(text)).toEqual({ file: 'r.yaml', ...place });
  });
});

test('the time to read a text grows with its length only', () => {
  const clause = '全年收到政府信息公开申请12件、办结11件，其中（予以公开8件，均未发生行政复议，占72.7%；';
  const report = parseReport(minimal({ ...FIGURES, 'narrative.overview': clause.repeat(100) }));
  expect(checkReport(report).length).toBeLessThan(2000);
});

// Words that can be read in two ways double the work each time they come. Nothing here is about time: such texts would not end.
test.each([
  ['共计', (words: string) => `收到申请${words}好12件。`],
  ['数量', (words: string) => `收到申请${words}好12件。`],
  ['大幅', (words: string) => `收到申请12件，同比${words}好。`],
  ['同比', (words: string) => `收到申请12件，比上年${words}好增加3件。`],
  ['公民、', (words: string) => `未收到${words}好申请。`],
  ['产生', (words: string) => `未${words}好申请。`],
])('%s, typed thirty times, is read', (word, text) => {
  expect(told(text(word.repeat(30)))).toEqual([]);
});

test('of thousands of paragraphs that print data, each may ask what the one before is about', () => {
  const printed = Array.from({ length: 2000 }, () => '共{{year}}件。');
  expect(told(['本年收到申请。', ...printed, '共5件。'])).toMatchObject([{ found: '第 2002 段：共5件。' }]);
});
