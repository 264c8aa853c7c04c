import { coreFaultsOf } from './core.mjs';
import { codeOf, cycleIn, importsOf } from './imports.mjs';

/**
 * The folders of `src/` from bottom to top: the pipeline, read upwards. A module may import those of its own folder and of folders
 * below it, never those above.
 */
const RANKS = [
  'diagnostics',
  'limits',
  'memo',
  'characters',
  'unicode',
  'bytes',
  'model',
  'table',
  'form',
  'statements',
  'editions',
  'report',
  'agencies',
  'blank',
  'workbook',
  'readers',
  'open-data',
  'narrative',
  'rules',
  'compose',
  'theme',
  'reading',
  'roll-up',
  'verify',
  'charts',
  'comparison',
  'fonts',
  'typeset',
  'formats',
  'audit',
  'core',
  'host',
  'prepare.ts',
  'read.ts',
  'verify.ts',
  'compare.ts',
  'render.ts',
  'make-files.ts',
  'write-workbook.ts',
  'index.ts',
  'batch',
  'cli',
];

/** What some modules must not know although it stands below or beside them. */
const STRANGERS = [
  [
    'formats',
    [
      'table',
      'form',
      'editions',
      'report',
      'readers',
      'narrative',
      'rules',
      'compose',
      'reading',
      'charts',
      'comparison',
    ],
  ],
  ['formats/paged', ['formats/docx', 'formats/html', 'formats/ofd', 'formats/pdf']],
  ['formats/pdf', ['formats/docx', 'formats/html', 'formats/ofd']],
  ['formats/ofd', ['formats/docx', 'formats/html', 'formats/pdf']],
  ['formats/docx', ['formats/ofd', 'formats/paged', 'formats/pdf', 'formats/html', 'typeset']],
  ['formats/html', ['formats/ofd', 'formats/paged', 'formats/pdf', 'formats/docx', 'typeset']],
  ['typeset', ['host', 'table', 'form', 'editions', 'report', 'readers', 'narrative', 'rules', 'compose', 'reading']],
  ['fonts', ['table', 'form', 'editions', 'report', 'readers', 'narrative', 'rules', 'compose', 'reading']],
  [
    'theme',
    [
      'diagnostics',
      'host',
      'table',
      'form',
      'editions',
      'report',
      'readers',
      'narrative',
      'rules',
      'compose',
      'reading',
    ],
  ],
  ['model', ['host', 'bytes']],
  ['table', ['host']],
  ['form', ['host', 'model']],
  ['rules', ['host', 'readers']],
];

