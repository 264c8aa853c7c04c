import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { emptyFolder, nianbao } from '../cli/nianbao.js';
import { fixture } from '../input/example.js';

const report = fixture('2021/minimal.json');

function folderWith(settings: object): string {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'nianbao.config.json'), JSON.stringify(settings));
  writeFileSync(join(cwd, 'a.json'), report);
  writeFileSync(join(cwd, 'b.json'), `${report}${' '.repeat(10_000)}`);
  return cwd;
}

test('settings may lower limits; what exceeds one does not end the call for the others', () => {
  const cwd = folderWith({ limits: { fileBytes: 5000 } });
  const { code, stdout } = nianbao(['check', 'b.json', 'a.json'], { cwd });
  expect(code).toBe(4);
  expect(stdout).toContain('read/too-large');
  expect(stdout).toMatch(/a\.json：0 个错误/);
});

test('a file without end is read no further than the limit', () => {
  const cwd = folderWith({ limits: { fileBytes: 5000 } });
  const { code, stdout } = nianbao(['check', '/dev/zero', 'a.json'], { cwd });
  expect(code).toBe(4);
  expect(stdout).toContain('超过 5000 字节');
  expect(stdout).toMatch(/a\.json：0 个错误/);
  const seal = nianbao(['render', 'a.json', '-f', 'html', '--seal', '/dev/zero', '-o', 'out'], { cwd });
  expect(seal.code).toBe(3);
});

test('limits that there are not are told with their place', () => {
  const cwd = folderWith({ limits: { fileByte: 5000, characters: 0 } });
  const { code, stderr } = nianbao(['check', 'a.json'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain('是不是想写 fileBytes？');
  expect(stderr).toContain('nianbao.config.json:1:');
  expect(stderr).toContain('大于 0 的整数');
});

test('of very many wrong settings no more are told than one answer holds', () => {
  const rules = Object.fromEntries(Array.from({ length: 1500 }, (_, i) => [`x${i}`, 'off']));
  const { code, stderr } = nianbao(['check', 'a.json'], { cwd: folderWith({ rules }) });
  expect([code, stderr.match(/config\/invalid/g)?.length]).toEqual([2, 1000]);
  expect(stderr).toContain('另有 500 个问题没有列出');
});

test('limits of the settings hold on every thread', () => {
  const cwd = folderWith({ limits: { characters: 10 } });
  expect(nianbao(['check', 'a.json'], { cwd }).stdout).toContain('shape/too-large');
  expect(nianbao(['batch', 'a.json', '-o', 'out'], { cwd }).stdout).toContain('shape/too-large');
  const wide = folderWith({ limits: { characters: 200_000 } });
  const long = JSON.parse(report);
  writeFileSync(
    join(wide, 'a.json'),
    JSON.stringify({
      ...long,
      narrative: { ...long.narrative, other: `本机关没有收取信息处理费。${'甲'.repeat(150_000)}。` },
    }),
  );
  expect(nianbao(['batch', 'a.json', '-f', 'html', '-o', 'out'], { cwd: wide }).stdout).not.toContain(
    'shape/too-large',
  );
  expect(nianbao(['audit', 'a.json', '-o', '-', '--format', 'json'], { cwd: wide }).stdout).not.toContain(
    'shape/too-large',
  );
});

test('of more settings than anybody writes only their number is told', () => {
  const settings = Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`x${i}`, 'off']));
  for (const config of [{ rules: settings }, { limits: settings }, settings]) {
    const { code, stderr } = nianbao(['check', 'a.json'], { cwd: folderWith(config) });
    expect([code, stderr.match(/config\/invalid/g)?.length]).toEqual([2, 1]);
    expect(stderr).toContain('10001 项');
  }
});

test('a name that is very long is told by its beginning', () => {
  for (const config of [{ rules: { ['x'.repeat(9000)]: 'off' } }, { rules: { 'text/unbound': 'x'.repeat(9000) } }]) {
    const { code, stderr } = nianbao(['check', 'a.json'], { cwd: folderWith(config) });
    expect(code).toBe(2);
    expect(stderr).toContain('config/invalid');
    expect(stderr.length).toBeLessThan(2000);
  }
});

test('a file of settings that is larger than any is not read to its end', () => {
  const { code, stderr } = nianbao(['check', 'a.json'], {
    cwd: folderWith({ $schema: 'x'.repeat(2 ** 20), rules: {} }),
  });
  expect([code, stderr.match(/read\/too-large/g)?.length]).toEqual([4, 1]);
  expect(stderr).toContain('nianbao.config.json 太大，不像设置文件');
});
