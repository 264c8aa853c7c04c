import { describe, expect, test } from '@jest/globals';
import { fc } from '../fast-check.js';
import { faults, placed, written } from './write.js';

describe('sum', () => {
  test.each([
    ['{{sum 1 2 3}}', '6'],
    ['{{sum 0.1 0.2}}', '0.3'],
    ['{{sum "3168.0656" 1}}', '3169.0656'],
    ['{{sum facts.channels "count"}}', '221'],
    ['{{sum facts.platforms "count"}}', '0'],
    ['{{sum requests.received.total requests.carriedOver.total}}', '0'],
    ['{{sum requests.received.organization}}', '0'],
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
    ['{{share 1 3 2}}', '33.33%'],
    ['{{share 1 2 2}}', '50.00%'],
    ['{{share 2 3 0}}', '67%'],
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
    ['{{date signoff.date "YYYY年MM月DD日"}}', '2026年01月05日'],
    ['{{date signoff.date "YY.M.D（dddd）"}}', '26.1.5（星期一）'],
    ['{{date "2024-02-29" "ddd"}}', '周四'],
    ['{{date "2024-02-29" "[AD ]YYYYMMDD"}}', 'AD 20240229'],
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

describe('amounts that state their unit', () => {
  const amount = (value: string, unit = '万元') => ({ value, unit });
  const withFees = (fact: unknown, cell: unknown) => ({
    facts: { fees: { cases: 1, amount: fact } },
    disclosure: { fill: 0, fees: { amount: cell } },
  });

  test.each([
    ['{{sum facts.fees.amount disclosure.fees.amount}}', '15.00（万元）'],
    ['{{difference facts.fees.amount disclosure.fees.amount}}', '10.00（万元）'],
    ['{{share disclosure.fees.amount facts.fees.amount}}', '20%'],
    ['{{#if (gt facts.fees.amount disclosure.fees.amount)}}多{{/if}}', '多'],
    ['{{#if (gt facts.fees.amount 0)}}有{{/if}}', '有'],
    ['{{#if (eq facts.fees.amount disclosure.fees.amount)}}同{{else}}异{{/if}}', '异'],
    ['{{#with facts.fees}}{{amount}}{{/with}}', '12.50（万元）'],
  ])('%s is %s', (template, text) => {
    expect(written(`共${template}。`, withFees(amount('12.50'), amount('2.50')))).toBe(
      `共${text.replace('.00', '')}。`,
    );
  });

  test.each(['sum', 'difference', 'share', 'gt'])('%s does not take two units for one', (name) => {
    const template = `{{#if (${name} facts.fees.amount disclosure.fees.amount)}}有{{/if}}`;
    const found = faults(template, withFees(amount('1'), amount('1', '元')));
    expect(found).toMatchObject([{ code: 'template/bad-value', hint: expect.stringContaining('单位不同') }]);
  });
});

describe('what a helper cannot take is a problem with its place', () => {
  test.each([
    ['{{sum agency.name 1}}', '示例县示例局'],
    ['{{sum facts.channels "name"}}', '网站'],
    ['{{sum facts.channels "total"}}', 'total'],
    ['{{difference "1,000" 1}}', '1,000'],
    ['{{share 1 0}}', '总数是 0'],
    ['{{numeral 100}}', '0 至 99'],
    ['{{numeral 1.5}}', '0 至 99'],
    ['{{list agency.name}}', '列表'],
    ['{{list facts.channels "title"}}', 'title'],
    ['{{list facts.channels "constructor"}}', 'constructor'],
    ['{{date agency.name}}', '日期'],
    ['{{date "2026-02-30"}}', '日期'],
    ['{{date "2025-02-29"}}', '日期'],
    ['{{date "2026-1-5"}}', '日期'],
    ['{{date "2024-12-31T23:30:00Z" "YYYY-MM-DD"}}', '日期'],
    ['{{date 20260105}}', '日期'],
    ['{{date "2026-01-05" "HH:mm"}}', 'HH'],
    ['{{date "2026-01-05" "Z"}}', 'Z'],
    ['{{date "2026-01-05" "YYYYMMDDHH"}}', 'HH'],
    ['{{date "2026-01-05" "d"}}', 'd '],
    ['{{share 1 3 "2"}}', '整数'],
    ['{{share 1 3 2.5}}', '整数'],
    ['{{share 1 3 -1}}', '整数'],
    ['{{list facts.channels}}', '对象'],
    ['{{numeral ""}}', '0 至 99'],
    ['{{ordinal agency.name}}', '0 至 99'],
    ['{{#if (gt agency.name 1)}}大{{/if}}', '示例县示例局'],
  ])('%s', (template, hint) => {
    const found = faults(`共${template}件。`);
    expect(found.map(({ code }) => code)).toEqual(['template/bad-value']);
    expect(found[0]?.hint).toContain(hint);
    expect(found[0]?.place).toMatchObject({ file: 'narrative.overview', line: 1 });
  });

  test.each([
    ['{{share 1 2 3 4}}', 16, '4 个', '2 至 3 个'],
    ['{{numeral 1 2}}', 14, '2 个', '1 个'],
    ['{{difference 1}}', 2, '1 个', '2 个'],
    ['{{sum}}', 2, '0 个', '1 至 1000 个'],
    ['{{#if (gt 1 2 3)}}大{{/if}}', 16, '3 个', '2 个'],
    ['{{date "2026-01-05" "D" "M"}}', 26, '3 个', '1 至 2 个'],
  ])('%s has more or fewer values than the helper takes', (template, column, found, expected) => {
    expect(faults(`共${template}件。`)).toMatchObject([
      { code: 'template/syntax', place: { line: 1, column: column }, found, expected },
    ]);
  });

  test('a value that the report lacks is a missing value', () => {
    expect(faults('共{{sum facts.openDays 1}}次，{{date signoff.date}}。').map(placed)).toEqual([
      'template/missing-value 1:2',
      'template/missing-value 1:28',
    ]);
  });
});
