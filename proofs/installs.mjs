import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fixture, ROOT } from '../test/readers/fixtures.mjs';
import { run, temporary } from './commands.mjs';
import { check, finish, same } from './proof.mjs';

// The packed package, installed by every manager and used on every Node that the README names, each time in an empty project. Run by hand:
// `npm install --no-save --prefix proofs/installs && node proofs/installs.mjs [WORD]`, where WORD, such as `Yarn`, leaves out the managers without it.

const TOOLS = `${ROOT}proofs/installs/node_modules`;
const NODES = ['node20', 'node22', 'node24'];
const YARN = `${TOOLS}/@yarnpkg/cli-dist/bin/yarn.js`;
const YARN_1 = `${TOOLS}/yarn/bin/yarn.js`;

const packed = temporary();
run('npm', ['pack', '--silent', '--pack-destination', packed], { cwd: ROOT });
const tarball = join(packed, readdirSync(packed)[0] ?? '');

/** What a user's program does, and what it says if it went well. */
const USE = `
import { readFileSync } from 'node:fs';
import { readReport, toDocx, toPdf } from 'nianbao';
const { report } = readReport(readFileSync('report.yaml', 'utf8'), 'report.yaml');
const [pdf, docx] = await Promise.all([toPdf(report), toDocx(report)]);
console.log(Buffer.from(pdf).toString('latin1', 0, 8), Buffer.from(docx).toString('latin1', 0, 2));`;
const SAID = '%PDF-1.7 PK\n';

/**
 * How each manager installs, and how a program is then run and the command called. `node` stands for the Node that is tried.
 *
 * @type {readonly { name: string, install: readonly (readonly string[])[], use: readonly string[], call: readonly string[] }[]}
 */
const MANAGERS = [
  {
    name: 'npm, engine-strict',
    install: [['npm', 'install', '--engine-strict', tarball]],
    use: ['node', 'use.mjs'],
    call: ['npx', '--no-install', 'nianbao'],
  },
  {
    // What Node 20 and 22 come with.
    name: 'npm 10, engine-strict',
    install: [['node', `${TOOLS}/npm10/bin/npm-cli.js`, 'install', '--engine-strict', tarball]],
    use: ['node', 'use.mjs'],
    call: ['npx', '--no-install', 'nianbao'],
  },
  {
    name: 'pnpm, engine-strict',
    install: [[`${TOOLS}/.bin/pnpm`, 'add', '--config.engine-strict=true', tarball]],
    use: ['node', 'use.mjs'],
    call: [`${TOOLS}/.bin/pnpm`, 'exec', 'nianbao'],
  },
  {
    name: 'Yarn 4, PnP',
    // An empty project of its own, whatever lies above it.
    install: [
      ['touch', 'yarn.lock'],
      ['node', YARN, 'add', `nianbao@file:${tarball}`],
    ],
    use: ['node', YARN, 'node', 'use.mjs'],
    call: ['node', YARN, 'nianbao'],
  },
  {
    name: 'Bun installs, Node runs',
    install: [[`${TOOLS}/.bin/bun`, 'add', tarball]],
    use: ['node', 'use.mjs'],
    call: ['node', 'node_modules/nianbao/dist/cli/main.js'],
  },
  {
    name: 'Bun installs and runs',
    install: [[`${TOOLS}/.bin/bun`, 'add', tarball]],
    use: [`${TOOLS}/.bin/bun`, 'use.mjs'],
    call: [`${TOOLS}/.bin/bun`, '--bun', 'node_modules/nianbao/dist/cli/main.js'],
  },
  {
    name: 'npm installs, Deno runs',
    install: [['npm', 'install', tarball]],
    use: [`${TOOLS}/.bin/deno`, 'run', '-A', '--node-modules-dir=manual', 'use.mjs'],
    call: [`${TOOLS}/.bin/deno`, 'run', '-A', '--node-modules-dir=manual', 'node_modules/nianbao/dist/cli/main.js'],
  },
  {
    name: 'Yarn 1, engines ignored',
    install: [['node', YARN_1, 'add', '--ignore-engines', tarball]],
    use: ['node', 'use.mjs'],
    call: ['node', 'node_modules/nianbao/dist/cli/main.js'],
  },
];

/** An empty project with a report in it. */
function project() {
  const folder = mkdtempSync(join(packed, 'project-'));
  writeFileSync(join(folder, 'package.json'), '{ "name": "empty", "private": true }');
  writeFileSync(join(folder, 'use.mjs'), USE);
  writeFileSync(join(folder, 'report.yaml'), fixture('2021/suqian-2024.yaml').text);
  return folder;
}

/** Runs a program with one Node before all others. @param {readonly string[]} call @param {string} cwd @param {string} node */
function by([program = '', ...args], cwd, node) {
  const store = join(packed, 'caches');
  mkdirSync(store, { recursive: true });
  const env = {
    ...process.env,
    PATH: `${TOOLS}/${node}/bin${delimiter}${process.env.PATH}`,
    YARN_ENABLE_TELEMETRY: '0',
    YARN_GLOBAL_FOLDER: join(store, 'yarn'),
    YARN_CACHE_FOLDER: join(store, 'yarn-cache'),
    BUN_INSTALL_CACHE_DIR: join(store, 'bun'),
    npm_config_store_dir: join(store, 'pnpm'),
  };
  const { error, status, stdout, stderr } = spawnSync(program, args, { cwd, env, encoding: 'utf8', maxBuffer: 1e9 });
  if (error) throw error;
  if (status !== 0) throw new Error(`${program} ${args[0]}: ${status} ${stderr.slice(-600)}${stdout.slice(-600)}`);
  return { stdout, stderr };
}

/** What a manager warns of, but for settings of this machine and for loading ES modules by PnP, which is so for every package. */
const warnings = (/** @type {string} */ text) =>
  text
    .split('\n')
    .filter((line) => /\bwarn(ing)?\b/i.test(line))
    .filter(
      (line) => !/Unknown (user|env|project) config|ESM support for PnP|Done with warnings|No license field/.test(line),
    );

const megabytes = (/** @type {string} */ folder) =>
  existsSync(folder) ? `${run('du', ['-sm', folder]).split('\t')[0]} MB` : 'no node_modules';

const [word = ''] = process.argv.slice(2);

for (const { name, install, use, call } of MANAGERS.filter(({ name }) => name.includes(word))) {
  for (const node of NODES) {
    await check(`${name}: ${node}`, () => {
      const cwd = project();
      const told = install.map((each) => by(each, cwd, node)).map(({ stdout, stderr }) => stdout + stderr);
      same(by(use, cwd, node).stdout, SAID);
      by([...call, 'render', 'report.yaml', '-q', '-o', '.'], cwd, node);
      console.log(`        ${megabytes(join(cwd, 'node_modules'))}`);
      const files = ['report.pdf', 'report.docx'].filter((file) => !existsSync(join(cwd, file)));
      return [...told.flatMap(warnings), ...files.map((file) => `without ${file}`)];
    });
  }
}

finish(); // By hand, not by .ci/run: its tools are 800 MB, and it installs two gigabytes.
