import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { countReports, findReports } from '../../src/cli/batch/find-reports.js';
import { expand } from '../../src/cli/batch/sources.js';
import { ReportError } from '../../src/index.js';
import { emptyFolder } from '../cli/nianbao.js';
import { report, write } from './made.js';

// What the arguments of the command mean, and the reports that are read from it.

/** A folder with these files, and what arguments below it mean, as paths below it. */
function folderWith(files: { readonly [name: string]: string | Uint8Array }) {
  const folder = emptyFolder();
  write(folder, files);
  const below = (path: string) => path.replace(`${folder}/`, '');
  const sources = (...args: string[]) =>
    expand(
      args.map((arg) => join(folder, arg)),
      join(folder, 'out'),
    );
  return {
    folder,
    paths: (...args: string[]) => sources(...args).map(({ path }) => below(path)),
    reports: async (...args: string[]) => {
      const found = [];
      for await (const { id, place, input, problems } of findReports(sources(...args), {})) {
        const codes = problems.map(({ code }) => code).join();
        found.push({ id: below(id), place: below(place), at: input?.at, line: input?.line, text: input?.text, codes });
      }
      expect(await countReports(sources(...args), {})).toBe(found.length);
      return found;
    },
  };
}

const codesOf = (work: () => unknown) => {
  try {
    work();
    return [];
  } catch (error) {
    return error instanceof ReportError ? error.diagnostics.map(({ code }) => code) : [error];
  }
};

describe('which files', () => {
  test('folders with all that is in them, in order of names: reports only, nothing hidden, nothing that was made', () => {
    const names = [
      'in/b/乙.json',
      'in/甲.YAML',
      'in/丙.yml',
      'in/.x.json',
      'in/.y/z.json',
      'in/a.txt',
      'in/l.jsonl',
      'in/b.pdf',
    ];
    const { folder, paths } = folderWith(Object.fromEntries(names.map((name) => [name, ''])));
    expect(paths('in')).toEqual(['in/b/乙.json', 'in/丙.yml', 'in/甲.YAML']);
    expect(expand([join(folder, 'in')], join(folder, 'in/b')).map(({ path }) => path)).toEqual(
      ['丙.yml', '甲.YAML'].map((name) => join(folder, 'in', name)),
    );
  });

  test.each([
    ['*.json', ['b.json', 'z[1].json']],
    ['./?.json', ['b.json']],
    ['[a-c].{json,yaml}', ['a.yaml', 'b.json']],
    ['[!b]*', ['a.yaml', 'l.jsonl', 'z[1].json']],
    ['**/*.json', ['b.json', 'd/c.json', 'd/e/f.json', 'z[1].json']],
    ['d/**', ['d/c.json', 'd/e/f.json', 'd/note.pdf']],
    ['*/*/f.json', ['d/e/f.json']],
    ['{a,d/c}.*', ['a.yaml', 'd/c.json']],
    ['z[1].json', ['z[1].json']],
    ['z[[]1].json', ['z[1].json']],
  ])('patterns: %s', (pattern, expected) => {
    const names = [
      'a.yaml',
      'b.json',
      'd/c.json',
      'd/e/f.json',
      'z[1].json',
      'note.txt',
      'd/note.pdf',
      'l.jsonl',
      'ajson',
    ];
    const { paths } = folderWith(Object.fromEntries(names.map((name) => [name, ''])));
    expect(paths(pattern)).toEqual(expected);
  });

  test.each([...`!"#$%&'()+,-.:;<=>@[]^_\`|~「（'`])('%s in a name is itself in a pattern', (sign) => {
    const { paths } = folderWith({ [`a${sign}b1.json`]: '', [`${sign}1.json`]: '', 'ab1.json': '', 'aab1.json': '' });
    expect(paths(`a${sign.replace('[', '[[]')}b?.json`)).toEqual([`a${sign}b1.json`]);
    // What begins with a full stop is hidden.
    expect(paths(...(sign === '.' ? ['a.b*'] : [`${sign.replace('[', '[[]')}*`]))).toHaveLength(1);
  });

  test('names in order, folder by folder, hidden ones nowhere', () => {
    const names = ['in/a.json', 'in/a/z.json', 'in/a-b.json', 'in/a/.x.json', 'in/.h/b.json', 'in/B.json'];
    const { paths } = folderWith(Object.fromEntries(names.map((name) => [name, ''])));
    const expected = ['in/B.json', 'in/a/z.json', 'in/a-b.json', 'in/a.json'];
    expect(paths('in')).toEqual(expected);
    expect(paths('in/**/*.json')).toEqual(expected);
    expect(paths('*/**')).toEqual(expected);
    expect(codesOf(() => paths('in/a/.?.json'))).toEqual(['file/not-found']);
    expect(codesOf(() => paths('in/.*/*.json'))).toEqual(['file/not-found']);
  });

  test('paths begin as the argument does', () => {
    const { folder } = folderWith({ 'in/d/a.json': '' });
    const before = process.cwd();
    process.chdir(join(folder, 'in'));
    try {
      const given = (arg: string) => expand([arg], 'out').map(({ path }) => path);
      expect(given('d')).toEqual(['d/a.json']);
      expect(given('./*/*.json')).toEqual(['d/a.json']);
      expect(given('../in/**/*.json')).toEqual(['../in/d/a.json']);
      expect(given(join(folder, '*/d/*'))).toEqual([join(folder, 'in/d/a.json')]);
    } finally {
      process.chdir(before);
    }
  });

  test('links are not followed', () => {
    const { folder, paths } = folderWith({ 'other/a.json': '', 'in/b.json': '' });
    symlinkSync(join(folder, 'other/a.json'), join(folder, 'in/c.json'));
    symlinkSync(join(folder, 'other'), join(folder, 'in/d'));
    symlinkSync(join(folder, 'in'), join(folder, 'in/e'));
    expect(paths('in')).toEqual(['in/b.json']);
    expect(paths('in/**')).toEqual(['in/b.json']);
    expect(paths('in/c.json')).toEqual(['in/c.json']);
    expect(paths('in/d')).toEqual(['in/d/a.json']);
  });

  test('what is made is no input of a pattern', () => {
    const { paths } = folderWith({ 'out/2025/a.json': '', 'b.json': '', 'd/out/c.json': '' });
    expect(paths('**/*.json')).toEqual(['b.json', 'd/out/c.json']);
    expect(codesOf(() => paths('*/2025/*.json'))).toEqual(['file/not-found']);
  });

  test('a list of paths: not empty lines, not comments', () => {
    const { folder, paths } = folderWith({ 'b.json': '', 'a.json': '' });
    write(folder, {
      'list.txt': `\uFEFF# this year\r\n${folder}/b.json\r\n\r\n  ${folder}/a.json  \n${folder}/missing.json`,
    });
    expect(paths('list.txt')).toEqual(['b.json', 'a.json', 'missing.json']);
  });

  test('each file once, where it is named first', () => {
    const { paths } = folderWith({ 'in/a.json': '', 'in/b.json': '' });
    expect(paths('in/b.json', 'in', 'in/../in//a.json', 'in/*.json')).toEqual(['in/b.json', 'in/a.json']);
  });

  test.each([
    ['a file that is not there', 'missing.json'],
    ['a list that is not there', 'missing.txt'],
    ['a pattern that nothing matches', '*.yaml'],
    ['a pattern in a folder that is not there', 'missing/**/*.json'],
    ['a folder without reports', 'empty'],
    ['a range that runs backwards', '[z-a].json'],
    ['a bracket that is not closed', '[a.json'],
    ['a brace that is not closed', '{a,b.json'],
    ['a pattern through a file', 'a.json/*.json', 'file/unreadable'],
    ['a pattern as long as no path can be', `*${'a'.repeat(70_000)}.json`],
  ])('%s is told at once', (_, arg, code = 'file/not-found') => {
    const { folder, paths } = folderWith({ 'a.json': '' });
    mkdirSync(join(folder, 'empty'));
    expect(codesOf(() => paths('a.json', arg))).toEqual([code]);
  });
});

