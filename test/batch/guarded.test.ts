import { spawnSync } from 'node:child_process';
import { lstatSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileStore } from '../../src/batch/index.js';
import { namerOf } from '../../src/cli/batch/file-names.js';
import { openJournal } from '../../src/cli/batch/journal.js';
import { expand } from '../../src/cli/batch/sources.js';
import { formatDiagnostic } from '../../src/index.js';
import { emptyFolder, filesIn, nianbao } from '../cli/nianbao.js';
import { fates, manifestOf, report, write } from './made.js';

// Folders into which others write, and reports of which nobody knows what they hold.

const QUICK = ['-f', 'docx', '-j', '1', '-n', '{year}/{id}.{ext}'];

test('links, pipes and devices below a folder are passed over and told; a link that is typed is read', () => {
  const cwd = emptyFolder();
  write(cwd, { 'in/a.json': report('甲局'), 'other/b.json': report('乙局'), 'lines.jsonl': '' });
  symlinkSync('../other/b.json', join(cwd, 'in/b.json'));
  symlinkSync('../other', join(cwd, 'in/d'));
  symlinkSync('/dev/zero', join(cwd, 'in/z.json'));
  spawnSync('mkfifo', [join(cwd, 'in/p.json')]);
  const { code, stderr } = nianbao(['batch', 'in', '-o', 'out', ...QUICK], { cwd });
  expect([code, fates(join(cwd, 'out'))]).toEqual([0, { 'in/a.json': 'done' }]);
  expect(stderr).toContain('跳过 in/b.json、in/p.json、in/z.json：是链接、管道或设备');
  expect(nianbao(['batch', 'in/b.json', '-o', 'typed', ...QUICK], { cwd }).code).toBe(0);
});

test('a file that becomes a link after the folder was looked through is not followed', () => {
  const cwd = emptyFolder();
  write(cwd, { 'in/a.json': report('甲局') });
  const [found] = expand([join(cwd, 'in')], join(cwd, 'out'));
  const [typed] = expand([join(cwd, 'in/a.json')], join(cwd, 'out'));
  expect([found?.isFound, typed?.isFound]).toEqual([true, false]);
});

test('a folder of a year that is a link does not lead out', async () => {
  const cwd = emptyFolder();
  write(cwd, { 'a.json': report('甲局'), 'kept/x': '' });
  mkdirSync(join(cwd, 'out'));
  symlinkSync('../kept', join(cwd, 'out/2025'));
  const { code, stderr } = nianbao(['batch', 'a.json', '-o', 'out', ...QUICK], { cwd });
  expect([code, fates(join(cwd, 'out')), filesIn(join(cwd, 'kept'))]).toEqual([
    1,
    { 'a.json': 'file/unwritable' },
    ['x'],
  ]);
  expect(stderr).toContain('2025 是链接');
  const store = fileStore(join(cwd, 'out'));
  await expect(store.put('2025/y.pdf', Buffer.from('y'))).rejects.toThrow('越出');
  expect([await store.get('2025/x'), await store.stat('2025/x')]).toEqual([undefined, undefined]);
});

test('a file in the output that is a link or a pipe is not read', async () => {
  const folder = emptyFolder();
  symlinkSync('/etc/hostname', join(folder, 'a.pdf'));
  spawnSync('mkfifo', [join(folder, 'b.pdf')]);
  const store = fileStore(folder);
  expect([await store.get('a.pdf'), await store.get('b.pdf')]).toEqual([undefined, undefined]);
});

test('journal and lock are not written through links', () => {
  const cwd = emptyFolder();
  write(cwd, { 'a.json': report('甲局'), kept: 'own' });
  for (const name of ['.nianbao-batch.jsonl', '.nianbao-lock']) {
    mkdirSync(join(cwd, name.slice(1)));
    symlinkSync('../kept', join(cwd, name.slice(1), name));
    const { code, stderr } = nianbao(['batch', 'a.json', '-o', name.slice(1), ...QUICK], { cwd });
    expect([code, readFileSync(join(cwd, 'kept'), 'utf8')]).toEqual([4, 'own']);
    expect(stderr).toContain('不是普通文件');
  }
});

