import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { codesPage } from '../../docs/codes.mjs';
import { EXIT } from '../../src/cli/exit-codes.js';
import { CODES, checkReport, kindOf, rules } from '../../src/index.js';
import { minimalReport } from '../input/example.js';
import { ROOT } from '../readers/fixtures.mjs';

// Every code a user may meet is explained, on a page that is printed from the program.

const textOf = (file: string) => readFileSync(`${ROOT}${file}`, 'utf8');
const page = textOf('docs/codes.md');
const explained = Object.values(CODES).flatMap((area) => Object.entries(area));
const known = [...explained.map(([code]) => code), ...rules.map(({ code }) => code)];

test('the page of codes is what the program says', () => {
  expect(page).toBe(codesPage(CODES, rules));
});

test('each code is there once, with what it means, what to do, and its exit code', () => {
  expect(new Set(known).size).toBe(known.length);
  for (const [code, { kind, means, remedy }] of explained) {
    expect([means, remedy].map((text) => /^[^。]*\p{Script=Han}[^。]*$/u.test(text))).toEqual([true, true]);
    expect(page).toMatch(new RegExp(`^\\| \`${code}\` .* ${EXIT[kind]} \\|$`, 'm'));
  }
  for (const { code } of rules) expect(kindOf({ code })).toBe('report');
});

const sources = readdirSync(`${ROOT}src`, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.ts') && !name.startsWith('diagnostics/catalogue/'))
  .map((name) => textOf(`src/${name}`))
  .join('\n');

test('each code is told somewhere', () => {
  const isTold = (code: string) =>
    sources.includes(`'${code}'`) || (code.startsWith('read/') && sources.includes(`'${code.slice(5)}'`));
  expect(explained.map(([code]) => code).filter((code) => !isTold(code))).toEqual([]);
});

test.each([
  'README.md',
  'README.zh-CN.md',
  ...readdirSync(`${ROOT}docs`)
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
])('%s names no code that there is not', (file) => {
  const areas = new Set(known.map((code) => code.split('/')[0]));
  const named = [...textOf(file).matchAll(/`([a-z]+)\/([a-zA-Z0-9-]+)`/g)].filter(([, area = '']) => areas.has(area));
  // Those of the forms that are made on the page itself.
  const own = file === 'docs/forms.md' ? ['privacy/missing', 'sum/H2'] : [];
  expect(named.map(([, area, name]) => `${area}/${name}`).filter((code) => ![...known, ...own].includes(code))).toEqual(
    [],
  );
});

test('what is said of a problem is made from its facts', () => {
  const report = minimalReport({ title: '某县某局年报' });
  const [problem] = checkReport(report).filter(({ code }) => code === 'title/mismatch');
  if (problem?.code !== 'title/mismatch' || problem.facts.cause !== 'agency') throw new Error('no such problem');
  const { given, year, name } = problem.facts;
  expect(problem).toMatchObject({ found: given, expected: `含有 ${year} 和 ${name}` });
});