/** Where each package, and each part of Node that does something, may be imported. */
const PLACES = {
  '@aws-sdk/client-s3': ['batch/s3-store.ts'],
  '@bomb.sh/tab': ['cli/complete-words.ts'],
  '@csstools/css-tokenizer': ['readers/html/sheet-rules.ts'],
  '@humanwhocodes/momoa': ['readers/read-json.ts'],
  'big.js': ['table/exact-sum.ts', 'table/figure-change.ts', 'table/unit-sum.ts'],
  bullmq: ['batch/queue-connection.ts', 'batch/queue-worker.ts', 'batch/redis.ts'],
  commander: ['cli/call-faults.ts', 'cli/command.ts', 'cli/run-command-line.ts', 'cli/usage-text.ts'],
  'css-select': ['readers/html/select-elements.ts'],
  'css-what': ['readers/html/select-elements.ts'],
  'd3-scale': ['charts'],
  dayjs: ['narrative/format-day.ts'],
  diff: ['comparison/text-pieces.ts', 'readers/xlsx/moved-lines.ts'],
  docx: ['formats/docx'],
  'fast-png': ['bytes/png.ts', 'formats/ofd/transparent-png.ts'],
  'fastest-levenshtein': ['diagnostics/nearest.ts', 'readers/match/label-words.ts'],
  fflate: [
    'bytes/png-passes.ts',
    'bytes/png.ts',
    'readers/neutral/unpack-parts.ts',
    'readers/pdf/unpacked-sizes.ts',
    'readers/xlsx/annotate-book.ts',
    'readers/xlsx/guard-package.ts',
    'workbook/growing-rows.ts',
  ],
  handlebars: ['narrative'],
  htmlparser2: ['readers/neutral/markup.ts'],
  hucre: ['host/load-workbook-engine.ts'],
  ioredis: ['batch/redis.ts'],
  'pdfjs-dist': ['host/load-pdf-engine.ts'],
  pdfmake: ['formats/pdf/pdfmake.ts'],
  piscina: ['batch/threads.ts', 'batch/thread.ts'],
  tinyglobby: ['cli/glob.ts'],
  // Of the readers only the types: the parser is handed in.
  yaml: ['host/load-yaml.ts', 'readers'],
  zod: ['table/zod.ts'],
  'node:child_process': ['cli/open-file.ts', 'host/convert-office.ts'],
  'node:crypto': ['formats/pdf', 'host/node-platform.ts', 'batch/queue-job.ts', 'batch/store.ts', 'cli'],
  'node:events': ['batch/threads.ts'],
  'node:fs': ['cli/code-folder.ts', 'cli/glob.ts', 'cli/load-commands.ts', 'cli/batch/lock-file.ts', 'host'],
  'node:os': ['batch/threads.ts', 'cli/code-folder.ts', 'cli/info-text.ts', 'cli/run-worker.ts', 'host'],
  'node:path': ['batch/job-limits.ts', 'batch/store.ts', 'cli', 'host'],
  'node:module': ['cli/load-commands.ts', 'host'],
  'node:stream': ['formats/pdf/pdfmake.ts', 'render.ts'],
  'node:timers/promises': ['host/guard-rejections.ts', 'cli/batch/lock.ts', 'cli/watch-files.ts'],
  'node:url': ['cli/load-commands.ts', 'host'],
  'node:v8': ['cli/thread-flags.ts', 'host/packed-value.ts'],
  'node:vm': ['cli/load-commands.ts'],
  'node:worker_threads': ['batch/thread.ts', 'cli/code-folder.ts', 'cli/batch/lock.ts', 'cli/batch/renew-lock.ts'],
  'node:zlib': ['cli/load-commands.ts', 'formats/pdf', 'host'],
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
 * Outside the command line: what a package leaves behind is kept from ending the process; how long a thread was at a report is
 * measured where it is, and in no file; what is not yet whole has a name that no other process comes upon; the environment allows a
 * program of the user's, which does not outlive the process.
 */
const ALLOWED = [
  'batch/thread.ts uses performance',
  'host/convert-office.ts uses process',
  'host/guard-rejections.ts uses process',
  'host/office-variable.ts uses process',
  'host/write-files.ts uses Math.random',
];

/** What writes to standard output or standard error: one file, in which it is made harmless to a terminal. */
const SPEAKS = /\bprocess\.(?:stdout|stderr)\.write\b|\bconsole\.(?:log|error|warn|info)\(/;

const isIn = (/** @type {string} */ file, /** @type {string} */ module) =>
  module === '' || file === module || file.startsWith(`${module}/`);

/** The place of a file's folder from the bottom; undefined if it has none. @param {string} file */
function rankOf(file) {
  const rank = RANKS.findIndex((module) => isIn(file, module));
  return rank < 0 ? undefined : rank;
}

/**
 * Files of one name in two folders: whoever looks for one would find the other.
 *
 * @param {string[]} files
 */
function twinsIn(files) {
  /** @type {Map<string, string>} */
  const first = new Map();
  return files.flatMap((file) => {
    const name = file.slice(file.lastIndexOf('/') + 1);
    const twin = first.get(name);
    if (twin === undefined) first.set(name, file);
    return twin === undefined || name === 'index.ts' ? [] : [`${file} has the name of ${twin}`];
  });
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
    ...twinsIn(Object.keys(sources)),
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
    ...coreFaultsOf(sources),
    ...(ring.length > 0 ? [`a ring of imports: ${ring.join(' → ')}`] : []),
    ...Object.entries(sources).flatMap(([file, text]) => {
      const code = codeOf(text);
      if (isIn(file, 'cli'))
        return file !== 'cli/voice.ts' && SPEAKS.test(code) ? [`${file} writes past cli/voice.ts`] : [];
      const found = IMPURE.flatMap((pattern) => pattern.exec(code)?.[0] ?? []);
      return found.map((what) => `${file} uses ${what}`).filter((fault) => !ALLOWED.includes(fault));
    }),
  ];
}

/** Packages that may be imported. */
export const packages = Object.keys(PLACES).filter((name) => !name.startsWith('node:'));