test('a link where the manifest is to be is replaced, not followed', () => {
  const cwd = emptyFolder();
  write(cwd, { 'a.json': report('甲局'), kept: '', 'out/x': '' });
  symlinkSync('../kept', join(cwd, 'out/manifest.jsonl'));
  nianbao(['batch', 'a.json', '-o', 'out', ...QUICK], { cwd });
  expect(readFileSync(join(cwd, 'kept'), 'utf8')).toBe('');
  expect(lstatSync(join(cwd, 'out/manifest.jsonl')).isFile()).toBe(true);
});

const FORGED = '甲\n失败 乙\tdone\u001B[31m\u009B2J\u202E';

test('an id begins no line, no column and no colour: on the screen, in the manifest and the journal', async () => {
  const cwd = emptyFolder();
  write(cwd, {
    'a.jsonl': [report('甲局'), report('甲局'), '[]']
      .map((one, i) => JSON.stringify({ id: `${FORGED}${i}`, report: JSON.parse(one) }))
      .join('\n'),
  });
  const { stdout, stderr } = nianbao(['batch', 'a.jsonl', '-o', 'out', '-f', 'docx', '-j', '1'], { cwd });
  expect(stdout.split('\n').map((line) => line.split('\t').length)).toEqual([3, 3, 3, 1]);
  const manifest = readFileSync(join(cwd, 'out/manifest.jsonl'), 'utf8');
  for (const text of [stdout, stderr, manifest]) expect(text).not.toMatch(/[\u001B\u009B\u202E]/);
  expect(stderr).not.toMatch(/^失败 乙/m);
  expect(manifestOf(join(cwd, 'out')).map(({ id }) => id)).toContain(`${FORGED}0`);
});

test('a problem is told in lines of its own, whatever its file is called', () => {
  const place = { file: `${FORGED}.json`, line: 1, column: 1 };
  const facts = { code: 'syntax/invalid', severity: 'error', path: [], hint: '改正' } as const;
  const lines = formatDiagnostic({ ...facts, message: `a\n错误 b`, place }).split('\n');
  expect([lines.length, lines[1]]).toEqual([2, '    提示：改正']);
});

test('check says nothing that a name of a file would have it say', () => {
  const cwd = emptyFolder();
  write(cwd, { '甲\n乙：0 个错误\u001B[32m.json': report('甲局') });
  const { stdout } = nianbao(['check', '.'], { cwd });
  expect(stdout).not.toMatch(/^乙|\u001B/m);
});

test('a name of ten million characters is cut before it is worked on, and stays distinct', () => {
  const namer = namerOf('{agency}.{ext}');
  const long = ' .'.repeat(5_000_000);
  const names = [`甲${long}`, `甲${long}。`].map((agency) => namer({ id: '', agency })?.pdf ?? '');
  expect(new Set(names).size).toBe(2);
  for (const name of names) expect(name).toMatch(/^甲.*~[0-9a-f]{8}\.pdf$/);
});

test('a line of the journal that is not as it was written does not count', async () => {
  const folder = emptyFolder();
  const entry = (id: string) => ({ id, status: 'done' as const, outputs: [], findings: [] });
  const journal = await openJournal(folder, false, () => {});
  for (const id of ['甲', '乙', '丙']) journal.add(entry(id));
  const path = join(folder, '.nianbao-batch.jsonl');
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace('"id":"乙"', '"id":"丁"'));
  const next = await openJournal(folder, false, () => {});
  expect(['甲', '乙', '丙', '丁'].map((id) => next.before(id)?.status)).toEqual(['done', undefined, 'done', undefined]);
  next.finish(['丙', '甲']);
  expect(manifestOf(folder).map(({ id }) => id)).toEqual(['丙', '甲']);
  expect(filesIn(folder)).toEqual(['manifest.jsonl']);
});

test('a run that has lost its folder writes nothing more into what the other goes on with', async () => {
  const folder = emptyFolder();
  const entry = (id: string) => ({ id, status: 'done' as const, outputs: [], findings: [] });
  let isLost = false;
  const first = await openJournal(folder, false, () => {
    if (isLost) throw new Error('lost');
  });
  first.add(entry('甲'));
  const second = await openJournal(folder, false, () => {});
  second.add(entry('乙'));
  isLost = true;
  expect(() => first.add(entry('丙'))).toThrow('lost');
  expect(() => first.finish(['甲', '丙'])).toThrow('lost');
  second.finish(['甲', '乙']);
  expect(manifestOf(folder).map(({ id }) => id)).toEqual(['甲', '乙']);
  expect(filesIn(folder)).toEqual(['manifest.jsonl']);
});
