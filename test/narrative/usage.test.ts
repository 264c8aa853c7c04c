import { describe, expect, test } from '@jest/globals';
import { prepareTemplate } from '../../src/narrative/template.js';
import { fileSource } from '../../src/narrative/template-source.js';
import { faults, placed } from './write.js';

const found = (template: string) => faults(`第一行\n文字${template}。`);

describe('what Handlebars would take, and templates may not say, is template/syntax with its place', () => {
  test.each([
    ['{{2025}}', '2:3'],
    ['{{"year"}}', '2:3'],
    ['{{true}}', '2:3'],
    ['{{undefined}}', '2:3'],
    ['{{null}}', '2:3'],
    ['{{"sum" 1 2}}', '2:3'],
    ['{{eq ("sum" 1 2) 3}}', '2:8'],
    ['{{#"if" year}}甲{{/"if"}}', '2:3'],
    ['{{#5}}甲{{/5}}', '2:3'],
  ])('%s: a number or a text as a name', (template, place) => {
    expect(found(template).map(placed)).toEqual([`template/syntax ${place}`]);
  });

  test.each([
    ['{{^facts.channels}}没有{{/facts.channels}}', '2:3'],
    ['{{~^year}}甲{{/year}}', '2:3'],
    ['{{^if year}}甲{{/if}}', '2:3'],
    ['{{^if year}}甲{{else}}乙{{/if}}', '2:3'],
    ['{{#if year}}{{^year}}甲{{/year}}{{/if}}', '2:15'],
    ['{{{{if year}}}}甲{{year}}{{{{/if}}}}', '2:3'],
    ['{{{{raw}}}}甲{{{{/raw}}}}', '2:3'],
  ])('%s: another opening', (template, place) => {
    expect(found(template).map(placed)).toEqual([`template/syntax ${place}`]);
  });

  test.each([
    ['{{sum 1 2 a=(foo 1)}}', '2:13'],
    ['{{year a=1}}', '2:10'],
    ['{{eq (sum 1 b=2) 3}}', '2:15'],
    ['{{#each facts.channels a=1}}甲{{/each}}', '2:26'],
    ['{{#with agency includeZero=true}}甲{{/with}}', '2:18'],
    ['{{#if year includezero=true}}甲{{/if}}', '2:14'],
    ['{{#if year includeZero=true includeZero=false}}甲{{/if}}', '2:31'],
  ])('%s: an option that there is not', (template, place) => {
    expect(found(template).map(placed)).toEqual([`template/syntax ${place}`]);
  });

  test('the value of an option is checked too', () => {
    expect(found('{{#if year includeZero=yaer}}甲{{/if}}').map(placed)).toEqual(['template/unknown-variable 2:26']);
  });

  test.each([
    ['{{#if year as |it|}}{{year}}{{/if}}', 'it'],
    ['{{#with agency as |a b|}}{{a.name}}{{/with}}', 'b'],
    ['{{#each facts.channels as |a b c|}}{{a.name}}{{/each}}', 'c'],
    ['{{#each facts.channels as |a a|}}甲{{/each}}', 'a'],
    ['{{#each facts.channels as |sum|}}甲{{/each}}', 'sum'],
    ['{{#each facts.channels as |each|}}甲{{/each}}', 'each'],
    ['{{#if year}}甲{{else if year as |it|}}乙{{/if}}', 'it'],
  ])('%s: a name that cannot be given', (template, name) => {
    expect(found(template)).toMatchObject([{ code: 'template/syntax', found: name, place: { line: 2 } }]);
  });

  test.each([
    ['{{#each agency}}{{foo 1}}{{/each}}', 'agency'],
    ['{{#each agency}}{{> x}}{{/each}}', 'agency'],
    ['{{#each agency}}{{* dec}}{{/each}}', 'agency'],
    ['{{#each year}}甲{{/each}}', 'year'],
    ['{{#each "甲乙"}}甲{{/each}}', '甲乙'],
    ['{{#each (list facts.channels "name")}}甲{{/each}}', '(…)'],
    ['{{#if year}}甲{{else each agency}}乙{{/if}}', 'agency'],
  ])('%s: each of what is no list', (template, subject) => {
    expect(found(template)).toMatchObject([{ code: 'template/syntax', found: subject, place: { line: 2 } }]);
  });
});

test('every fault of a template is told at once, whatever the kind', () => {
  const text = '{{5}}{{^if year}}{{yaer}}{{/if}}\n{{#each agency}}{{/each}}{{> x}}{{summ 1 a=2}}';
  expect(faults(text).map(placed)).toEqual([
    'template/syntax 1:1',
    'template/syntax 1:6',
    'template/unknown-variable 1:20',
    'template/syntax 2:1',
    'template/unknown-helper 2:26',
    'template/syntax 2:42',
  ]);
});

test('lines end as in Handlebars: a block is found after CR, LF and both', () => {
  for (const end of ['\n', '\r', '\r\n']) {
    const text = `甲${end}乙${end} {{^if year}}甲{{else}}乙{{/if}}`;
    const { problems } = prepareTemplate(fileSource(text, 'a.hbs'), { properties: { year: {} } });
    expect(problems.map(placed)).toEqual(['template/syntax 3:2']);
  }
});
