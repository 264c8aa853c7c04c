import { describe, expect, test } from '@jest/globals';
import { minimalReport } from '../input/example.js';
import { faults, placed, placedIn, written } from './write.js';

describe('a variable prints what the report holds', () => {
  test.each([
    ['{{year}}年', '2025年'],
    ['{{agency.name}}', '示例县示例局'],
    ['{{requests.received.total}}件', '0件'],
    ['{{facts.channels.[1].name}}', '微博'],
    ['{{facts.channels.length}}类', '3类'],
    ['{{#each facts.channels}}{{name}}{{count}}{{#unless @last}}、{{/unless}}{{/each}}', '网站145、微博60、抖音16'],
    ['{{#each facts.channels}}{{@index}}{{../year}}{{#if @first}}首{{/if}}{{/each}}', '02025首1202522025'],
    ['{{#each facts.channels as |channel i|}}{{i}}{{channel.name}}{{/each}}', '0网站1微博2抖音'],
    ['{{#each facts.platforms}}有{{else}}没有{{/each}}', '没有'],
    ['{{#with agency}}{{name}}{{../year}}{{/with}}', '示例县示例局2025'],
    ['{{#if requests.received.total}}有{{else}}没有{{/if}}', '没有'],
    ['{{#if requests.received.total includeZero=true}}有{{/if}}', '有'],
    ['{{#unless facts.openDays}}没有{{/unless}}', '没有'],
  ])('%s', (template, text) => {
    expect(written(template)).toBe(text);
  });

  test('with no HTML escaping', () => {
    const name = `<局>&"'\`=`;
    expect(written('{{agency.name}}、{{{agency.name}}}', { agency: { name } })).toBe(`${name}、${name}`);
    expect(written('{{#each facts.problems}}{{this}}{{/each}}', { facts: { problems: [`〈a〉<b>&amp;"'`] } })).toBe(
      `〈a〉<b>&amp;"'`,
    );
  });

  test('an amount with its unit, as it prints in the table', () => {
    const disclosure = { fill: 0, fees: { amount: { value: '12.50', unit: '万元' } } };
    expect(written('{{disclosure.fees.amount}}', { disclosure })).toBe('12.50（万元）');
    expect(written('{{disclosure.fees.amount.value}}', { disclosure })).toBe('12.50');
  });

  test('as text: what the data say in braces is no template', () => {
    expect(written('{{agency.name}}', { agency: { name: '{{year}}局' } })).toBe('{{year}}局');
  });
});

describe('a variable that no report has is an unknown variable', () => {
  test.each([
    ['{{yaer}}', 'year'],
    ['{{agency.adress}}', 'address'],
    ['{{requests.recieved.total}}', 'received'],
    ['{{#if agency.fx}}{{/if}}', 'fax'],
    ['{{sum requests.received.totl 1}}', 'total'],
    ['{{#each facts.channels}}{{nmae}}{{/each}}', 'name'],
    ['{{#each facts.channels}}{{../yaer}}{{/each}}', 'year'],
    ['{{#each facts.chanels}}{{name}}{{/each}}', 'channels'],
    ['{{#with agency}}{{nam}}{{/with}}', 'name'],
    ['{{#each facts.channels}}{{@idex}}{{/each}}', '@index'],
    ['{{facts.channels.[0].cuont}}', 'count'],
  ])('%s, told with the one that is near: %s', (template, near) => {
    const found = faults(`文字${template}`);
    expect(found.map(({ code }) => code)).toEqual(['template/unknown-variable']);
    expect(found[0]?.hint).toContain(near);
  });

  test('at its line and column, and all of them at once', () => {
    const text = ['第一段{{yaer}}。', '第二段{{agency.nam}}和{{year}}、{{summ 1 2}}。'];
    expect(faults(text).map(placedIn)).toEqual([
      'template/unknown-variable narrative.overview[0]:1:6',
      'template/unknown-variable narrative.overview[1]:1:6',
      'template/unknown-helper narrative.overview[1]:1:28',
    ]);
  });

  test('also where a branch is never taken, so that it is found before the year it matters', () => {
    expect(faults('{{#if facts.openDays}}{{yaer}}{{/if}}文字。').map(placed)).toEqual([
      'template/unknown-variable 1:25',
    ]);
  });

  test.each([
    '{{constructor}}',
    '{{agency.__proto__}}',
    '{{agency.constructor.name}}',
    '{{toString}}',
    '{{hasOwnProperty}}',
    '{{#with __proto__}}{{year}}{{/with}}',
    '{{#each constructor}}{{this}}{{/each}}',
    '{{disclosure.fees.amount.toString}}',
    '{{#each facts.channels}}{{constructor}}{{/each}}',
  ])('%s: what every object has is no variable', (template) => {
    const amount = { value: '1', unit: '元' };
    const found = faults(`文字${template}`, { disclosure: { fill: 0, fees: { amount } } });
    expect(found.map(({ code }) => code)).toEqual(['template/unknown-variable']);
    expect(found[0]?.hint).not.toMatch(/native code|undefined/);
  });
});

describe('a value that this report lacks', () => {
  test('is found when the text is written, every one with line and column', () => {
    const text = ['电话{{agency.telephone}}，', '传真{{agency.fax}}，网站{{agency.website.url}}。'];
    const found = faults(text);
    expect(found.map(placedIn)).toEqual([
      'template/missing-value narrative.overview[0]:1:3',
      'template/missing-value narrative.overview[1]:1:3',
      'template/missing-value narrative.overview[1]:1:20',
    ]);
    expect(found.map(({ hint }) => hint)[0]).toContain('{{#if agency.telephone}}');
  });

  test.each([
    ['{{@index}}', '@index 只在 {{#each …}} 里有值'],
    ['{{agency.name.length}}', '删去它；这里没有可用的名称'],
  ])('%s is told with what can be done: %s', (text, hint) => {
    expect(faults(`文字${text}。`).map((one) => one.hint)).toEqual([hint]);
  });

  test('is no problem inside an {{#if}} that asks for it', () => {
    expect(written('{{#if agency.fax}}传真{{agency.fax}}{{else}}无传真{{/if}}。')).toBe('无传真。');
  });

  test('is a blank cell too', () => {
    const changes = { disclosure: { fill: 0, licensing: { decisions: null } } };
    const found = faults('许可{{disclosure.licensing.decisions}}件。', changes);
    expect(found.map(({ code }) => code)).toEqual(['template/missing-value']);
  });
});

test('text that is given twice is written for each report anew', () => {
  const reports = ['甲局', '乙局'].map((name) => ({ agency: { name } }));
  expect(reports.map((changes) => written('{{agency.name}}。', changes))).toEqual(['甲局。', '乙局。']);
  expect(minimalReport().agency.name).toBe('示例县示例局');
});
