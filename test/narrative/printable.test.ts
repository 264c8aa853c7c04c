import { describe, expect, test } from '@jest/globals';
import { checkReport } from '../../src/index.js';
import { faults, placed, reportWith } from './write.js';

describe('what is neither a text nor a figure is not printed', () => {
  test.each([
    ['{{facts.channels}}', '列表'],
    ['{{agency}}', '对象'],
    ['{{facts.training}}', '对象'],
    ['{{requests.received}}', '对象'],
    ['{{#each facts.channels}}{{this}}{{/each}}', '对象'],
    ['{{#with agency}}{{.}}{{/with}}', '对象'],
    ['{{#each facts.channels}}{{@first}}{{/each}}', 'true'],
    ['{{gt 2 1}}', 'true'],
    ['{{eq 2 1}}', 'false'],
    ['{{#if facts.openDays}}{{facts.problems}}{{/if}}', '列表'],
    ['{{list facts.channels}}', '对象'],
    ['{{sum facts.channels}}', '对象'],
    ['{{date facts.channels}}', '列表'],
  ])('%s is %s', (template, kind) => {
    const found = faults(`有${template}。`, {
      facts: { channels: [{ name: '网站', count: 1 }], training: { sessions: 1, participants: 2 }, problems: ['甲'] },
    });
    expect(new Set(found.map(({ code }) => code))).toEqual(new Set(['template/bad-value']));
    expect(`${found[0]?.message}${found[0]?.hint}`).toContain(kind);
    expect(found[0]?.place?.line).toBe(1);
  });

  test('nor is a number that is none, which only a program can give', () => {
    for (const year of [Number.NaN, Number.POSITIVE_INFINITY, true, () => 1]) {
      const found = checkReport({ ...reportWith('{{year}}年。'), year: year as number });
      expect(found.map(({ code }) => code)).toContain('template/bad-value');
    }
  });

  test.each(['{{this.foo}}', '{{foo}}', '{{this.constructor}}', '{{name.length}}', '{{name.foo}}'])(
    '%s of an item is an unknown variable',
    (template) => {
      const found = faults(`{{#each facts.channels}}${template}{{/each}}`);
      expect(found.map(({ code }) => code)).toEqual(['template/unknown-variable']);
    },
  );
});

test.each([30, 101, 500, 5000])('calls and blocks %i deep: too deep is a problem with its place', (depth) => {
  const isRight = depth < 100;
  const calls = `{{sum ${'(sum 1 '.repeat(depth)}1${')'.repeat(depth)}}}`;
  expect(faults(`有${calls}。`).map(placed)).toEqual(isRight ? [] : ['template/syntax 1:708']);
  const blocks = `${'{{#if year}}'.repeat(depth)}一${'{{/if}}'.repeat(depth)}`;
  expect(faults(`有${blocks}。`).map(placed)).toEqual(isRight ? [] : ['template/syntax 1:1202']);
});

test('a chain of {{else if}} may be long, and one without end is a problem', () => {
  const chain = (length: number) =>
    `{{#if agency.fax}}甲${'{{else if agency.fax}}乙'.repeat(length)}{{else}}丙{{/if}}。`;
  expect(faults(chain(60))).toEqual([]);
  expect(faults(chain(200))).toMatchObject([{ code: 'template/syntax' }]);
});
