import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { checkReport, parseReport } from '../../src/index.js';
import { measure, passagesOf } from './measure.mjs';

const FOLDER = new URL('../../fixtures/passages/', import.meta.url);

const working = readdirSync(FOLDER)
  .filter((name) => name.startsWith('working') && name.endsWith('.yaml'))
  .flatMap((name) => passagesOf(readFileSync(new URL(name, FOLDER), 'utf8')));

test('at least a third of the working passages are right', () => {
  expect(working.filter(({ wrong }) => wrong.length === 0).length).toBeGreaterThanOrEqual(working.length / 3);
});

test('the rules find what is wrong in the working passages, and little else', () => {
  // One in three is enough here: the proof measures all of them.
  const some = working.filter((_, i) => i % 3 === 0);
  const { precision, recall } = measure(some, { checkReport, parseReport });
  expect(precision).toBeGreaterThanOrEqual(0.95);
  expect(recall).toBeGreaterThanOrEqual(0.8);
});
