import { describe, expect, test } from '@jest/globals';
import { composeReport, stops } from '../../src/index.js';
import { parseTemplate } from '../../src/narrative/syntax.js';
import { fileSource } from '../../src/narrative/template-source.js';
import { problemsOf } from '../input/example.js';
import { faults, placed, reportWith } from './write.js';

describe('a template that is not well formed names line and column', () => {
  test.each([
    ['{{#if year}}文字', '1:15'],
    ['文字{{/if}}', '1:3'],
    ['第一行\n第二行{{year', '2:6'],
    ['第一行\n{{#if year}}甲{{/each}}', '2:4'],
    ['第一行{{}}', '1:6'],
    ['{{else}}', '1:1'],
    ['文字{{#*inline "x"}}甲{{else}}乙{{/inline}}', '1:1'],
    ['{{a/../b}}', '1:3'],
    ['{{year}}{{year}}{{year}}{{ye ar', '1:30'],
  ])('%j', (text, place) => {
    expect(faults(text).map(placed)).toEqual([`template/syntax ${place}`]);
  });
});

describe('what templates may not use is refused by name, with line and column', () => {
  test.each([
    ['{{summ 1 2}}', 'summ', 'sum'],
    ['{{sum (diference 1 2)}}', 'diference', 'difference'],
    ['{{#foreach facts.channels}}{{/foreach}}', 'foreach', 'each'],
    ['{{lookup agency "name"}}', 'lookup', ''],
    ['{{log year}}', 'log', ''],
    ['{{helperMissing 1}}', 'helperMissing', ''],
  ])('%s', (template, name, near) => {
    const found = faults(`文字\n${template}`);
    expect(found).toMatchObject([{ code: 'template/unknown-helper', found: name, place: { line: 2 } }]);
    expect(found[0]?.hint).toContain(near);
  });

  test.each([
    ['{{> footer}}', '1:3'],
    ['{{#> layout}}{{/layout}}', '1:3'],
    ['{{#*inline "x"}}{{/inline}}', '1:3'],
    ['{{* decorate}}', '1:3'],
  ])('%s: partials and decorators', (template, place) => {
    expect(faults(`文字${template}`).map(placed)).toEqual([`template/unknown-helper ${place}`]);
  });

  test.each(['{{#if}}甲{{/if}}', '{{#if year agency.name}}甲{{/if}}', '{{#each}}甲{{/each}}', '{{#with}}甲{{/with}}'])(
    '%s: a block that does not have one subject',
    (template) => {
      expect(faults(`文字${template}`)).toMatchObject([{ severity: 'error', place: { line: 1, column: 3 } }]);
    },
  );
});

test('faults of a template stop the composing', () => {
  const found = problemsOf(() => composeReport(reportWith(['{{yaer}}', '{{agency.fax}}'])));
  expect(found.filter(stops).map(({ code }) => code)).toEqual(['template/unknown-variable']);
});

test('comments and escaped braces are no faults', () => {
  expect(faults('文字{{! 注释 }}{{!-- {{year}} --}}。')).toEqual([]);
  expect(faults('文字\\{{year}}。')).toEqual([]);
});

test('what is no fault of a template is not told as one', () => {
  const source = fileSource('', 'a.hbs');
  const broken = { ...source, text: undefined as unknown as string };
  expect(() => parseTemplate(broken)).toThrow(TypeError);
});
