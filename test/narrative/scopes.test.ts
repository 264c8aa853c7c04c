import { describe, expect, test } from '@jest/globals';
import { checkReport } from '../../src/index.js';
import { faults, placed, reportWith, written } from './write.js';

const facts = {
  channels: [
    { name: '网站', count: 145, unit: '条' },
    { name: '微博', count: 60 },
  ],
  problems: ['甲', '乙'],
  measures: ['甲', '丙'],
};
const filled = (template: string) => written(template, { facts });

describe('../ leaves one each or with, whatever the data', () => {
  test.each([
    // Equal items of two lists, and one thing in two scopes, are where Handlebars itself counts otherwise.
    [
      '{{#each facts.problems}}{{#each ../facts.measures}}{{this}}{{#each ../../facts.measures}}y{{/each}}{{/each}}{{/each}}',
      '甲yy丙yy甲yy丙yy',
    ],
    ['{{#with this}}{{../year}}{{#with .}}{{../../year}}{{/with}}{{/with}}', '20252025'],
    ['{{#each facts.channels}}{{#each ../facts.channels}}{{../name}}{{/each}}{{/each}}', '网站网站微博微博'],
    ['{{#with agency}}{{#with ../agency}}{{../name}}{{../../year}}{{/with}}{{/with}}', '示例县示例局2025'],
    ['{{#each facts.problems}}{{#with this}}{{../../year}}{{/with}}{{/each}}', '20252025'],
  ])('%s', (template, text) => {
    expect(filled(template)).toBe(text);
  });

  test('and no if, unless or else', () => {
    const template =
      '{{#each facts.channels}}{{#if unit}}{{../year}}{{else}}{{#unless unit}}{{../agency.name}}{{/unless}}{{/if}}{{/each}}';
    expect(filled(template)).toBe('2025示例县示例局');
    expect(filled('{{#each facts.otherMatters}}{{else}}{{year}}{{/each}}')).toBe('2025');
  });

  test('beyond the outermost it leads to no variable', () => {
    for (const path of ['..', '../year', '../../year'])
      expect(faults(`文字{{${path}}}`).map(placed)).toEqual(['template/unknown-variable 1:5']);
    expect(faults('{{#with agency}}{{../../year}}{{/with}}').map(placed)).toEqual(['template/unknown-variable 1:19']);
  });
});

describe('loop variables are those of the nearest each', () => {
  test.each([
    ['{{#each facts.channels}}{{#with name}}{{@index}}{{/with}}{{/each}}', '01'],
    [
      '{{#each facts.channels}}{{#each ../facts.problems}}{{@../index}}{{@key}}，{{/each}}{{/each}}',
      '00，01，10，11，',
    ],
    ['{{#each facts.channels}}{{#with ../agency}}{{#if @last}}{{name}}{{/if}}{{/with}}{{/each}}', '示例县示例局'],
  ])('%s', (template, text) => {
    expect(filled(template)).toBe(text);
  });

  test('and there are none outside of any, printed or asked', () => {
    const templates = [
      '文字{{@index}}',
      '{{#if @first}}文字{{/if}}文字',
      '{{#unless @last}}文字{{/unless}}',
      '{{#with agency}}{{#if ../year}}{{@key}}{{/if}}{{/with}}',
      '{{#each facts.channels}}文字{{#if @../first}}文字{{/if}}{{/each}}',
      '{{#each facts.channels}}文字{{else}}{{#if @first}}文字{{/if}}{{/each}}',
      '文字{{#if (eq @index 1)}}文字{{/if}}',
    ];
    expect(templates.flatMap((template) => faults(template, { facts }).map(placed))).toEqual(
      ['1:5', '1:7', '1:11', '1:34', '1:33', '1:41', '1:13'].map((at) => `template/unknown-variable ${at}`),
    );
  });

  test('and have no parts', () => {
    expect(faults('{{#each facts.channels}}{{@index.first}}{{/each}}').map(placed)).toEqual([
      'template/unknown-variable 1:27',
    ]);
  });
});

describe('block parameters', () => {
  test.each([
    ['{{#each facts.channels as |name|}}{{name.name}}{{this.name}}{{./name}}{{/each}}', '网站网站网站微博微博微博'],
    [
      '{{#each facts.channels as |one i|}}{{#each ../facts.problems as |two|}}{{i}}{{one.count}}{{two}}{{/each}}{{/each}}',
      '0145甲0145乙160甲160乙',
    ],
    ['{{#with (sum 1 2) as |total|}}{{total}}{{this}}{{/with}}', '33'],
    ['{{#with agency as |year|}}{{year.name}}{{../year}}{{/with}}', '示例县示例局2025'],
  ])('%s', (template, text) => {
    expect(filled(template)).toBe(text);
  });

  test('are no variables of an outer scope, and end with their block', () => {
    const found = faults(
      '{{#each facts.channels as |one|}}{{#with name}}{{../one}}{{/with}}{{else}}{{one}}{{/each}}{{one}}',
    );
    expect(found.map(placed)).toEqual([
      'template/unknown-variable 1:50',
      'template/unknown-variable 1:77',
      'template/unknown-variable 1:93',
    ]);
  });
});

describe('lists', () => {
  test.each([
    '{{facts.channels.first}}',
    '{{facts.channels.first.name}}',
    '{{facts.channels.-1.name}}',
    '{{#each facts.channels.all}}{{/each}}',
  ])('have a length and numbered items and nothing else: %s', (template) => {
    expect(faults(`文字${template}`).map(({ code }) => code)).toEqual(['template/unknown-variable']);
  });
});

test('facts that are read through with, each or a name are used', () => {
  const unused = (overview: string) =>
    checkReport(reportWith(overview, { facts })).flatMap(({ code, path }) =>
      code === 'facts/unused' ? path.at(-1) : [],
    );
  expect(unused('文字。')).toEqual(['channels', 'problems', 'measures']);
  expect(unused('{{#with facts as |all|}}{{list channels "name"}}{{list all.problems}}{{/with}}。')).toEqual([
    'measures',
  ]);
  expect(unused('{{#each facts.channels as |measures|}}{{measures.name}}{{/each}}。')).toEqual([
    'problems',
    'measures',
  ]);
});
