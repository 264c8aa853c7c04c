import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixture, ROOT } from '../test/readers/fixtures.mjs';
import { run, said, temporary } from './commands.mjs';
import { check, finish, same } from './proof.mjs';

// The package as it is published: packed, installed in an empty project, and used from there.

const packed = temporary();
const project = temporary();
const bin = `${ROOT}node_modules/.bin`;
const { path, text } = fixture('2021/suqian-2024.yaml');
const templateNames = readdirSync(`${ROOT}templates`, { recursive: true })
  .map((name) => `templates/${name}`)
  .filter((name) => name.endsWith('.hbs'));
const { version } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));

run('npm', ['pack', '--silent', '--pack-destination', packed], { cwd: ROOT });
const tarball = join(packed, `nianbao-${version}.tgz`);
// Names in Chinese as they are, not as numbers.
const contents = run('tar', ['--quoting-style=literal', '-tzf', tarball]).trim().split('\n');

await check('the tarball holds what is needed to run, and nothing else', () => {
  const needed = [
    'package.json',
    'README.md',
    'CHANGELOG.md',
    'SECURITY.md',
    'dist/index.js',
    'dist/index.d.ts',
    'dist/cli/main.js',
  ];
  const names = contents.map((name) => name.replace('package/', ''));
  const allowed =
    /^(package\.json|LICENSE\S*|README\S*\.md|CHANGELOG\.md|SECURITY\.md|dist\/(LICENSES\.txt|cli\/package\.json|.*\.(js|d\.ts))|templates\/\d{4}\/[\p{L}\p{N}]+\.hbs|fonts\/.*|ARCHITECTURE\.md|docs\/([\w-]+|api\/[\w-]+)\.md|docs\/pictures\/\w+\.png|examples\/.*|fixtures\/20(19\/yinchuan-2020\.json|21\/huaian-2024\.yaml)|node_modules\/(docx|fflate|nanoid|undici-types|@types\/node)\/.*)$/u;
  return [
    ...needed.filter((name) => !names.includes(name)).map((name) => `without ${name}`),
    ...names.filter((name) => !allowed.test(name)).map((name) => `with ${name}`),
    ...(names.filter((name) => name.endsWith('.ttf')).length === 5 ? [] : ['not five fonts']),
    ...templateNames.filter((name) => !names.includes(name)).map((name) => `without ${name}`),
    ...(names.some((name) => name.startsWith('fonts/licenses/')) ? [] : ['without the licences of the fonts']),
  ];
});

await check('its manifest refers to nothing that only the repository installs, which npm 10 refuses', () => {
  const { overrides } = JSON.parse(run('tar', ['-xzOf', tarball, 'package/package.json']));
  return JSON.stringify(overrides).match(/"\$[^"]*"/g) ?? [];
});

await check('publint has nothing to say', () => {
  const { status, text: told } = said(`${bin}/publint`, ['run', tarball, '--strict']);
  return status === 0 && /All good!/.test(told) ? [] : [told];
});

await check('the types are right for ESM', () => {
  const { status, text: told } = said(`${bin}/attw`, [tarball, '--profile', 'esm-only']);
  return status === 0 ? [] : [told];
});

writeFileSync(join(project, 'package.json'), '{ "name": "empty", "private": true }');
writeFileSync(join(project, 'report.yaml'), text);

await check('it installs into an empty project, without complaint, where engines are taken strictly', () => {
  const { status, text: told } = said('npm', [
    'install',
    '--engine-strict',
    '--prefix',
    project,
    '--no-audit',
    '--no-fund',
    tarball,
  ]);
  same(status, 0);
  // A setting of the machine's own npm.
  const known = /Unknown user config/;
  return told.split('\n').filter((line) => /^npm (warn|error)/i.test(line) && !known.test(line));
});

writeFileSync(
  join(project, 'bundled.mjs'),
  `import { parseReport, readReport, toPdf } from 'nianbao';
const narrative = { overview: '收到申请0件。', problems: '公开得不够及时。', other: '没有。' };
const tables = { disclosure: { fill: 0 }, requests: { fill: 0 }, review: { fill: 0 } };
toPdf(parseReport({ edition: '2021', year: 2025, agency: { name: '某县某局' }, narrative, ...tables })).then((pdf) =>
  process.stdout.write(Buffer.from(pdf).toString('latin1', 0, 8)));
try { readReport('edition: 2021', 'a.yaml'); } catch (error) { process.stdout.write(error.diagnostics[0].code + ' '); }`,
);

const heads = (/** @type {string} */ script, /** @type {string} */ name) => {
  writeFileSync(join(project, name), script);
  same(run('node', [name], { cwd: project }), '%PDF-1.7 PK');
};
const USE = `
const { report } = readReport(readFileSync('report.yaml', 'utf8'), 'report.yaml');
Promise.all([toPdf(report), toDocx(report)]).then(([pdf, docx]) =>
  process.stdout.write(Buffer.from(pdf).toString('latin1', 0, 8) + ' ' + Buffer.from(docx).toString('latin1', 0, 2)));`;

await check('import', () =>
  heads(`import { readFileSync } from 'node:fs'; import { readReport, toDocx, toPdf } from 'nianbao'; ${USE}`, 'a.mjs'),
);

