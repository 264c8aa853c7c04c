import { spawnSync } from 'node:child_process';
import { builtPackage } from '../readers/built-package.mjs';
import { fixture } from '../readers/fixtures.mjs';

// Importing the package does no work: an engine is loaded when a report is first rendered in its format, and not before.

/** Reports every module that is imported, and every font, template and part of pdfmake that is read. */
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
      if (/\\.(ttf|hbs)$|(PDFDocument|pdfkit)\\.js$/.test(String(path))) fs.writeSync(1, 'file ' + path + '\\n');
      return original(path, ...rest);
    };
  }
  syncBuiltinESMExports();
  process.on('exit', () => {
    for (const path of Object.keys(createRequire('/').cache)) fs.writeSync(1, 'module ' + path + '\\n');
  });`;

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
  const packages = lines.flatMap((line) => /^module .*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(line)?.[1] ?? []);
  const files = lines.flatMap((line) => /^file .*\/(.*)$/.exec(line)?.[1] ?? []);
  return { packages: [...new Set(packages)], files: [...new Set(files)] };
}

const ENGINES = ['pdfmake', 'pdfkit', 'fontkit', 'docx'];
const engines = ({ packages }: ReturnType<typeof watch>) => ENGINES.filter((engine) => packages.includes(engine));

test('importing loads no engine and reads no font and no template', () => {
  const seen = watch('');
  expect(seen.packages).toContain('@humanwhocodes/momoa');
  expect(seen.packages).not.toContain('handlebars');
  expect(engines(seen)).toEqual([]);
  expect(seen.files).toEqual([]);
});

test('reading and checking load no engine and read no font', () => {
  const seen = watch("nianbao.checkReport(nianbao.readReport(text, 'a.json').report);");
  expect(engines(seen)).toEqual([]);
  expect(seen.files).toEqual(['preamble.hbs']);
});

test('a PDF needs pdfmake’s document and the fonts, not docx, nor what pdfmake shapes text with', () => {
  const seen = watch("await nianbao.toPdf(nianbao.readReport(text, 'a.json').report);");
  expect(engines(seen)).toEqual(['pdfmake']);
  expect(seen.files).toEqual(expect.arrayContaining(['PDFDocument.js', 'pdfkit.js']));
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