describe('which reports', () => {
  const [a, b] = [report('甲局'), report('乙局')];

  test('a file is one, and its path its id', async () => {
    const { reports } = folderWith({ 'in/a.json': a });
    expect(await reports('in')).toEqual([{ id: 'in/a.json', place: 'in/a.json', text: a, codes: '' }]);
  });

  test('lines of JSON, each with an id of its own or its place, blank ones none', async () => {
    const lines = [a, '', `{"id":"乙-1","report":${b}}\r`, ' \t', `{"report":${b},"id":7}`, `{"report":${b}}`];
    const { reports } = folderWith({ 'l.jsonl': lines.join('\n') });
    expect(await reports('l.jsonl')).toEqual([
      { id: 'l.jsonl:1', place: 'l.jsonl:1', line: 1, text: a, codes: '' },
      { id: '乙-1', place: 'l.jsonl:3', line: 3, text: lines[2], at: ['report'], codes: '' },
      { id: '7', place: 'l.jsonl:5', line: 5, text: lines[4], at: ['report'], codes: '' },
      { id: 'l.jsonl:6', place: 'l.jsonl:6', line: 6, text: lines[5], at: ['report'], codes: '' },
    ]);
  });

  test('what Unicode calls the end of a line ends none; a line may be longer than what is read at once', async () => {
    const long = report('甲局', { narrative: { overview: '长\u2028\u2029\u0085'.repeat(50_000) } });
    const { reports } = folderWith({ 'l.jsonl': `${long}\n${b}` });
    expect((await reports('l.jsonl')).map(({ text }) => text === long || text)).toEqual([true, b]);
  });

  test('those that cannot be read are told by themselves', async () => {
    const { folder, reports } = folderWith({
      'gbk.json': Buffer.from([0x7b, 0xb2, 0xe2, 0x7d]),
      'd.json/x': '',
      'a.json': a,
    });
    write(folder, { 'l.jsonl': Buffer.concat([Buffer.from([0xb2, 0xe2, 0x0a]), Buffer.from(b)]) });
    const names = ['gbk.json', 'd.json', 'missing.json', 'missing.jsonl', 'l.jsonl', 'a.json'];
    write(folder, { list: names.map((name) => `${folder}/${name}\n`).join('') });
    expect((await reports('list')).map(({ id, codes }) => [id, codes])).toEqual([
      ['gbk.json', 'syntax/invalid'],
      ['d.json', 'file/unreadable'],
      ['missing.json', 'file/not-found'],
      ['missing.jsonl', 'file/not-found'],
      ['l.jsonl:1', 'syntax/invalid'],
      ['l.jsonl:2', ''],
      ['a.json', ''],
    ]);
  });
});
