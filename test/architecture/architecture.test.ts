import { readFileSync } from 'node:fs';
import { ROOT } from '../readers/fixtures.mjs';
import { importsOf, sourcesIn } from './imports.mjs';
import { faultsOf, packages } from './rules.mjs';

// Imports go downwards only, engines stay in their places, the core runs anywhere, and nothing outside the command line depends on when or where it runs.

test('the sources keep the rules', () => {
  expect(faultsOf(sourcesIn(`${ROOT}src`))).toEqual([]);
});

test('every dependency is imported somewhere, and nothing that is not declared', () => {
  const { dependencies, peerDependencies, devDependencies } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));
  const imported = new Set(importsOf(sourcesIn(`${ROOT}src`)).map(({ to }) => to));
  const ours = packages.filter((name) => imported.has(name));
  expect(ours).toEqual(expect.arrayContaining(Object.keys({ ...dependencies, ...peerDependencies })));
  expect(Object.keys({ ...dependencies, ...peerDependencies, ...devDependencies })).toEqual(
    expect.arrayContaining(ours),
  );
});

describe('the checker refuses', () => {
  const spec = { 'table/spec.ts': '' };

  test.each([
    ['an import upwards', { 'model/a.ts': "import { b } from '../fonts/b.js';", 'fonts/b.ts': '' }, 'stands above'],
    ['types upwards', { 'model/a.ts': "import type { A } from '../table/b.js';", 'table/b.ts': '' }, 'stands above'],
    ['exports upwards', { 'model/a.ts': "export * from '../rules/b.js';", 'rules/b.ts': '' }, 'stands above'],
    ['a dynamic import upwards', { 'rules/a.ts': "await import('../render.js');", 'render.ts': '' }, 'stands above'],
    ['the library importing the command line', { 'index.ts': "import './cli/a.js';", 'cli/a.ts': '' }, 'stands above'],
    [
      'a ring',
      { 'rules/a.ts': "import './b.js';", 'rules/b.ts': "import type { A } from './a.js';" },
      'a ring of imports: rules/a.ts → rules/b.ts → rules/a.ts',
    ],
    [
      'a ring of three over several lines',
      {
        'fonts/a.ts': "import {\n  b,\n  c,\n} from './b.js';",
        'fonts/b.ts': "export { c } from './c.js';",
        'fonts/c.ts': "import { a } from './a.js';",
      },
      'a ring of imports',
    ],
    [
      'formats that know each other',
      { 'formats/pdf/a.ts': "import '../docx/b.js';", 'formats/docx/b.ts': '' },
      'must not know',
    ],
    ['a format that knows tables', { 'formats/pdf/a.ts': "import '../../table/spec.js';", ...spec }, 'must not know'],
    ['an engine outside its place', { 'compose/a.ts': "import Handlebars from 'handlebars';" }, 'outside its place'],
    ['a part of an engine', { 'compose/a.ts': "import P from 'pdfmake/js/Printer.js';" }, 'outside its place'],
    ['a required engine', { 'compose/a.ts': "const P = require('pdfmake');" }, 'outside its place'],
    ['a package nobody knows', { 'compose/a.ts': "import _ from 'lodash';" }, 'which has no place'],
    ['files read elsewhere', { 'compose/a.ts': "import { readFileSync } from 'node:fs';" }, 'outside its place'],
    ['files read behind a back', { 'compose/a.ts': "import { readFile } from 'node:fs/promises';" }, 'has no place'],
    ['a module without a rank', { 'utils/a.ts': '' }, 'has no rank'],
    ['an import of nothing', { 'compose/a.ts': "import './lost.js';" }, 'which is not there'],
    ['two files of one name', { 'model/a.ts': '', 'table/a.ts': '' }, 'table/a.ts has the name of model/a.ts'],
    ['the clock', { 'compose/a.ts': 'const now = Date.now();' }, 'uses Date.now'],
    ['today', { 'compose/a.ts': 'const now = new Date();' }, 'uses new Date()'],
    ['today as text', { 'compose/a.ts': 'const now = Date();' }, 'uses Date('],
    ['chance', { 'compose/a.ts': 'const id = Math.random();' }, 'uses Math.random'],
    ['the environment', { 'compose/a.ts': 'if (process.env.TZ) {}' }, 'uses process'],
    ['the console', { 'compose/a.ts': "console.warn('x');" }, 'uses console'],
    ['a command that writes by itself', { 'cli/a.ts': "process.stdout.write('x');" }, 'writes past cli/voice.ts'],
    ['the locale', { 'compose/a.ts': 'const text = n.toLocaleString();' }, 'uses toLocaleString'],
  ])('%s', (_, sources: Record<string, string>, fault) => {
    expect(faultsOf(sources).join('\n')).toContain(fault);
  });

  test.each([
    ['a part of Node', { 'fonts/a.ts': "import { deflateSync } from 'node:zlib';" }, 'imports node:zlib'],
    ['a part of Node in the DOCX format', { 'formats/docx/a.ts': "import 'node:crypto';" }, 'imports node:crypto'],
    ['a package that wants files', { 'rules/a.ts': "import P from 'pdfkit';" }, 'imports pdfkit'],
    ['the host', { 'core/a.ts': "import '../host/b.js';", 'host/b.ts': '' }, 'imports host/b.ts, which is not'],
    ['the list of all formats', { 'core/a.ts': "import '../formats/b.js';", 'formats/b.ts': '' }, 'which is not'],
    ['Buffer', { 'bytes/a.ts': 'const bytes = Buffer.alloc(4);' }, 'uses Buffer'],
    ['the type of Buffer', { 'bytes/a.ts': 'export type Read = (at: number) => Buffer;' }, 'uses Buffer'],
    ['other types of Node', { 'readers/a.ts': 'type Failed = NodeJS.ErrnoException;' }, 'uses NodeJS'],
    ['its own place', { 'table/a.ts': 'const here = import.meta.url;' }, 'uses import.meta'],
    ['its own folder', { 'table/a.ts': 'const here = __dirname;' }, 'uses __dirname'],
    ['a required module', { 'report/a.ts': 'const a = require(name);' }, 'uses require'],
    ['a way to require', { 'report/a.ts': 'const a = createRequire(here);' }, 'uses createRequire'],
    ['a later turn', { 'compose/a.ts': 'setImmediate(work);' }, 'uses setImmediate'],
    ['a timer', { 'compose/a.ts': 'setTimeout(work, 10);' }, 'uses setTimeout'],
    ['whatever is global', { 'typeset/a.ts': 'globalThis.a = 1;' }, 'uses globalThis'],
    ['the browser', { 'theme/a.ts': 'const who = navigator.userAgent;' }, 'uses navigator'],
    ['a connection', { 'narrative/a.ts': 'await fetch(address);' }, 'uses fetch'],
    ['code made of text', { 'narrative/a.ts': 'const f = new Function(text);' }, 'uses new Function'],
    ['code run from text', { 'narrative/a.ts': 'eval(text);' }, 'uses eval'],
  ])('in the core: %s', (_, sources: Record<string, string>, fault) => {
    expect(
      faultsOf(sources)
        .filter((one) => one.includes(' is of the core and '))
        .join('\n'),
    ).toContain(fault);
  });

  test('nothing that keeps the rules', () => {
    const sources = {
      ...spec,
      'table/grid.ts': "import { a } from './spec.js';\nimport type { D } from '../diagnostics/diagnostic.js';",
      'diagnostics/diagnostic.ts':
        "/* import '../cli/main.js' */\n// console.log(new Date())\nconst words = 'console.log';",
      'narrative/a.ts': "import Handlebars from 'handlebars';\nconst day = new Date(text);",
      'cli/main.ts':
        "import '../diagnostics/diagnostic.js';\nimport { join } from 'node:path';\njoin(...process.argv);",
    };
    expect(faultsOf(sources)).toEqual([]);
  });
});
