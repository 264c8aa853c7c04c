import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { limitsPage } from '../../docs/limits.mjs';
import { kindOf, LIMITS } from '../../src/index.js';

const textOf = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

test('the page of limits is the table of the program', () => {
  expect(textOf('docs/limits.md')).toBe(limitsPage(LIMITS));
});

test('each limit has a code that is somebody’s fault', () => {
  for (const { code, most } of Object.values(LIMITS)) {
    expect(['report', 'io', 'resource', 'usage']).toContain(kindOf({ code }));
    expect(most).toBeGreaterThan(0);
  }
});

test('who wants to know what is trusted finds it from the readme', () => {
  for (const file of ['README.md', 'README.zh-CN.md']) expect(textOf(file)).toContain('](SECURITY.md)');
  expect(textOf('SECURITY.md')).toContain('](docs/limits.md)');
});