await check('require, by a Node that can require ESM', () =>
  heads(
    `const { readFileSync } = require('fs'); const { readReport, toDocx, toPdf } = require('nianbao'); ${USE}`,
    'a.cjs',
  ),
);

await check('an install without optional parts is no larger than 117 MB and no more than 47 packages', () => {
  const [megabytes = ''] = run('du', ['-sm', join(project, 'node_modules')]).split('\t');
  const { packages } = JSON.parse(readFileSync(join(project, 'node_modules/.package-lock.json'), 'utf8'));
  const count = Object.keys(packages).length;
  return [...(Number(megabytes) <= 117 ? [] : [`${megabytes} MB`]), ...(count <= 47 ? [] : [`${count} packages`])];
});

await check('all that the docx inside exports is there, for import and require', () => {
  const folder = join(project, 'node_modules/nianbao/node_modules/docx');
  const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const script = (/** @type {string} */ name) => `import { createRequire } from 'node:module';
import '${name}'; createRequire(import.meta.url)('${name}');`;
  return Object.keys(exports).flatMap((entry) => {
    const file = join(folder, '../../inside.mjs');
    writeFileSync(file, script(entry.replace('.', 'docx')));
    const { status, text: told } = said('node', [file]);
    return status === 0 ? [] : [`${entry}: ${told.slice(0, 200)}`];
  });
});

for (const [format, name] of [
  ['esm', 'a.mjs'],
  ['cjs', 'a.cjs'],
]) {
  await check(`esbuild makes one file of it (${format}), which renders beside copies of templates and fonts`, () => {
    const bundled = temporary();
    const options = ['--bundle', '--platform=node', `--format=${format}`, '--external:pdfjs-dist', '--external:hucre'];
    run(`${bin}/esbuild`, ['bundled.mjs', ...options, `--outfile=${join(bundled, name)}`, '--log-level=error'], {
      cwd: project,
    });
    const folder = join(project, 'node_modules/nianbao');
    for (const copied of ['templates', 'fonts'])
      cpSync(join(folder, copied), join(bundled, copied), { recursive: true });
    // The package that reads YAML is not in the file, and not beside it.
    same(run('node', [name], { cwd: bundled }), 'package/missing %PDF-1.7');
  });
}

writeFileSync(
  join(project, 'use.ts'),
  `import { prepare, type FindTemplate, type Prepared } from 'nianbao/core';
import { renderBatch } from 'nianbao/batch';
import { type Diagnostic, formats, parseReport, ReportError, type ReportInput, toPdf } from 'nianbao';
export const input: ReportInput = { edition: '2021', year: 2025, agency: { name: '某局' },
  disclosure: { fill: 0 }, requests: { fill: 0 }, review: { fill: 0 } };
export const bytes: Promise<Uint8Array> = toPdf(parseReport(input));
export const prepared = (find: FindTemplate): Prepared => prepare(parseReport(input), { find });
export const codes = (error: ReportError): readonly Diagnostic['code'][] => error.diagnostics.map(({ code }) => code);
export const mime: string = formats.pdf.mime;
export const batch = renderBatch;
// @ts-expect-error an edition that is unknown
export const wrong: ReportInput = { ...input, edition: '2023' };
`,
);
const IN_COMMON = `
export const made = () => import('nianbao').then(({ parseReport, toPdf }) => toPdf(parseReport({})));`;
writeFileSync(join(project, 'use.cts'), IN_COMMON);
writeFileSync(join(project, 'require.cts'), `import nianbao = require('nianbao');\nexport const { toPdf } = nianbao;`);
writeFileSync(join(project, 'use.mts'), `export * from './use.js';\nexport { toDocx } from 'nianbao';`);

for (const [module, resolution, files] of [
  ['node16', 'node16', ['use.cts', 'use.mts']],
  ['nodenext', 'nodenext', ['use.cts', 'use.mts', 'require.cts']],
  ['esnext', 'bundler', ['use.ts']],
]) {
  await check(`the types of the package compile in a strict project (${resolution})`, () => {
    writeFileSync(join(project, 'package.json'), '{ "name": "empty", "private": true, "type": "module" }');
    const node = ['--types', 'node', '--typeRoots', `${ROOT}node_modules/@types`];
    const modules = ['--module', module, '--moduleResolution', resolution];
    const options = ['--noEmit', '--strict', ...modules, '--target', 'es2023', ...node, '--ignoreConfig'];
    const { status, text: told } = said(`${bin}/tsc`, [...options, ...files.map((file) => join(project, file))]);
    return status === 0 ? [] : [told];
  });
}

await check('npx nianbao render makes the same files as the repository', () => {
  run('npx', ['--no-install', 'nianbao', 'render', 'report.yaml', '-o', '.'], { cwd: project });
  run('node', [`${ROOT}dist/cli/main.js`, 'render', path, '-o', packed]);
  return ['pdf', 'docx'].filter((format) => {
    const made = readFileSync(join(project, `report.${format}`));
    return !made.equals(readFileSync(join(packed, `suqian-2024.${format}`)));
  });
});

await check('no temporary files are left, and the tarball is of reasonable size', () => {
  const left = readdirSync(project).filter((name) => name.endsWith('.tmp'));
  const size = statSync(tarball).size / 2 ** 20;
  return [...left, ...(size < 40 ? [] : [`${size} MB`])];
});
finish();
