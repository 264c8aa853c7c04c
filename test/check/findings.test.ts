import { describe, expect, test } from '@jest/globals';
import { checkReport, composeReport, formatDiagnostic } from '../../src/index.js';
import { minimalReport, short } from '../input/example.js';

test('a report with nothing to say about it gives no finding', () => {
  expect(checkReport(minimalReport())).toEqual([]);
});

describe('the year', () => {
  test.each([
    { edition: '2021', year: 2020 },
    { edition: '2019', year: 2018 },
    { edition: '2019', year: 2021 },
  ])('$year is outside edition $edition: a warning, and the report composes', ({ edition, year }) => {
    const report = minimalReport({ edition, year });
    expect(checkReport(report)).toMatchObject([{ code: 'edition/year', severity: 'warning', path: ['year'] }]);
    expect(() => composeReport(report)).not.toThrow();
  });

  test.each([
    { edition: '2021', year: 2021 },
    { edition: '2021', year: 2040 },
    { edition: '2019', year: 2019 },
    { edition: '2019', year: 2020 },
  ])('$year is within edition $edition', ({ edition, year }) => {
    expect(checkReport(minimalReport({ edition, year }))).toEqual([]);
  });
});

describe('a heading', () => {
  test('that is not the form’s is printed as given, and is a warning that tells the form’s', () => {
    const report = minimalReport({ headings: { overview: '一、总体公开工作情况概述' } });
    expect(checkReport(report)).toMatchObject([
      { code: 'heading/variant', severity: 'warning', path: ['headings', 'overview'], expected: '一、总体情况' },
    ]);
    const headings = composeReport(report).blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
    expect(headings).toEqual([
      '一、总体公开工作情况概述',
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况',
      '五、存在的主要问题及改进情况',
      '六、其他需要报告的事项',
    ]);
  });

  test('that repeats the form’s is no finding', () => {
    expect(checkReport(minimalReport({ headings: { overview: '一、总体情况' } }))).toEqual([]);
  });
});

describe('the overview of 2021', () => {
  const overview = (characters: number) => ({ narrative: { overview: `${'公'.repeat(characters - 1)}。` } });

  test('of 1,000 characters is no finding, of 1,001 a warning', () => {
    expect(checkReport(minimalReport(overview(1000)))).toEqual([]);
    expect(checkReport(minimalReport(overview(1001)))).toMatchObject([
      { code: 'text/too-long', severity: 'warning', path: ['narrative', 'overview'], found: '1001 字' },
    ]);
  });

  test('may have spaces and line ends besides', () => {
    const lines = ['公'.repeat(500), '　　'.concat('开'.repeat(500))];
    expect(checkReport(minimalReport({ narrative: { overview: lines } }))).toEqual([]);
  });

  test('has no limit in 2019', () => {
    expect(checkReport(minimalReport({ edition: '2019', ...overview(3000) }))).toEqual([]);
  });
});

test('2021: section six without the processing fees is a warning; 2019 does not ask for them', () => {
  const narrative = { other: '无' };
  expect(checkReport(minimalReport({ narrative })).map(short)).toEqual(['fees/missing narrative.other']);
  expect(checkReport(minimalReport({ edition: '2019', narrative }))).toEqual([]);
});

test('a quotation of several lines stands below its first one', () => {
  const [found] = checkReport(minimalReport({ headings: { overview: '一、总体\n情况' } }));
  expect(found && formatDiagnostic(found)).toContain('\n    实际：一、总体\n          情况\n    应为：一、总体情况\n');
});
