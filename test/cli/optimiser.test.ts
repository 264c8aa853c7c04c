import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { builtPackage } from '../readers/built-package.mjs';
import { fixture } from '../readers/fixtures.mjs';
import { emptyFolder } from './nianbao.js';

/** How many functions V8 has optimised while this many reports were checked. */
function optimised(count: number): number {
  const folder = emptyFolder();
  const { text } = fixture('2019/yinchuan-2020.json');
  const files = Array.from({ length: count }, (_, i) => `${i}.json`);
  for (const file of files) writeFileSync(join(folder, file), text);
  const args = ['--trace-opt', `${builtPackage()}dist/cli/main.js`, 'check', ...files];
  const { status, stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
  expect(status).toBe(0);
  return stdout.split('\n').filter((line) => /completed optimizing.*TURBOFAN/.test(line)).length;
}

test('one report is over before optimised code pays, many are not', () => {
  expect(optimised(1)).toBeLessThan(3);
  expect(optimised(20)).toBeGreaterThan(20);
});
