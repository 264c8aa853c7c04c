import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { write } from '../batch/made.js';
import { sealPicture } from '../docx/picture.mjs';
import { fixture } from '../readers/fixtures.mjs';
import { changed } from '../reading/page.js';
import { emptyFolder, filesIn, nianbao } from './nianbao.js';

// `nianbao render --json`, what it tells of a seal's place, and files for archives.

const minimal = fixture('2021/minimal.json');
const signed = fixture('2021/annotated.json');
const linesOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

test('a line for each report: its files with pages and bytes, or what is wrong', () => {
  const cwd = emptyFolder();
  const broken = fixture('broken/wrong-sum.json');
  const args = ['render', '--json', minimal.path, broken.path, '没有.json', '-f', 'pdf,docx,ofd', '-o', 'out'];
  const { code, stdout, stderr } = nianbao(args, { cwd });
  expect({ code, stderr }).toEqual({ code: 4, stderr: '' });
  const [made, wrong, missing] = linesOf(stdout);
  const output = (format: string, pages?: number) => {
    const path = join('out', `minimal.${format}`);
    return { format, path, bytes: statSync(join(cwd, path)).size, ...(pages && { pages }) };
  };
  expect(made).toEqual({
    file: minimal.path,
    ok: true,
    title: '示例县示例局2025年政府信息公开工作年度报告',
    outputs: [output('pdf', 3), output('docx'), output('ofd', 3)],
    losses: [],
    findings: [],
  });
  expect(wrong).toMatchObject({ file: broken.path, ok: false, outputs: [] });
  expect(wrong.findings).toContainEqual(expect.objectContaining({ code: 'sum/I3', severity: 'error' }));
  expect(missing).toMatchObject({ file: '没有.json', ok: false, outputs: [], findings: [{ code: 'file/not-found' }] });
});

test('what was lost in reading stands in it, and nothing is said besides', () => {
  const cwd = emptyFolder();
  write(cwd, { '缺行.html': changed(/<tr><td>规章<\/td>.*?<\/tr>/s, '') });
  const { stdout, stderr } = nianbao(['render', '缺行.html', '--json', '-f', 'pdf'], { cwd });
  const [line] = linesOf(stdout);
  expect(line).toMatchObject({ file: '缺行.html', losses: [{ code: 'read/missing' }] });
  expect(stderr).toBe('');
});

test('the place of a seal, the same in PDF and OFD, and in the manifest of a batch', () => {
  const cwd = emptyFolder();
  const args = ['-f', 'pdf,ofd', '--seal-place', '-o', 'out'];
  const [{ outputs }] = linesOf(nianbao(['render', signed.path, '--json', ...args], { cwd }).stdout);
  const place = { page: 5, x: expect.any(Number), y: expect.any(Number), width: 42, height: 42 };
  expect(outputs).toMatchObject([
    { format: 'pdf', sealPlace: place },
    { format: 'ofd', sealPlace: outputs[0].sealPlace },
  ]);
  const batch = nianbao(['batch', signed.path, ...args, '-j', '1'], { cwd });
  expect(batch.code).toBe(0);
  const [entry] = linesOf(readFileSync(join(cwd, 'out/manifest.jsonl'), 'utf8'));
  expect(entry.outputs.map(({ sealPlace }: { sealPlace: unknown }) => sealPlace)).toEqual([
    outputs[0].sealPlace,
    outputs[0].sealPlace,
  ]);
  expect(entry.outputs[1].name).toMatch(/\.ofd$/);
  for (const name of filesIn(join(cwd, 'out/2025')))
    expect(
      readFileSync(join(cwd, 'out/2025', name)).equals(readFileSync(join(cwd, `out/annotated${name.slice(-4)}`))),
    ).toBe(true);
});

test('what an archive does not take is a note, which stops nothing', () => {
  const cwd = emptyFolder();
  const { code, stdout, stderr } = nianbao(['render', minimal.path, '-f', 'ofd', '--ofd-archive', '-a'], { cwd });
  expect([code, stdout]).toEqual([0, expect.stringContaining('已生成 minimal.ofd')]);
  expect(stderr).toMatch(/建议 attach\/left-out .*\n.*report\.json/);
});

test.each([
  ['a seal and room for one', ['--seal', 'seal.png', '--seal-place'], '不能一起要'],
  ['a seal in an archive', ['--seal', 'seal.png', '-f', 'pdf,ofd', '--ofd-archive'], '不画印章图片'],
  ['both, with a picture that is not there', ['--seal', '没有.png', '--seal-place'], '不能一起要'],
  ['an archive that is no OFD', ['--ofd-archive', '-f', 'pdf'], '--ofd-archive 只用于 OFD'],
  ['two things on standard output', ['--json', '-f', 'pdf', '-o', '-'], '标准输出不能既写文件又写 JSON'],
])('refused before anything is made: %s', (_, flags, message) => {
  const cwd = emptyFolder();
  write(cwd, { 'seal.png': sealPicture(40) });
  const { code, stdout, stderr } = nianbao(['render', signed.path, ...flags], { cwd });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(message);
  expect(filesIn(cwd)).toEqual(['seal.png']);
});
