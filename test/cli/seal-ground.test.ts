import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pngOf } from '../pdf/png-writer.js';
import { fixture } from '../readers/fixtures.mjs';
import { emptyFolder, nianbao } from './nianbao.js';

// A seal on a white ground: the file is made, and the ground is told.

const SIZE = 8;
const report = fixture('2019/yinchuan-2020.json').path;

/** What rendering with a seal of one colour and alpha says. */
function render(alpha: number): ReturnType<typeof nianbao> {
  const cwd = emptyFolder();
  const samples = Array.from({ length: SIZE * SIZE }, () => [200, 30, 30, alpha]).flat();
  writeFileSync(join(cwd, 'seal.png'), pngOf({ width: SIZE, height: SIZE, type: 6, depth: 8, samples }));
  return nianbao(['render', report, '-o', '.', '--seal', 'seal.png'], { cwd });
}

test('an opaque ground is a warning', () => {
  const { code, stderr } = render(255);
  expect(code).toBe(0);
  expect(stderr).toContain('警告 seal/opaque 印章图片有不透明的底色');
});

test('a transparent one is none', () => {
  const { code, stderr } = render(120);
  expect(code).toBe(0);
  expect(stderr).not.toContain('seal/');
});
