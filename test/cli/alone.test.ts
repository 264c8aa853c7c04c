import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { fixture } from '../readers/fixtures.mjs';
import { page } from '../reading/page.js';
import { emptyFolder, filesIn, nianbao, nianbaoAlone } from './nianbao.js';

// Most tests run the command line again and again in one process. A process of its own says the same, leaves the same, and ends.

const { path } = fixture('2021/minimal.json');

const TEMPLATES = ['-t', '/nowhere/templates'];

test.each([
  [0, ['check', path]],
  [1, ['check', fixture('broken/wrong-sum.json').path]],
  [2, ['check', '--no-such-option', path]],
  [3, ['outline', path, ...TEMPLATES]],
  [4, ['check', 'missing.json']],
  [0, ['render', path, '-o', 'out']],
  [0, ['read', 'page.html']],
  [0, ['init', '-e', '2021', '-y', '2025', '-a', '示例局', '-o', 'a.yaml']],
  [0, ['workbook', '-y', '2025', '-a', '示例局']],
  [0, ['schema']],
  [0, ['--help']],
])('ends with %i: %j', (code, args) => {
  const [one, other] = [nianbao, nianbaoAlone].map((run) => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'page.html'), page);
    return { ...run(args, { cwd }), files: filesIn(cwd) };
  });
  expect(other).toEqual({ ...one, code });
});
