import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { manifestOf, report, write } from '../batch/made.js';
import { emptyFolder, nianbao } from './nianbao.js';

// OFD files where a report is asked for: each command takes them as it takes what they were made from.

const received = (count: number) => ({
  ...{ fill: 0, totals: 'compute', received: { naturalPerson: count } },
  disposition: { granted: { naturalPerson: count } },
});
const rulesOf = (inForce: number, issued: number) => ({ fill: 0, rules: { issued, repealed: 0, inForce } });

const cwd = emptyFolder();
write(cwd, {
  '甲局2023.json': report('甲局', { year: 2023, requests: received(2), disclosure: rulesOf(5, 1) }),
  '甲局2024.json': report('甲局', { year: 2024, requests: received(3), disclosure: rulesOf(6, 1) }),
  '名单.csv': '名称,上级\n甲局,县政府\n',
});
nianbao(['render', '甲局2023.json', '甲局2024.json', '-f', 'ofd', '-o', 'in'], { cwd });

test('check, alone and against last year', () => {
  const rules = (...args: readonly string[]) =>
    JSON.parse(nianbao(['check', ...args, '-f', 'json'], { cwd }).stdout)[0].rules;
  const ofJson = rules('甲局2024.json', '--previous', '甲局2023.json');
  expect(rules('in/甲局2024.ofd', '--previous', 'in/甲局2023.ofd')).toEqual(ofJson);
  expect(rules('in/甲局2024.ofd')).toEqual(rules('甲局2024.json'));
  expect(ofJson).not.toEqual(rules('甲局2024.json'));
});

test('verify, of a file as it was made and of one that somebody has changed', () => {
  expect(nianbao(['verify', 'in/甲局2024.ofd', '甲局2024.json'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  const parts = unzipSync(readFileSync(join(cwd, 'in/甲局2024.ofd')));
  const altered = Object.entries(parts).map(([name, data]) => [
    name,
    /Page_\d+.Content/.test(name) ? strToU8(strFromU8(data).replace(/(<ofd:TextCode [^>]*>)6</, '$19<')) : data,
  ]);
  writeFileSync(join(cwd, '改过.ofd'), zipSync(Object.fromEntries(altered)));
  const { code, stdout } = nianbao(['verify', '改过.ofd', '甲局2024.json', '--json'], { cwd });
  expect(code).toBe(1);
  expect(JSON.parse(stdout).differences).toMatchObject([{ code: 'verify/changed', found: '9', expected: '6' }]);
});

test('audit, each with last year', () => {
  const { code } = nianbao(['audit', 'in', '-a', '名单.csv', '-o', '审核.json', '-j', '1'], { cwd });
  expect(code).toBeLessThan(2);
  const { agencies, reports } = JSON.parse(readFileSync(join(cwd, '审核.json'), 'utf8'));
  expect(agencies.map(({ agency, years }: { agency: string; years: object[] }) => [agency, years.length])).toEqual([
    ['甲局', 2],
  ]);
  expect(JSON.stringify(reports)).toContain('甲局2024.ofd');
});

test('batch makes OFD of OFD, and of hostile names and texts, which come back as they were', () => {
  const names = ['甲&乙<b>', '"年报" 2024', '--x'];
  const narrative = {
    ...{ problems: '主动公开的内容还不够丰富。', other: '本机关本年度未收取信息处理费。' },
    overview: '甲<ofd:TextCode>&amp;&#0;乙]]>，<!--丙-->“丁”。',
  };
  for (const [i, name] of names.entries()) write(cwd, { [`名/${name}.json`]: report(`甲${i}局`, { narrative }) });
  const args = ['-f', 'ofd', '-n', '{id}.{ext}', '-j', '1'];
  expect(nianbao(['batch', 'in/甲局2024.ofd', '名', ...args, '-o', 'out', '--ofd-archive'], { cwd }).code).toBe(0);
  const made = [...names.map((name) => `名/${name}.json`), 'in/甲局2024.ofd'];
  const outputs = new Map(manifestOf(join(cwd, 'out')).map(({ id, outputs: [one] }) => [id, one?.name ?? '']));
  for (const id of made) expect([id, nianbao(['verify', `out/${outputs.get(id)}`, id], { cwd }).code]).toEqual([id, 0]);
});
