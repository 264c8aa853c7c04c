import { describe, expect, test } from '@jest/globals';
import { faults, placed, written } from '../narrative/write.js';

// What a report's own text may try as a template. Each kind has got past a check once, or taken what it could.

const facts = { problems: ['甲', '乙'], measures: ['甲', '丙'], channels: [{ name: '网站', count: 3 }] };
const found = (template: string) => faults(`文。${template}`, { facts, signoff: { date: '2026-01-15' } });

describe('a block over what is no list', () => {
  test.each(['{{foo 1}}', '{{> x}}', '{{* dec}}', '{{#*inline "a"}}{{this}}{{/inline}}{{> a}}{{> a}}'])(
    'hides nothing: %s',
    (inside) => {
      const template = `{{#each agency}}${inside}{{/each}}`;
      expect(found(template).map(({ code }) => code)).toContain('template/syntax');
      const [first] = found(template);
      expect(first).toMatchObject({ place: { line: 1, column: 3 } });
    },
  );
});

test.each([
  ['a partial', '{{> x}}'],
  ['a partial of a name that is worked out', '{{> (list facts.problems)}}'],
  ['a block of a partial', '{{#> x}}甲{{/x}}'],
  ['the block of a partial', '{{> @partial-block}}'],
  ['a decorator', '{{* dec}}'],
  ['a partial that it defines itself', '{{#*inline "a"}}{{/inline}}'],
  ['an inverse block', '{{^year}}甲{{/year}}'],
  ['a raw block', '{{{{raw}}}}甲{{{{/raw}}}}'],
  ['an option of a helper', '{{sum 1 2 a=(foo 1)}}'],
  ['an option of a call', '{{sum (sum 1 a=1) 2}}'],
  ['an option of a variable', '{{year a=1}}'],
  ['a name in quotes', '{{"year"}}'],
  ['a number as a name', '{{2025}}'],
  ['a name as a block', '{{#year}}甲{{/year}}'],
  ['a number of more digits than are kept', '{{sum 12345678901234567890 1}}'],
  ['decimals of more digits than are kept', '{{sum 0.1234567890123456789 1}}'],
  ['a number without end', `{{sum ${'9'.repeat(400)} 1}}`],
  ['what every object has', '{{agency.constructor}}'],
  ['what every list has', '{{facts.problems.concat}}'],
  ['the whole report by a variable of loops', '{{@root.year}}'],
  ['a field of a text', '{{agency.name.length}}'],
])('%s is refused with its place', (_, template) => {
  const [first] = found(template);
  expect(first?.code).toMatch(/^template\/(?:syntax|unknown-\w+)$/);
  expect(first?.place).toMatchObject({ line: 1 });
});

test.each([
  ['a part of a list’s kind', '{{list facts.channels "constructor"}}'],
  ['the length of texts', '{{list facts.problems "length"}}'],
  ['the first character of texts', '{{list facts.problems "0"}}'],
  ['a field that is no name', '{{list facts.problems 0}}'],
  ['a format that is no text', '{{date signoff.date 5}}'],
  ['a time zone', '{{date signoff.date "Z"}}'],
  ['a time', '{{date "2024-12-31T23:30:00Z" "YYYY-MM-DD"}}'],
  ['an hour', '{{date signoff.date "YYYY-MM-DD HH:mm"}}'],
  ['an exponent', '{{sum "1e1000000" 1}}'],
  ['an exponent of a share', '{{share 1 "1e-1000000"}}'],
  ['more digits than an amount has', `{{share "${'9'.repeat(5000)}" "${'7'.repeat(2500)}"}}`],
])('%s gives a problem and no text', (_, template) => {
  expect(found(template).map(placed)).toEqual(['template/bad-value 1:3']);
});

test('what stands in each other as far as it goes is a problem, also as {{else if}}', () => {
  const chain = `{{#if agency.fax}}甲${'{{else if agency.fax}}乙'.repeat(4000)}{{/if}}`;
  expect(found(chain).map(({ code }) => code)).toEqual(['template/syntax']);
  const apart = '{{#if year}}甲{{else if agency.fax}}乙{{/if}}'.repeat(300);
  expect(found(apart)).toEqual([]);
});

test.each([
  ['in quotes', '"{{#if year}}"'],
  ['between comments with quotes', '{{! " }}{{#if year}}{{! " }}'],
  ['after a comment that shows an end', '{{#if year}}{{! {{/if}}'],
  ['after an end that is typed as text', '{{#if year}}\\{{/if}}'],
  ['in a chain of names in brackets', '{{#if year}}{{else[if] year}}'],
  ['as the block of a partial', '{{#> a}}'],
])('blocks in each other are stopped while they are read, also %s', (_, opening) => {
  expect(found(opening.repeat(150))).toMatchObject([{ code: 'template/syntax', facts: { cause: 'deep' } }]);
});

test.each(['(sum "}}" ', '(sum [}}] ', '(sum [a"] '])(
  'calls in each other are stopped while they are read: %s',
  (opening) => {
    expect(found(`{{sum ${opening.repeat(150)}`)).toMatchObject([
      { code: 'template/syntax', facts: { cause: 'deep' } },
    ]);
  },
);

test('../ leaves one block, whatever the lists hold', () => {
  const template =
    '{{#each facts.problems}}{{#each ../facts.measures}}{{this}}{{#each ../../facts.measures}}次{{/each}}{{/each}}{{/each}}';
  expect(written(template, { facts })).toBe('甲次次丙次次甲次次丙次次');
});
