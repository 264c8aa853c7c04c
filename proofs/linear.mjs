import { readFileSync } from 'node:fs';
import {
  checkReport,
  compareReports,
  composeReport,
  documentTexts,
  parseAgencies,
  parseReport,
  ReportError,
  read,
  readReport,
  rollUp,
  toHtml,
  toPdf,
} from 'nianbao';
import { check, finish } from './proof.mjs';

// Inputs of the kinds that once took time with the square of their size, near the largest that is taken. What grows as it should takes a tenth of
// what is allowed, whatever the machine; what does not takes several times as much. How time grows is measured by `bench/steps.mjs`.

/** CPU that a case may take, in milliseconds. */
const MOST = 10_000;
const MANY = 90_000;

const minimal = JSON.parse(readFileSync(new URL('../fixtures/2021/minimal.json', import.meta.url), 'utf8'));
const FEES = '本机关本年度未收取信息处理费。';
const withOther = (/** @type {unknown} */ text) => ({
  ...minimal,
  narrative: { ...minimal.narrative, other: [FEES, text] },
});
const withName = (/** @type {string} */ name) => ({ ...minimal, agency: { ...minimal.agency, name } });
const withCell = (/** @type {unknown} */ value) => ({
  ...minimal,
  tables: { other: [{ caption: '表', stubhead: '项', columns: ['甲'], rows: [{ label: '一', values: [value] }] }] },
});
const run = (/** @type {string} */ piece, many = MANY) => piece.repeat(Math.floor(many / piece.length));
/** @template T @param {number} length @param {(i: number) => T} make */
const list = (length, make) => Array.from({ length }, (_, i) => make(i));

const page = Buffer.from(await toHtml(parseReport(minimal))).toString('utf8');
const plain = documentTexts(composeReport(parseReport(minimal))).join('\n');
const pageWith = (/** @type {string} */ before, /** @type {string} */ after) => () =>
  read(
    page.replace(before, () => after),
    { name: 'a.html' },
  );
const checked = (/** @type {any} */ report) => () => checkReport(parseReport(report));
const compared = (/** @type {(year: number) => any} */ make) => () =>
  compareReports([minimal.year - 1, minimal.year].map((year) => parseReport({ ...make(year), year })));

const nested = (/** @type {number} */ depth) => {
  let report = minimal;
  for (let i = 0; i < depth; i++) report = { ...minimal, previous: report };
  return report;
};

/** @type {{ readonly [name: string]: () => unknown }} */
const CASES = {
  'ASCII spaces in a text': checked(withOther(`甲${run(' ')}乙`)),
  'ideographic spaces in a text': checked(withOther(`甲${run('　')}乙`)),
  'ASCII spaces in a name': checked(withName(`甲${run(' ')}乙`)),
  'ideographic spaces in a name': checked(withName(`甲${run('　')}乙`)),
  'a period and spaces': checked(withOther(`2025年1月1日${run(' ')}乙`)),
  'marks of lists at the beginning of lines': checked(withOther(run(' *\n'))),
  'brackets in a name': checked(withName(`甲${run('（')}乙`)),
  'a doubled word in a name': checked(withName(`甲${run('均')}乙`)),
  'waivers for many findings': checked({
    ...withOther(run('。。')),
    waivers: list(900, (i) => ({ rule: 'cell/blank', path: `requests.row${i}`, reason: '按已公布的数字' })),
  }),
  'stated figures': checked(withOther(run('收到申请12件，'))),
  'unknown keys': checked({ ...minimal, ...Object.fromEntries(list(MANY, (i) => [`key${i}`, i])) }),
  'unknown keys of YAML': () => readReport(`edition: "2021"\n${list(MANY, (i) => `key${i}: 1\n`).join('')}`, 'a.yaml'),
  'keys of YAML that stand twice': () => readReport(`edition: "2021"\n${run('a:\n')}`, 'a.yaml'),
  'lines of YAML without keys': () => readReport(`edition: "2021"\n${run("'a'\n")}`, 'a.yaml'),
  'blank lines of YAML': () => readReport(`edition: "2021"\n${run('\n', 1_000_000)}`, 'a.yaml'),
  'reports within reports': checked(nested(1000)),
  'a long address in a PDF': async () => toPdf(parseReport(withOther(`https://a.cn/${run('a-')}`))),
  'templates within templates': checked(withOther(`${run('{{#if year}}', 1000)}甲${run('{{/if}}', 600)}`)),
  'sums within sums': checked(withOther(`{{${'sum 1 ('.repeat(90)}sum 1 1${')'.repeat(90)}}}`)),
  'breaks of lines in a cell': compared((year) => withCell(`甲${run('\n')}乙${year}`)),
  'stops behind a name on a list': () => parseAgencies(`名称\n甲${run('、')}乙`, 'a.csv'),
  'stops behind a name': () => rollUp([parseReport(withName(`甲${run('、')}乙`))], { agency: '甲' }),
  'agencies above agencies': () =>
    parseAgencies(`名称,上级\n局0,\n${list(20_000, (i) => `局${i + 1},局${i}`).join('\n')}`, 'a.csv'),
  'agencies above that are not on the list': () =>
    parseAgencies(`名称,上级\n${list(20_000, (i) => `局${i},处${i}`).join('\n')}`, 'a.csv'),
  'spaces behind a figure of a page': pageWith('>0</data></td>', `>1${run('　')}x</data></td>`),
  'spaces in a style sheet': pageWith('</head>', `<style>p{color:a${run(' ')}b}</style></head>`),
  'spaces in a text file': () => read(`${plain}\n${run(' ')}x`, { name: 'a.txt' }),
};

for (const [name, work] of Object.entries(CASES)) {
  const before = process.cpuUsage();
  await check(name, async () => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ReportError)) throw error;
    }
    const { user, system } = process.cpuUsage(before);
    const cpu = Math.round((user + system) / 1000);
    console.log(`        ${cpu} ms`);
    return cpu > MOST ? [`${cpu} ms`] : [];
  });
}
finish();
