import { printsOf } from '../../src/audit/prints.js';
import { commonPrints, ownPrints, sectionTexts } from '../../src/audit/section-texts.js';
import { sharedText } from '../../src/audit/shared-text.js';
import { type Comparable, similarSections } from '../../src/audit/similar-sections.js';
import { editions } from '../../src/index.js';
import { parseReport } from '../../src/report/parse.js';
import { report } from '../batch/made.js';
import { fc } from '../fast-check.js';

// Texts that two reports share: found by prints, without holding each report against each other.

const FORM = editions[2021];
const COMMON = commonPrints(FORM, []);

const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCharCode(code));
const text = (least: number, most: number) =>
  fc.array(han, { minLength: least, maxLength: most }).map((all) => all.join(''));

test('two texts that share a passage of 23 characters share a print of it', () => {
  fc.assert(
    fc.property(text(23, 60), text(0, 80), text(0, 80), text(0, 80), (passage, before, after, other) => {
      const here = new Set(printsOf(before + passage + after).map(({ print }) => print));
      expect(printsOf(other + passage).some(({ print }) => here.has(print))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

const SAMPLE =
  '一是政策解读偏重文字，图表和短视频用得少，老年人和外来务工人员不容易看懂。二是基层公开专区更新不够及时，群众到村里查不到当年的补贴发放结果。';

const reportOf = (agency: string, year: number, problems: string) =>
  parseReport(
    JSON.parse(
      report(agency, { year, narrative: { overview: '无。', problems, other: '本机关本年度未收取信息处理费。' } }),
    ),
  );

const problemsOf = (agency: string, year: number, words: string) => {
  const [section] = sectionTexts(reportOf(agency, year, words), FORM).filter(({ part }) => part === 'problems');
  if (section === undefined) throw new Error('there is no such section');
  return section;
};

function comparable(series: number, agency: string, words: string, year = 2024): Comparable {
  const section = problemsOf(agency, year, words);
  const prints = Uint32Array.from(ownPrints(section, COMMON).map(({ print }) => print));
  return { series, year, sections: [{ part: section.part, size: section.compared.length, prints }] };
}

const own = (agency: string, i: number) =>
  `${agency}第${'甲乙丙丁戊己庚辛壬癸'[i]}项工作的台账还没有逐月整理归档上传。`;

test('a text is found that another agency has, its own name, figures and documents aside; others are not', () => {
  const reports = [
    comparable(0, '青河县财政局', `${SAMPLE}青河县财政局将按照《甲办法》整改3件。`),
    comparable(1, '青河县教育局', `${SAMPLE}青河县教育局将按照《乙规定》整改12件。`),
    comparable(2, '青河县水务局', '水库除险信息发布的间隔偏长，库区移民查询补偿标准要跑几个部门，还缺少统一的说明。'),
  ];
  const { sections } = similarSections(reports, () => true);
  expect(sections).toEqual([
    { part: 'problems', report: 0, other: 1, more: 0 },
    { part: 'problems', report: 1, other: 0, more: 0 },
  ]);
  const { share, passages } = sharedText(
    problemsOf('青河县财政局', 2024, SAMPLE),
    problemsOf('青河县教育局', 2024, SAMPLE),
    { isFresh: true, common: new Set() },
  );
  expect(share).toBe(1);
  expect(passages.map(({ text: quoted }) => quoted).join('')).toBe(SAMPLE);
});

test('what very many have proves nothing', () => {
  const many = Array.from({ length: 10 }, (_, i) => comparable(i, `第${i}局`, `${SAMPLE}${own('本局', i)}`));
  const { sections, common } = similarSections(many, () => true);
  expect(sections).toEqual([]);
  expect(common.size).toBeGreaterThan(0);
  const shared = sharedText(problemsOf('一局', 2024, SAMPLE), problemsOf('二局', 2024, SAMPLE), {
    isFresh: true,
    common,
  });
  expect(shared.share).toBe(0);
});

test('reports that are not related are not compared', () => {
  const reports = [comparable(0, '甲局', SAMPLE), comparable(1, '乙局', SAMPLE)];
  expect(similarSections(reports, () => false).sections).toEqual([]);
});

test('of its own earlier text a section is new where it has new figures, unless it must be fresh', () => {
  const [then, now] = [2022, 2024].map((year) =>
    problemsOf('甲局', year, `全年办理政府信息公开申请${year - 2000}件，主动公开各类政府信息若干条并及时更新栏目。`),
  );
  if (then === undefined || now === undefined) throw new Error('there is no text');
  const shareOf = (isFresh: boolean) => sharedText(now, then, { isFresh, common: new Set() }).share;
  expect([shareOf(true), shareOf(false)]).toEqual([1, 0]);
});

test('what quotes the law is left out; what was copied beside it is told', () => {
  const law =
    '根据《中华人民共和国政府信息公开条例》第二十条规定，行政机关应当依照本条例第十九条的规定，主动公开本行政机关的下列政府信息：行政法规、规章和规范性文件；机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名；财政预算、决算信息。';
  const candidates = (words: string) =>
    similarSections([comparable(0, '甲局', words), comparable(1, '乙局', words)], () => true).sections;
  expect(candidates(law)).toEqual([]);
  expect(candidates(law + SAMPLE)).toHaveLength(2);
  const [one, other] = [problemsOf('甲局', 2024, law + SAMPLE), problemsOf('乙局', 2024, SAMPLE)];
  const { share, passages } = sharedText(one, other, { isFresh: true, common: new Set() });
  expect([share, passages.map(({ text: quoted }) => quoted).join('')]).toEqual([1, SAMPLE]);
});
