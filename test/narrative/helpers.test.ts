import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { faults, placed, written } from './write.js';

describe('sum', () => {
  test.each([
    ['{{sum 1 2 3}}', '6'],
    ['{{sum 0.1 0.2}}', '0.3'],
    ['{{sum "3168.0656" 1}}', '3169.0656'],
    ['{{sum facts.channels "count"}}', '221'],
    ['{{sum facts.platforms "count"}}', '0'],
    ['{{sum requests.received.total requests.carriedOver.total}}', '0'],
    ['{{sum (sum 1 2) (difference 5 1)}}', '7'],
  ])('%s is %s', (template, text) => {
    expect(written(`共${template}件。`)).toBe(`共${text}件。`);
  });

  test('adds whole numbers exactly, whatever their size', () => {
    const whole = fc.bigInt({ min: 0n, max: 10n ** 30n });
    fc.assert(
      fc.property(fc.array(whole, { minLength: 1, maxLength: 5 }), (numbers) => {
        const total = numbers.reduce((a, b) => a + b, 0n);
        expect(written(`{{sum ${numbers.map((n) => `"${n}"`).join(' ')}}}件。`)).toBe(`${total}件。`);
      }),
      { numRuns: 20 },
    );
  });
});

describe('difference, share and gt', () => {
  test.each([
    ['{{difference 10 3}}', '7'],
    ['{{difference 0 3}}', '-3'],
    ['{{difference 0.3 0.1}}', '0.2'],
    ['{{share 1 2}}', '50%'],
    ['{{share 1 3}}', '33.3%'],
    ['{{share 145 145}}', '100%'],
    ['{{share 0 5}}', '0%'],
    ['{{#if (gt 2 1)}}大{{else}}小{{/if}}', '大'],
    ['{{#if (gt 1 1)}}大{{else}}小{{/if}}', '小'],
    ['{{#if (gt "10" 9)}}大{{else}}小{{/if}}', '大'],
    ['{{#if (eq agency.name "示例县示例局")}}同{{/if}}', '同'],
    ['{{#if (eq year 2024)}}同{{else}}异{{/if}}', '异'],
  ])('%s is %s', (template, text) => {
    expect(written(`占${template}。`)).toBe(`占${text}。`);
  });
});

describe('list, numeral, ordinal and date', () => {
  test.each([
    ['{{list facts.channels "name"}}', '网站、微博和抖音'],
    ['{{list facts.problems}}', '甲和乙'],
    ['{{list facts.platforms "name"}}', ''],
    ['{{numeral 0}}{{numeral 9}}', '零九'],
    ['{{numeral 10}}、{{numeral 11}}、{{numeral 20}}、{{numeral 99}}', '十、十一、二十、九十九'],
    ['{{#each facts.channels}}{{ordinal @index}}是{{name}}；{{/each}}', '一是网站；二是微博；三是抖音；'],
    ['{{date signoff.date}}', '2026年1月5日'],
    ['{{date signoff.date "YYYY-MM"}}', '2026-01'],
  ])('%s is 「%s」', (template, text) => {
    const facts = {
      channels: [
        { name: '网站', count: 1 },
        { name: '微博', count: 2 },
        { name: '抖音', count: 3 },
      ],
      platforms: [],
      problems: ['甲', '乙'],
    };
    expect(written(`有${template}。`, { facts, signoff: { date: '2026-01-05' } })).toBe(`有${text}。`);
  });
});

describe('what a helper cannot take is a problem with its place', () => {
  test.each([
    ['{{sum agency.name 1}}', '示例县示例局'],
    ['{{sum facts.channels "name"}}', '网站'],
    ['{{sum facts.channels "total"}}', '数字'],
    ['{{difference "1,000" 1}}', '1,000'],
    ['{{share 1 0}}', '总数是 0'],
    ['{{numeral 100}}', '0 至 99'],
    ['{{numeral 1.5}}', '0 至 99'],
    ['{{list agency.name}}', '列表'],
    ['{{list facts.channels "title"}}', 'title'],
    ['{{list facts.channels "constructor"}}', 'constructor'],
    ['{{date agency.name}}', '日期'],
    ['{{#if (gt agency.name 1)}}大{{/if}}', '示例县示例局'],
  ])('%s', (template, hint) => {
    const found = faults(`共${template}件。`);
    expect(found.map(({ code }) => code)).toEqual(['template/bad-value']);
    expect(found[0]?.hint).toContain(hint);
    expect(found[0]?.place).toMatchObject({ file: 'narrative.overview', line: 1 });
  });

  test('a value that the report lacks is a missing value', () => {
    expect(faults('共{{sum facts.openDays 1}}次，{{date signoff.date}}。').map(placed)).toEqual([
      'template/missing-value 1:2',
      'template/missing-value 1:28',
    ]);
  });
});
