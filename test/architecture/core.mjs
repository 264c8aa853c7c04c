import { codeOf, importsOf } from './imports.mjs';

/** The core: what runs in a page as it does under Node, because what is outside of it is handed in. */
const CORE = [
  ...[
    'diagnostics',
    'limits',
    'characters',
    'memo',
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
  ],
  ...[
    'compose',
    'reading',
    'roll-up',
    'verify',
    'charts',
    'comparison',
    'theme',
    'fonts',
    'typeset',
    'formats/made.ts',
    'formats/platform.ts',
    'formats/docx',
    'formats/html',
    'formats/ofd',
    'formats/paged',
    'audit',
    'core',
  ],
];

/** The packages that it may have: they need no file, no process and no socket, and are bundled for pages by others too. */
const PACKAGES = new Set([
  ...[
    '@csstools/css-tokenizer',
    '@humanwhocodes/momoa',
    'big.js',
    'css-select',
    'css-what',
    'd3-scale',
    'dayjs',
    'diff',
    'docx',
    'fast-png',
    'fastest-levenshtein',
    'fflate',
    'handlebars',
  ],
  ...['htmlparser2', 'yaml', 'zod'],
]);

/** What only some platforms have, what waits or connects, and what a page's policy may forbid. */
const ELSEWHERE = [
  /\bBuffer\b/,
  /\bNodeJS\b/,
  /\bcreateRequire\b/,
  /\brequire\b(?=\s*[(.])/,
  /\bimport\.meta\b/,
  /\b__(?:dirname|filename)\b/,
  /\b(?:set|clear)(?:Immediate|Timeout|Interval)\b/,
  /(?<!\.)\bglobal(?:This)?\b/,
  /\bnavigator\b/,
  /\blocalStorage\b/,
  /\bfetch(?=\()/,
  /\bXMLHttpRequest\b/,
  /\bWorker\b/,
  /\bWebAssembly\b/,
  /\beval(?=\()/,
  /\bnew Function\b/,
];

const isCore = (/** @type {string} */ file) => CORE.some((module) => file === module || file.startsWith(`${module}/`));

/**
 * What would keep the core from running anywhere.
 *
 * @param {import('./imports.mjs').Sources} sources
 * @returns {string[]}
 */
export function coreFaultsOf(sources) {
  return [
    ...importsOf(sources).flatMap(({ from, to }) => {
      if (!isCore(from)) return [];
      if (to.endsWith('.ts')) return isCore(to) ? [] : [`${from} is of the core and imports ${to}, which is not`];
      return PACKAGES.has(to) ? [] : [`${from} is of the core and imports ${to}, which does not run anywhere`];
    }),
    ...Object.entries(sources).flatMap(([file, text]) => {
      const code = isCore(file) ? codeOf(text) : '';
      return ELSEWHERE.flatMap((pattern) => pattern.exec(code)?.[0] ?? []).map(
        (what) => `${file} is of the core and uses ${what}`,
      );
    }),
  ];
}
