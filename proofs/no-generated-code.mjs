import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brokenFixtures, ROOT, validFixtures } from '../test/readers/fixtures.mjs';
import { said, temporary } from './commands.mjs';
import { check, finish, same } from './proof.mjs';

// Under a Node that makes no code of text, the command line renders and checks as it does otherwise.

const FORBIDDEN = ['--disallow-code-generation-from-strings'];
const valid = validFixtures.map(({ path }) => path);
const all = [...valid, ...brokenFixtures.map(({ path }) => path)];

const nianbao = (/** @type {readonly string[]} */ flags, /** @type {readonly string[]} */ args) =>
  said(process.execPath, [...flags, `${ROOT}dist/cli/main.js`, ...args]);

await check('the flag is heeded', () => {
  const { status } = said(process.execPath, [...FORBIDDEN, '-e', "new Function('')"]);
  return status === 0 ? ['code was made of text'] : [];
});

await check('every fixture is rendered in every format, to the same bytes', () => {
  const [usual, without] = [[], FORBIDDEN].map((flags) => {
    const folder = temporary();
    same(nianbao(flags, ['render', ...valid, '-o', folder, '--attach', '--embed-fonts']).status, 0);
    return folder;
  });
  const names = readdirSync(usual);
  same([names.length, readdirSync(without)], [2 * valid.length, names]);
  return names.filter((name) => !readFileSync(join(usual, name)).equals(readFileSync(join(without, name))));
});

for (const format of ['text', 'json', 'sarif', 'junit']) {
  await check(`check says the same as ${format}`, () => {
    const args = ['check', ...all, '-f', format];
    same(nianbao(FORBIDDEN, args), nianbao([], args));
  });
}
finish();
