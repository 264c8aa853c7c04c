import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brokenFixtures, fixture } from '../readers/fixtures.mjs';
import { emptyFolder, filesIn, nianbao } from './nianbao.js';

// A report that cannot be printed leaves no file behind, and is told with code, place and hint.

/** For each broken fixture: the exit code, the code of each problem, and the place of the first as it is printed. */
const EXPECTED: Record<string, readonly [exit: number, codes: readonly string[], place: string]> = {
  'bad-template.json': [1, ['template/syntax'], 'bad-template.json:6:66'],
  'bad.yaml': [1, ['syntax/invalid'], 'bad.yaml:4:1'],
  'blank-cell.json': [0, ['cell/blank'], '位置：disclosure.licensing.decisions（行政许可 · 本年处理决定数量）'],
  'control-character.json': [1, ['text/forbidden-character'], '位置：narrative.problems'],
  'duplicate-key.json': [1, ['syntax/invalid'], 'duplicate-key.json:4:3'],
  'empty.json': [1, ['syntax/invalid'], 'empty.json:1:1'],
  'lone-surrogate.json': [1, ['text/forbidden-character'], '位置：narrative.problems'],
  'missing-cell.json': [1, ['cell/missing'], '位置：review.litigation.afterReconsideration.pending'],
  'missing-glyph.json': [1, ['font/missing-glyph'], '位置：narrative.overview'],
  'not-json.json': [1, ['syntax/invalid'], 'not-json.json:3:15'],
  'unknown-edition.json': [1, ['edition/unknown'], 'unknown-edition.json:2:3'],
  'unknown-helper.json': [1, ['template/unknown-helper'], 'unknown-helper.json:6:53'],
  'unknown-key.json': [1, ['shape/unknown-key', 'shape/unknown-key'], '位置：agency.telphone'],
  'unknown-variable.json': [1, ['template/unknown-variable'], 'unknown-variable.json:6:66'],
  'wrong-sum.json': [1, ['sum/I2', 'sum/I1', 'sum/E1', 'sum/E1', 'sum/I3'], '位置：requests.disposition.granted.total'],
  'wrong-type.json': [1, ['shape/type', 'shape/value', 'shape/type'], '位置：disclosure.licensing.decisions'],
  'year-outside.json': [0, ['edition/year'], '位置：year'],
};

const named = brokenFixtures.map(({ name, path }) => ({ name: name.replace('broken/', ''), path }));

test('every broken fixture is expected', () => {
  expect(named.map(({ name }) => name)).toEqual(Object.keys(EXPECTED).sort());
});

test.each(named)('$name', ({ name, path }) => {
  const folder = emptyFolder();
  const [exit, codes, place] = EXPECTED[name] ?? [];
  const { code, stdout, stderr } = nianbao(['render', path, '-o', folder]);
  const heads = [...stderr.matchAll(/^(?:\S+:\d+:\d+ )?(?:错误|警告) (\S+) .+$/gm)];
  expect({ code, codes: heads.map(([, found]) => found) }).toEqual({ code: exit, codes });
  expect(stderr).toContain(place);
  expect(stderr.match(/^ {4}提示：.+$/gm)).toHaveLength(heads.length);
  const base = name.replace(/\.\w+$/, '');
  expect(filesIn(folder)).toEqual(exit === 0 ? [`${base}.docx`, `${base}.pdf`] : []);
  expect(stdout === '').toBe(exit !== 0);
});

test('a problem of one format keeps the others from being written', () => {
  const folder = emptyFolder();
  const { path } = fixture('broken/missing-glyph.json');
  expect(nianbao(['render', path, '-f', 'docx,pdf', '-o', folder]).code).toBe(1);
  expect(filesIn(folder)).toEqual([]);
});

/** The report with its Chinese as a Windows editor saves it: in GBK. */
function inGbk(text: string): Buffer {
  const ju = Buffer.from([0xbe, 0xd6]);
  return Buffer.concat([...text].map((character) => (character <= '\x7f' ? Buffer.from(character) : ju)));
}

test.each(['pdf', 'docx', 'html'])('a file that is not UTF-8 is refused as such: %s', (format) => {
  const [folder, output] = [emptyFolder(), emptyFolder()];
  writeFileSync(join(folder, 'gbk.json'), inGbk(fixture('2021/minimal.json').text));
  const { code, stderr } = nianbao(['render', join(folder, 'gbk.json'), '-f', format, '-o', output]);
  expect({ code, files: filesIn(output) }).toEqual({ code: 1, files: [] });
  expect(stderr).toContain('UTF-8');
});
