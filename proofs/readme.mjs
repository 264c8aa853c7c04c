import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseReport, readReport, toDocx, toHtml, writeWorkbook } from 'nianbao';
import { fixture, ROOT } from '../test/readers/fixtures.mjs';
import { run, temporary } from './commands.mjs';
import { check, finish, same } from './proof.mjs';

// What the README says is typed, in its order, into a folder that has what an office has; and where it leads to is in the package.

const READMES = ['README.md', 'README.zh-CN.md'];
const textOf = (/** @type {string} */ file) => readFileSync(join(ROOT, file), 'utf8');
const manifest = JSON.parse(textOf('package.json'));

/** @type {Set<string>} */
const packed = new Set(
  JSON.parse(run('npm', ['pack', '--ignore-scripts', '--dry-run', '--json'], { cwd: ROOT }))[0].files.map(
    (/** @type {{ path: string }} */ { path }) => path,
  ),
);

/** The anchors of a page, as its headings give them. */
const anchorsOf = (/** @type {string} */ page) =>
  [...textOf(page).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );

/** Where the links of a page lead that lead nowhere in the package. */
function deadLinks(/** @type {string} */ page) {
  const prose = textOf(page).replace(/^```[\s\S]*?^```/gm, '');
  const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  return links.filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? page : normalize(join(dirname(page), decodeURI(path)));
    if (!packed.has(target)) return true;
    return anchor !== undefined && target.endsWith('.md') && !anchorsOf(target).includes(decodeURI(anchor));
  });
}

const pages = [...packed].filter((name) => /^[^/]*\.md$|^docs\/[^/]*\.md$/.test(name));
for (const page of pages) {
  await check(`the links of ${page} lead to what is in the package`, () => deadLinks(page));
}

/** What an office has before it begins. @param {string} folder */
async function furnish(folder) {
  const lastYear = readReport(fixture('2021/suqian-2023.yaml').text, 'a.yaml').report;
  const { text } = fixture('2021/suqian-2024.yaml');
  const thisYear = readReport(text, 'a.yaml').report;
  for (const name of ['in', 'reports', '年报', '报告', '文件夹', '各机关的报告']) mkdirSync(join(folder, name));
  const docx = [
    [lastYear, ['去年.docx', '2023.docx', 'in/2023.docx', '各机关的报告/2023.docx']],
    [thisYear, ['年报.docx', '2024.docx', 'in/2024.docx', '各机关的报告/2024.docx']],
  ];
  for (const [report, names] of docx) {
    const bytes = await toDocx(report);
    for (const name of names) writeFileSync(join(folder, name), bytes);
  }
  for (const name of ['年报.yaml', 'reports/a.yaml', '年报/a.yaml', '报告/a.yaml', '文件夹/a.yaml']) {
    writeFileSync(join(folder, name), text);
  }
  writeFileSync(join(folder, '上年.yaml'), fixture('2021/suqian-2023.yaml').text);
  writeFileSync(join(folder, '公布的.html'), await toHtml(thisYear));
  writeFileSync(join(folder, '名单.csv'), `名称,上级\n${thisYear.agency.name},示例市\n`);
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(ROOT, join(folder, 'node_modules/nianbao'));
}

/** What a person does after a command: fills in what it wrote. @param {string} folder */
async function fillIn(/** @type {string} */ command, folder) {
  const { text } = fixture('2021/suqian-2024.yaml');
  if (/nianbao workbook .*-o 填报\.xlsx/.test(command)) {
    const bytes = await writeWorkbook(parseReport(readReport(text, 'a.yaml').report));
    writeFileSync(join(folder, '填报.xlsx'), bytes);
  }
  if (/nianbao init .*-o 报告\.yaml/.test(command)) writeFileSync(join(folder, '报告.yaml'), text);
}

/** Commands that install what is there, or that end only when they are told to. */
const isLeftOut = (/** @type {string} */ command) => /^npm |^npx nianbao worker/.test(command);

/** `npx nianbao` without the time that npx takes. */
const SHELL = `npx() { shift; "${process.execPath}" "${ROOT}dist/cli/main.js" "$@"; }`;

/** @param {string} command @param {string} folder */
function typed(command, folder) {
  const { status, stderr } = spawnSync('bash', ['-c', `${SHELL}\n${command}`], { cwd: folder, encoding: 'utf8' });
  return status === 0 ? [] : [`${command}: ${status} ${stderr.slice(0, 300)}`];
}

const commandsOf = (/** @type {string} */ block) =>
  block
    .split('\n')
    .map((line) => line.replace(/\s+# .*$/, '').trim())
    .filter((line) => line !== '');

/** @param {string} command the packages that it installs, with the versions that are asked for */
function wrongPackages(command) {
  const names = command.split(' ').slice(2);
  const peers = Object.entries(manifest.peerDependencies).map(([name, version]) => `${name}@${version}`);
  return names
    .filter((name) => name !== 'nianbao' && !peers.includes(name))
    .map((name) => `${name} is no such version`);
}

for (const readme of READMES) {
  const folder = temporary();
  await furnish(folder);
  const blocks = [...textOf(readme).matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)];
  await check(`${readme} has blocks of commands, code and data`, () => {
    const kinds = blocks.map(([, kind]) => kind);
    return ['sh', 'js', 'json'].filter((kind) => !kinds.includes(kind));
  });
  for (const [, kind, block = ''] of blocks) {
    const [first = ''] = block.split('\n');
    await check(`${readme}: ${kind} ${first}`, async () => {
      if (kind === 'json') {
        if (JSON.parse(block).edition) writeFileSync(join(folder, 'report.json'), block);
        return [];
      }
      if (kind === 'js') {
        writeFileSync(join(folder, 'block.mjs'), block);
        return typed(`"${process.execPath}" block.mjs`, folder);
      }
      same(kind, 'sh');
      const faults = [];
      for (const command of commandsOf(block)) {
        if (command.startsWith('npm install')) faults.push(...wrongPackages(command));
        if (isLeftOut(command)) continue;
        faults.push(...typed(command, folder));
        await fillIn(command, folder);
      }
      return faults;
    });
  }
  await check(`${readme}: files as it says have been made`, () =>
    ['填报.pdf', '填报.docx'].filter((name) => !existsSync(join(folder, '输出', name))),
  );
}

finish();
