import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { composeReport, readReport, toPdf } from '../../src/index.js';
import { builtPackage } from '../readers/built-package.mjs';
import { fixture } from '../readers/fixtures.mjs';

// Importing the package does no work: an engine is loaded when a report is first rendered in its format, and not before.

/** Reports every module that is imported, and every font and template that is read. */
const WATCH = `
  import fs from 'node:fs';
  import { createRequire, register, syncBuiltinESMExports } from 'node:module';
  const hooks = \`
    import { writeSync } from 'node:fs';
    export async function load(url, context, next) {
      writeSync(1, 'module ' + url + '\\\\n');
      return next(url, context);
    }\`;
  register('data:text/javascript,' + encodeURIComponent(hooks));
  for (const name of ['readFileSync', 'openSync']) {
    const original = fs[name];
    fs[name] = (path, ...rest) => {
      if (/\\.(ttf|hbs)$/.test(String(path))) fs.writeSync(1, 'file ' + path + '\\n');
      return original(path, ...rest);
    };
  }
  syncBuiltinESMExports();
  process.on('exit', () => {
    for (const path of Object.keys(createRequire('/').cache)) fs.writeSync(1, 'module ' + path + '\\n');
  });`;

/** The packages that are evaluated by call in a module, as those are that came as CommonJS, by the names that esbuild gives their calls. */
const bundledIn = (path: string): readonly string[] =>
  [...readFileSync(path, 'utf8').matchAll(/"node_modules\/((?:@[^/"]+\/)?[^/"]+)\/[^"]*"\(/g)].map(([, name]) =>
    String(name),
  );

/** The packages loaded, and the files read, by a script that has the package as `nianbao` and a report as `text`. */
function watch(script: string): { readonly packages: readonly string[]; readonly files: readonly string[] } {
  const { text } = fixture('2021/minimal.json');
  const source = `${WATCH}
    const text = ${JSON.stringify(text)};
    const nianbao = await import(${JSON.stringify(`${builtPackage()}dist/index.js`)});
    ${script}`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', source], {
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const lines = stdout.split('\n');
  const installed = lines.flatMap((line) => /^module .*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(line)?.[1] ?? []);
  const built = lines.flatMap((line) => /^module file:\/\/(.*\/dist\/[^/]+\.js)$/.exec(line)?.[1] ?? []);
  const packages = [...installed, ...built.flatMap(bundledIn)];
  const files = lines.flatMap((line) => /^file .*\/(.*)$/.exec(line)?.[1] ?? []);
  return { packages: [...new Set(packages)], files: [...new Set(files)] };
}

const ENGINES = ['pdfmake', 'pdfkit', 'fontkit', 'docx'];
const engines = ({ packages }: ReturnType<typeof watch>) => ENGINES.filter((engine) => packages.includes(engine));

test('importing loads no engine and reads no font and no template', () => {
  const seen = watch('');
  expect(seen.packages).toContain('handlebars');
  expect(seen.packages).not.toContain('@humanwhocodes/momoa');
  expect(engines(seen)).toEqual([]);
  expect(seen.files).toEqual([]);
});

test('reading and checking load no engine and read no font', () => {
  const seen = watch("nianbao.checkReport(nianbao.readReport(text, 'a.json').report);");
  expect(engines(seen)).toEqual([]);
  expect(seen.files).toEqual(['preamble.hbs', '电子版.hbs', '联系方式.hbs']);
});

test('of Handlebars only the parser is in what is built: nothing that makes code of templates, or runs it', () => {
  const folder = `${builtPackage()}dist/`;
  const files = readdirSync(folder, { recursive: true }).map(String);
  const built = files.filter((name) => name.endsWith('.js')).map((name) => readFileSync(folder + name, 'utf8'));
  const parts = built.flatMap((text) => text.match(/(?<="node_modules\/handlebars\/)[^"]*(?=\.js"\()/g) ?? []);
  expect(parts.filter((part) => part.includes('parser'))).not.toEqual([]);
  expect(parts.filter((part) => /javascript-compiler|compiler\/compiler|runtime|environment/.test(part))).toEqual([]);
});

test('a PDF needs pdfmake’s document and the fonts, not docx, nor what pdfmake shapes text with', () => {
  const seen = watch("await nianbao.toPdf(nianbao.readReport(text, 'a.json').report);");
  expect(engines(seen)).toEqual(['pdfmake', 'pdfkit']);
  expect(seen.packages).not.toContain('linebreak');
  expect(seen.files.filter((file) => file.endsWith('.ttf'))).toHaveLength(5);
});

test('a Word file needs docx, and neither pdfmake nor a font', () => {
  const seen = watch("await nianbao.toDocx(nianbao.readReport(text, 'a.json').report);");
  expect(engines(seen)).toEqual(['docx']);
  expect(seen.files.filter((file) => !file.endsWith('.hbs'))).toEqual([]);
});

test('whoever imports pdfmake beside it gets all of pdfmake', () => {
  const seen = watch(`
    await nianbao.toPdf(nianbao.readReport(text, 'a.json').report);
    const require = createRequire(${JSON.stringify(`${builtPackage()}dist/index.js`)});
    const pdfkit = createRequire(require.resolve('pdfmake/js/PDFDocument.js'))('pdfkit');
    new pdfkit({ font: null }).font(${JSON.stringify(`${builtPackage()}fonts/GongWen-Hei.ttf`)}).text('一', 0, 0);`);
  expect(engines(seen)).toEqual(['pdfmake', 'pdfkit', 'fontkit']);
});

test('the engines that are left out of what is built change no byte', async () => {
  const { text, path } = fixture('2021/huaian-2024.yaml');
  const script = `
    import { createHash } from 'node:crypto';
    const nianbao = await import(${JSON.stringify(`${builtPackage()}dist/index.js`)});
    const { report } = nianbao.readReport(${JSON.stringify(text)}, 'a.yaml');
    const pdf = await nianbao.toPdf(report, { draft: true, attachData: true });
    console.log(createHash('sha256').update(pdf).digest('hex'));`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  const pdf = await toPdf(readReport(text, path).report, { draft: true, attachData: true });
  expect(stdout.trim()).toBe(createHash('sha256').update(pdf).digest('hex'));
});

test.each(['pdf', 'docx', 'html'] as const)(
  'a document becomes %s where no code may be made from strings',
  (format) => {
    const { text, path } = fixture('2021/minimal.json');
    const document = composeReport(readReport(text, path).report);
    const script = `
    const nianbao = await import(${JSON.stringify(`${builtPackage()}dist/index.js`)});
    console.log((await nianbao.renderDocument(${JSON.stringify(document)}, { format: '${format}' })).length > 1e4);`;
    const flags = ['--disallow-code-generation-from-strings', '--input-type=module'];
    const { stdout, stderr } = spawnSync(process.execPath, [...flags, '-e', script], { encoding: 'utf8' });
    expect([stdout, stderr]).toEqual(['true\n', '']);
  },
);
