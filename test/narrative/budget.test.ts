import { expect, test } from '@jest/globals';
import { faults, written } from './write.js';

// What a template may take. Nothing here is about time: without a limit these would not end.

const problems = Array.from({ length: 2000 }, (_, i) => `问题${i}`);
const facts = { problems };

const each = (inside: string, depth: number): string =>
  Array.from({ length: depth }, (_, i) => `{{#each ${'../'.repeat(i)}facts.problems}}`).join('') +
  inside +
  '{{/each}}'.repeat(depth);

test.each([
  ['lists in lists that print', each('{{this}}', 4)],
  ['lists in lists that print nothing', each('', 6)],
  [
    'lists that are added up for each item of a list',
    `{{#each facts.problems}}{{#if (given (list ../facts.problems))}}{{/if}}{{/each}}`,
  ],
])('%s', (_, template) => {
  const [first, ...rest] = faults(template, { facts });
  expect(first).toMatchObject({ code: 'template/too-large', path: ['narrative', 'overview'], place: { line: 1 } });
  expect(rest).toEqual([]);
});

test('a text that is too long names the place where it became so', () => {
  const template = `甲。\n{{#each facts.problems}}${'很长的文字'.repeat(50)}{{/each}}`;
  expect(faults(template, { facts })).toMatchObject([
    { code: 'template/too-large', found: '超过 200000 字', place: { line: 2, column: 25 } },
  ]);
});

test('a list of many items is printed', () => {
  expect(written('{{#each facts.problems}}{{this}}；{{/each}}', { facts })).toMatch(/^问题0；.*问题1999；$/);
});

test('a call has so many values as anybody writes, and no more', () => {
  expect(written(`{{sum${' 1'.repeat(1000)}}}`)).toBe('1000');
  expect(faults(`{{sum${' 1'.repeat(1001)}}}`)).toMatchObject([{ code: 'template/syntax', found: '1001 个' }]);
});
