import { codeOf, cycleIn, importsOf } from './imports.mjs';

/** Who stands above whom. A module may import those of its own rank and of lower ones, never those above it. */
const RANKS = [
  [
    'deflate.ts',
    'diagnostics.ts',
    'files.ts',
    'model',
    'memo.ts',
    'nearest.ts',
    'opaque.ts',
    'png-chunks.ts',
    'png-colours.ts',
    'png-passes.ts',
    'png.ts',
    'shape.ts',
    'snippet.ts',
    'table/spec.ts',
    'text.ts',
    'theme',
  ],
  ['fonts', 'input', 'narrative', 'table'],
  ['editions', 'typeset'],
  [
    'attachments.ts',
    'backends/docx',
    'backends/pdf',
    'blank.ts',
    'check.ts',
    'compose.ts',
    'findings-document.ts',
    'narrate.ts',
    'parse.ts',
    'rules',
  ],
  ['formats.ts', 'read-report.ts', 'render.ts'],
  ['index.ts'],
  ['batch'],
  ['cli'],
];

/** What some modules must not know although it stands below or beside them. */
const STRANGERS = [
  [
    'backends',
    ['editions', 'table', 'narrative', 'narrate.ts', 'rules', 'input', 'compose.ts', 'check.ts', 'parse.ts'],
  ],
  ['backends/pdf', ['backends/docx']],
  ['backends/docx', ['backends/pdf', 'typeset']],
  ['model', ['']],
  ['theme', ['diagnostics.ts', 'files.ts', 'table']],
  ['typeset', ['files.ts', 'table', 'editions', 'narrative']],
  ['table', ['files.ts', 'fonts', 'narrative', 'input']],
];

/** Where each package, and each part of Node that does something, may be imported. */
const PLACES = {
  '@aws-sdk/client-s3': ['batch/s3-store.ts'],
  '@humanwhocodes/momoa': ['input/json.ts'],
  'big.js': ['narrative/helpers.ts'],
  bullmq: ['batch/queue.ts', 'batch/queue-worker.ts', 'batch/redis.ts'],
  commander: ['cli/main.ts'],
  dayjs: ['narrative/helpers.ts'],
  docx: ['backends/docx'],
  'fast-png': ['png.ts'],
  'fastest-levenshtein': ['nearest.ts'],
  fflate: ['png-passes.ts', 'png.ts'],
  handlebars: ['narrative'],
  ioredis: ['batch/redis.ts'],
  pdfmake: ['backends/pdf/pdfmake.ts'],
  piscina: ['batch/pool.ts', 'batch/worker.ts'],
  'proper-lockfile': ['cli/batch/lock.ts'],
  tinyglobby: ['cli/batch/glob.ts'],
  yaml: ['input/yaml.ts'],
  zod: ['editions', 'parse.ts', 'table/schema.ts'],
  'node:crypto': [
    'backends/docx/guid.ts',
    'backends/pdf',
    'batch/names.ts',
    'batch/queue-job.ts',
    'batch/store.ts',
    'cli',
  ],
  'node:events': ['batch/pool.ts'],
  'node:fs': ['batch/store.ts', 'cli', 'files.ts'],
  'node:os': ['batch/pool.ts', 'cli/worker.ts'],
  'node:path': ['batch/store.ts', 'cli'],
  'node:module': ['backends/pdf/pdfmake.ts', 'input/yaml.ts', 'narrative/handlebars.ts'],
  'node:stream': ['backends/pdf/pdfmake.ts', 'render.ts'],
  'node:timers/promises': ['cli/batch/lock.ts'],
  'node:url': ['files.ts'],
  'node:v8': ['cli/optimiser.ts'],
  'node:worker_threads': ['batch/worker.ts'],
  'node:zlib': ['backends/docx/zip.ts', 'backends/pdf'],
};

/** What gives another result tomorrow, elsewhere or for somebody else, or speaks to the user. */
const IMPURE = [
  /\bDate\.now\b/,
  /\bnew Date\b(?!\()/,
  /\bnew Date\(\s*\)/,
  /(?<!new )\bDate\(/,
  /\bperformance\b/,
  /\bMath\.random\b/,
  /\brandom(Bytes|UUID|Int)\b/,
  /\bprocess\b/,
  /\bconsole\b/,
  /\btoLocale\w*/,
  /\bIntl\b/,
];

/**
 * Outside the command line: how long a thread was at a report is measured where it is, and in no file; what is not yet whole has
 * a name that no other process comes upon.
 */
const ALLOWED = ['batch/worker.ts uses performance', 'batch/store.ts uses randomUUID'];

const isIn = (/** @type {string} */ file, /** @type {string} */ module) =>
  module === '' || file === module || file.startsWith(`${module}/`);

/** The module a file belongs to, the longest name first: `table/spec.ts` is one of its own. @param {string} file */
function rankOf(file) {
  const all = RANKS.flatMap((modules, rank) => modules.map((module) => ({ module, rank })));
  const [found] = all.filter(({ module }) => isIn(file, module)).sort((a, b) => b.module.length - a.module.length);
  return found?.rank;
}

/**
 * What breaks the architecture.
 *
 * @param {import('./imports.mjs').Sources} sources
 * @returns {string[]}
 */
export function faultsOf(sources) {
  const imports = importsOf(sources);
  const inner = imports.filter(({ to }) => to.endsWith('.ts'));
  const outer = imports.filter(({ to }) => !to.endsWith('.ts'));
  const ring = cycleIn(inner);
  return [
    ...Object.keys(sources).flatMap((file) => (rankOf(file) === undefined ? [`${file} has no rank`] : [])),
    ...inner.flatMap(({ from, to }) => {
      if (sources[to] === undefined) return [`${from} imports ${to}, which is not there`];
      return (rankOf(from) ?? 0) < (rankOf(to) ?? 0) ? [`${from} imports ${to}, which stands above it`] : [];
    }),
    ...inner.flatMap(({ from, to }) =>
      STRANGERS.flatMap(([module, strangers]) =>
        isIn(from, String(module)) && !isIn(to, String(module)) && [strangers].flat().some((other) => isIn(to, other))
          ? [`${from} must not know ${to}`]
          : [],
      ),
    ),
    ...outer.flatMap(({ from, to }) => {
      const places = PLACES[to];
      if (places === undefined) return [`${from} imports ${to}, which has no place`];
      return places.some((/** @type {string} */ place) => isIn(from, place))
        ? []
        : [`${from} imports ${to} outside its place`];
    }),
    ...(ring.length > 0 ? [`a ring of imports: ${ring.join(' → ')}`] : []),
    ...Object.entries(sources).flatMap(([file, text]) => {
      if (isIn(file, 'cli')) return [];
      const code = codeOf(text);
      const found = IMPURE.flatMap((pattern) => pattern.exec(code)?.[0] ?? []);
      return found.map((what) => `${file} uses ${what}`).filter((fault) => !ALLOWED.includes(fault));
    }),
  ];
}

/** Packages that may be imported. */
export const packages = Object.keys(PLACES).filter((name) => !name.startsWith('node:'));
