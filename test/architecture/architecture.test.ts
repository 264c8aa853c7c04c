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
    [
      'types upwards',
      { ...spec, 'table/spec.ts': "import type { A } from './a.js';", 'table/a.ts': '' },
      'stands above',
    ],
    ['exports upwards', { 'text.ts': "export * from './check.js';", 'check.ts': '' }, 'stands above'],
    ['a dynamic import upwards', { 'check.ts': "await import('./render.js');", 'render.ts': '' }, 'stands above'],
    ['the library importing the command line', { 'index.ts': "import './cli/a.js';", 'cli/a.ts': '' }, 'stands above'],
    [
      'a ring',
      { 'parse.ts': "import './narrate.js';", 'narrate.ts': "import type { A } from './parse.js';" },
      'a ring of imports: parse.ts → narrate.ts → parse.ts',
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
      'back ends that know each other',
      { 'backends/pdf/a.ts': "import '../docx/b.js';", 'backends/docx/b.ts': '' },
      'must not know',
    ],
    [
      'a back end that knows tables',
      { 'backends/pdf/a.ts': "import '../../table/spec.js';", ...spec },
      'must not know',
    ],
    ['an engine outside its place', { 'compose.ts': "import Handlebars from 'handlebars';" }, 'outside its place'],
    ['a part of an engine', { 'compose.ts': "import P from 'pdfmake/js/Printer.js';" }, 'outside its place'],
    ['a required engine', { 'compose.ts': "const P = require('pdfmake');" }, 'outside its place'],
    ['a package nobody knows', { 'compose.ts': "import _ from 'lodash';" }, 'which has no place'],
    ['files read elsewhere', { 'compose.ts': "import { readFileSync } from 'node:fs';" }, 'outside its place'],
    ['files read behind a back', { 'compose.ts': "import { readFile } from 'node:fs/promises';" }, 'has no place'],
    ['a module without a rank', { 'utils/a.ts': '' }, 'has no rank'],
    ['an import of nothing', { 'compose.ts': "import './lost.js';" }, 'which is not there'],
    ['the clock', { 'compose.ts': 'const now = Date.now();' }, 'uses Date.now'],
    ['today', { 'compose.ts': 'const now = new Date();' }, 'uses new Date()'],
    ['today as text', { 'compose.ts': 'const now = Date();' }, 'uses Date('],
    ['chance', { 'compose.ts': 'const id = Math.random();' }, 'uses Math.random'],
    ['the environment', { 'compose.ts': 'if (process.env.TZ) {}' }, 'uses process'],
    ['the console', { 'compose.ts': "console.warn('x');" }, 'uses console'],
    ['the locale', { 'compose.ts': 'const text = n.toLocaleString();' }, 'uses toLocaleString'],
  ])('%s', (_, sources: Record<string, string>, fault) => {
    expect(faultsOf(sources).join('\n')).toContain(fault);
  });

  test('nothing that keeps the rules', () => {
    const sources = {
      ...spec,
      'table/grid.ts': "import { a } from './spec.js';\nimport type { D } from '../diagnostics.js';",
      'diagnostics.ts': "/* import '../cli/main.js' */\n// console.log(new Date())\nconst words = 'console.log';",
      'narrative/a.ts': "import Handlebars from 'handlebars';\nconst day = new Date(text);",
      'cli/main.ts': "import '../diagnostics.js';\nimport { readFileSync } from 'node:fs';\nconsole.log(process.argv);",
    };
    expect(faultsOf(sources)).toEqual([]);
  });
});
