import { chmodSync, linkSync, lstatSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { claim, type OutputRules, writeOutputs } from '../../src/cli/outputs.js';
import { outputPaths } from '../../src/cli/render-outputs.js';
import { ReportError } from '../../src/index.js';
import { emptyFolder, filesIn } from './nianbao.js';

// Where a command may write, and what happens to what is there.

const found = (error: unknown): readonly string[] => {
  if (!(error instanceof ReportError)) throw error;
  return error.diagnostics.map(({ code }) => code);
};

/** A folder with these files, and what is against writing to paths in it. */
function folderWith(files: { readonly [name: string]: string }) {
  const folder = emptyFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const at = (name: string) => join(folder, name);
  const inputs = [at('a.json')];
  const against = (paths: readonly string[], rules: Partial<OutputRules> = {}) =>
    claim(paths.map(at), { inputs, ...rules }).then(() => [], found);
  const write = async (name: string, text: string) => {
    const [place] = await claim([at(name)], { inputs, force: true });
    if (place) writeOutputs([{ place, bytes: Buffer.from(text) }]);
  };
  const text = (name: string) => readFileSync(at(name), 'utf8');
  return { folder, at, against, write, text };
}

describe('an input is never written over, whatever leads to it', () => {
  test.each([{}, { force: true }])('%j', async (rules) => {
    const { at, against } = folderWith({ 'a.json': '{}' });
    symlinkSync('a.json', at('link.pdf'));
    symlinkSync('link.pdf', at('link-to-link.pdf'));
    linkSync(at('a.json'), at('hard.pdf'));
    symlinkSync('.', at('here'));
    const paths = [
      'a.json',
      './a.json',
      'link.pdf',
      'link-to-link.pdf',
      'hard.pdf',
      'here/a.json',
      'here/here/link.pdf',
    ];
    for (const path of paths) expect(await against([path], rules)).toEqual(['usage/output-is-input']);
  });

  test('everything that is against it is told at once', async () => {
    const { at, against } = folderWith({ 'a.json': '{}', 'b.pdf': 'old' });
    mkdirSync(at('c.pdf'));
    expect(await against(['a.json', 'b.pdf', 'c.pdf', 'd.pdf'])).toEqual([
      'usage/output-is-input',
      'file/exists',
      'file/unwritable',
    ]);
  });
});

test('what is there stays, unless it is of no account', async () => {
  const { against } = folderWith({ 'b.pdf': 'old', 'empty.pdf': '' });
  expect(await against(['b.pdf', 'new.pdf'])).toEqual(['file/exists']);
  expect(await against(['empty.pdf'])).toEqual(['file/exists']);
  expect(await against(['b.pdf'], { force: true })).toEqual([]);
  expect(await against(['b.pdf'], { isOurs: async (file) => readFileSync(file, 'utf8') === 'old' })).toEqual([]);
});

test('two outputs that are one file, by a link, by upper and lower case, composed or not', async () => {
  const { at, against } = folderWith({});
  symlinkSync('b.pdf', at('link.pdf'));
  const pairs = [
    ['b.pdf', 'link.pdf'],
    ['b.pdf', 'B.PDF'],
    ['\u00e9.pdf', 'e\u0301.pdf'],
  ];
  for (const pair of pairs) expect(await against(pair)).toEqual(['usage/argument']);
});

test.each([
  ['longer than a name may be', `${'长'.repeat(84)}.pdf`],
  ['links in a circle', 'loop.pdf'],
  ['the name of a folder', 'new/'],
  ['a folder', ''],
])('a path that leads nowhere: %s', async (_, path) => {
  const { at, against } = folderWith({});
  symlinkSync('loop.pdf', at('loop.pdf'));
  expect(await against([path], { force: true })).toEqual(['file/unwritable']);
});

describe('writing', () => {
  test('follows links, also one that leads to nothing yet, and leaves them', async () => {
    const { folder, at, write, text } = folderWith({ 'b.pdf': 'old' });
    symlinkSync('b.pdf', at('link.pdf'));
    symlinkSync('new/er/c.pdf', at('ahead.pdf'));
    await write('link.pdf', 'new');
    await write('ahead.pdf', 'new');
    expect([text('b.pdf'), text('new/er/c.pdf')]).toEqual(['new', 'new']);
    expect(['link.pdf', 'ahead.pdf'].map((name) => lstatSync(at(name)).isSymbolicLink())).toEqual([true, true]);
    expect(filesIn(folder)).toEqual(['ahead.pdf', 'b.pdf', 'link.pdf', 'new']);
  });

  test('keeps the mode of what is replaced', async () => {
    const { at, write } = folderWith({ 'b.pdf': 'old' });
    for (const mode of [0o600, 0o640, 0o755, 0o444]) {
      chmodSync(at('b.pdf'), mode);
      await write('b.pdf', 'new');
      expect(statSync(at('b.pdf')).mode & 0o777).toBe(mode);
    }
  });

  test('a hard link of what is replaced keeps the old', async () => {
    const { at, write, text } = folderWith({ 'b.pdf': 'old' });
    linkSync(at('b.pdf'), at('c.pdf'));
    await write('b.pdf', 'new');
    expect([text('b.pdf'), text('c.pdf')]).toEqual(['new', 'old']);
  });

  test('names as long as may be', async () => {
    const { folder, write } = folderWith({});
    const names = [`${'长'.repeat(83)}.pdf`, `${'长'.repeat(79)}.docx`, `${'é'.repeat(125)}.docx`];
    for (const name of names) await write(name, 'new');
    expect(filesIn(folder)).toEqual([...names].sort());
  });

  test('goes into what is no file', async () => {
    const [place] = await claim(['/dev/null'], { inputs: [] });
    if (place) writeOutputs([{ place, bytes: Buffer.from('text') }]);
    expect(statSync('/dev/null').isFile()).toBe(false);
  });
});

describe('what -o means to render', () => {
  const [one, two] = [
    { file: 'in/a.json', name: 'a' },
    { file: 'b.json', name: 'b' },
  ];
  const meant = (output: string, formats: readonly ('pdf' | 'docx')[], inputs = [one]) => {
    try {
      return outputPaths(inputs, formats, output).flat();
    } catch (error) {
      return found(error);
    }
  };

  test('a folder, whether it is there or not', () => {
    expect(meant('out', ['pdf', 'docx'], [one, two])).toEqual(['out/a.pdf', 'out/a.docx', 'out/b.pdf', 'out/b.docx']);
    for (const output of ['out', 'out/', './2024.12', 'x.pdf/']) {
      expect(meant(output, ['pdf'])).toEqual([join(output, 'a.pdf')]);
    }
    const folder = join(emptyFolder(), 'x.pdf');
    mkdirSync(folder);
    expect(meant(folder, ['pdf'])).toEqual([join(folder, 'a.pdf')]);
    expect(meant(folder, ['docx', 'pdf'])).toEqual([join(folder, 'a.docx'), join(folder, 'a.pdf')]);
  });

  test('the only file, by its extension in upper or lower case, or because it is there', () => {
    for (const output of ['x.pdf', 'new/x.PDF', '年报.Pdf']) expect(meant(output, ['pdf'])).toEqual([output]);
    const there = join(emptyFolder(), 'there');
    writeFileSync(there, '');
    expect(meant(there, ['pdf'])).toEqual([there]);
  });

  test('standard output, which takes one file', () => {
    expect(meant('-', ['pdf'])).toEqual(['-']);
    expect(meant('-', ['pdf', 'docx'])).toEqual(['usage/argument']);
    expect(meant('-', ['pdf'], [one, two])).toEqual(['usage/argument']);
  });

  test('no file that would have to hold something else, or several', () => {
    for (const output of ['x.pdf', 'x.DOC', 'x.wps', 'x.json']) {
      expect(meant(output, ['docx'])).toEqual(['usage/argument']);
      expect(meant(output, ['pdf', 'docx'])).toEqual(['usage/argument']);
      expect(meant(output, ['pdf'], [one, two])).toEqual(['usage/argument']);
    }
    const there = join(emptyFolder(), 'x.docx');
    writeFileSync(there, '');
    expect(meant(there, ['pdf'])).toEqual(['usage/argument']);
  });
});
