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
  verifyReport,
  writeWorkbook,
} from 'nianbao';
import { check, finish } from './proof.mjs';

// Inputs of the kinds that once took time with the square of their size, near the largest that is taken. What grows as it should takes a tenth of
// what is allowed, whatever the machine; what does not takes several times as much. How time grows is measured by `bench/steps.mjs`.

/** CPU that a case may take, in milliseconds. */
const MOST = 10_000;
const MANY = 90_000;
/** More characters than a pattern has room for to go back over. */
const HUGE = 12_000_000;

const minimal = JSON.parse(readFileSync(new URL('../fixtures/2021/minimal.json', import.meta.url), 'utf8'));
const FEES = '本机关本年度未收取信息处理费。';
const withOther = (/** @type {unknown} */ text) => ({
  ...minimal,
  narrative: { ...minimal.narrative, other: [FEES, text] },
});
const withName = (/** @type {string} */ name) => ({ ...minimal, agency: { ...minimal.agency, name } });
const withTable = (/** @type {object} */ table) => ({
  ...minimal,
  tables: { other: [{ caption: '表', stubhead: '项', ...table }] },
});
const withCell = (/** @type {unknown} */ value) =>
  withTable({ columns: ['甲'], rows: [{ label: '一', values: [value] }] });
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

const likened = (/** @type {number} */ i) =>
  `本机关第${i}次召开会议，研究第${7 * i}项工作，提出${3 * i}条意见。`.repeat(10);
/** As many paragraphs as are set against as many others. */
const withParagraphs = (/** @type {(i: number) => string} */ make) => ({
  ...minimal,
  narrative: { ...minimal.narrative, other: [FEES, ...list(1400, make)] },
});
const located = (/** @type {string} */ text, /** @type {string} */ name) => () => {
  const { report, locate } = readReport(text, name);
  return locate(checkReport(report));
};
const whole = parseReport(minimal);
/** @param {any} value @param {number} figure @returns {any} */
const withLast = (value, figure) => {
  const [key = '', inner] = Object.entries(Object(value)).at(-1) ?? [];
  return key === '' ? figure : { ...value, [key]: withLast(inner, figure) };
};
const chain = (/** @type {number} */ length) => ({
  agencies: parseAgencies(`名称,上级\n${list(length, (i) => `局${i},局${i - 1}`).join('\n')}`, 'a.csv').agencies,
});
const rolledUp = (
  /** @type {number} */ many,
  /** @type {(i: number) => any} */ make,
  /** @type {object} */ options = {},
) => {
  const reports = list(many, (i) => parseReport(make(i)));
  return () => rollUp(reports, { agency: '局-1', year: minimal.year, ...options });
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
  'figures that are wrong, and claims of all': checked(withOther(run('收到申请12件，均已办结。'))),
  'periods of another year': checked(withOther(run('统计期限为2024年1月1日至12月31日。'))),
  'unknown keys': checked({ ...minimal, ...Object.fromEntries(list(MANY, (i) => [`key${i}`, i])) }),
  'unknown keys of YAML': () => readReport(`edition: "2021"\n${list(MANY, (i) => `key${i}: 1\n`).join('')}`, 'a.yaml'),
  'keys of YAML that stand twice': () => readReport(`edition: "2021"\n${run('a:\n')}`, 'a.yaml'),
  'lines of YAML without keys': () => readReport(`edition: "2021"\n${run("'a'\n")}`, 'a.yaml'),
  'blank lines of YAML': () => readReport(`edition: "2021"\n${run('\n', 1_000_000)}`, 'a.yaml'),
  'reports within reports': checked(nested(1000)),
  'a long address in a PDF': async () => toPdf(parseReport(withOther(`https://a.cn/${run('a-')}`))),
  'templates within templates': checked(withOther(`${run('{{#if year}}', 1000)}甲${run('{{/if}}', 600)}`)),
  'comments of templates': () => {
    const limits = { characters: 400_000 };
    return checkReport(parseReport(withOther(`甲${run('{{!--甲--}}', 300_000)}`), { limits }), { limits });
  },
  'sums within sums': checked(withOther(`{{${'sum 1 ('.repeat(90)}sum 1 1${')'.repeat(90)}}}`)),
  'breaks of lines in a cell': compared((year) => withCell(`甲${run('\n')}乙${year}`)),
  'paragraphs that are like each other, compared': compared((year) => withParagraphs((i) => likened(i + 2000 * year))),
  'paragraphs that are like each other, on a page': async () =>
    verifyReport(
      await toHtml(parseReport(withParagraphs((i) => likened(i + 2000)))),
      parseReport(withParagraphs(likened)),
      { name: 'a.html' },
    ),
  'places of the slips of a text of JSON': located(JSON.stringify(withOther(run('甲,乙'))), 'a.json'),
  'places of the slips of a text of YAML': located(JSON.stringify(withOther(run('甲,乙'))), 'a.yaml'),
  'reports of one agency that all differ': rolledUp(1000, (i) => ({
    ...withName('甲'),
    review: withLast(whole.review, i),
  })),
  'reports of agencies each above the next': rolledUp(4000, (i) => withName(`局${i}`), chain(4000)),
  'reports of agencies that are not on the list': rolledUp(4000, (i) => withName(`处${i}`), chain(4000)),
  'columns of a table in a workbook': () =>
    writeWorkbook(withTable({ columns: list(12_000, () => '甲'), rows: [{ label: '一', values: ['甲'] }] })),
  'stops behind a name on a list': () => parseAgencies(`名称\n甲${run('、')}乙`, 'a.csv'),
  'stops behind a name': () => rollUp([parseReport(withName(`甲${run('、')}乙`))], { agency: '甲' }),
  'agencies above agencies': () =>
    parseAgencies(`名称,上级\n局0,\n${list(20_000, (i) => `局${i + 1},局${i}`).join('\n')}`, 'a.csv'),
  'agencies above that are not on the list': () =>
    parseAgencies(`名称,上级\n${list(20_000, (i) => `局${i},处${i}`).join('\n')}`, 'a.csv'),
  'spaces behind a figure of a page': pageWith('>0</data></td>', `>1${run('　')}x</data></td>`),
  'spaces in a style sheet': pageWith('</head>', `<style>p{color:a${run(' ')}b}</style></head>`),
  'a line of a text file that is nothing but spaces': () => read(`${plain}\n${run(' ', HUGE)}x`, { name: 'a.txt' }),
  'a line of a text file that is nothing but digits': () => read(`${plain}\n${run('1', HUGE)}x`, { name: 'a.txt' }),
  'spaces in a text file': () => read(`${plain}\n${run(' ')}x`, { name: 'a.txt' }),
};

for (const [name, work] of Object.entries(CASES).filter(([one]) => one.includes(process.argv[2] ?? ''))) {
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
