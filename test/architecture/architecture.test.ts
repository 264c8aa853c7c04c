import { readFileSync } from 'node:fs';
import { ROOT } from '../readers/fixtures.mjs';
import { importsOf, sourcesIn } from './imports.mjs';
import { faultsOf, packages } from './rules.mjs';

// Imports go downwards only, engines stay in their places, and nothing outside the command line depends on when or where it runs.

test('the sources keep the rules', () => {
  expect(faultsOf(sourcesIn(`${ROOT}src`))).toEqual([]);
});

test('every dependency is imported somewhere, and none that is not declared', () => {
  const { dependencies, peerDependencies } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));
  const imported = new Set(importsOf(sourcesIn(`${ROOT}src`)).map(({ to }) => to));
  expect(packages.filter((name) => imported.has(name))).toEqual(
    Object.keys({ ...dependencies, ...peerDependencies }).sort(),
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
    ['the locale', { 'compose/a.ts': 'const text = n.toLocaleString();' }, 'uses toLocaleString'],
  ])('%s', (_, sources: Record<string, string>, fault) => {
    expect(faultsOf(sources).join('\n')).toContain(fault);
  });

  test('nothing that keeps the rules', () => {
    const sources = {
      ...spec,
      'table/grid.ts': "import { a } from './spec.js';\nimport type { D } from '../diagnostics/diagnostic.js';",
      'diagnostics/diagnostic.ts':
        "/* import '../cli/main.js' */\n// console.log(new Date())\nconst words = 'console.log';",
      'narrative/a.ts': "import Handlebars from 'handlebars';\nconst day = new Date(text);",
      'cli/main.ts':
        "import '../diagnostics/diagnostic.js';\nimport { join } from 'node:path';\nconsole.log(process.argv);",
    };
    expect(faultsOf(sources)).toEqual([]);
  });
});
