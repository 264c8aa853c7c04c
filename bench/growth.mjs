// How nianbao's time grows with what it is given: each case is a small input, a large one and how many times as long the
// large one may take.
import { readFileSync } from 'node:fs';
import { median } from './figures.mjs';
import { reportInput } from './inputs.mjs';
import { serve } from './processes.mjs';

const LONG = 40_000;
const PARAGRAPHS = 176;

const minimal = readFileSync(new URL('../fixtures/2021/minimal.json', import.meta.url), 'utf8');
const repeat = (list, times) => Array.from({ length: times }, () => list).flat();

/** The seed report with every part of its narrative so many times. */
function longer(i, times) {
  const report = reportInput(i);
  const parts = Object.entries(report.narrative).map(([key, text]) => [key, repeat([text].flat(), times)]);
  return { ...report, narrative: Object.fromEntries(parts) };
}

/** A report that is little more than a text of 40,000 characters in so many paragraphs; `i` makes it differ from others. */
function wordy(i, paragraphs) {
  const { overview, problems } = reportInput(i).narrative;
  const seed = [overview, problems]
    .flat()
    .join('')
    .replaceAll(/\{\{[^}]*\}\}|（[一二三四五]）/g, String(i % 10));
  const text = seed.repeat(Math.ceil(LONG / seed.length)).slice(0, LONG);
  const sentences = text.split(/(?<=。)/);
  const upTo = (n) => Math.floor((n * sentences.length) / paragraphs);
  const other = Array.from({ length: paragraphs }, (_, n) => sentences.slice(upTo(n), upTo(n + 1)).join(''));
  const report = JSON.parse(minimal);
  report.narrative.other = ['本机关本年度未收取信息处理费。', ...other];
  return report;
}

/** A document that is a title and one further table of so many rows, which no other document has. */
function tabular(i, rows, { parseReport, composeReport }) {
  const report = JSON.parse(minimal);
  const values = (row) => [
    `第${rows * i + row}项公开事项的名称`,
    7 * (rows * i + row),
    `${(row * 13) % 100}%`,
    '按时办结',
  ];
  const table = {
    caption: '表1　公开事项',
    stubhead: '序号',
    columns: ['事项', '件数', '占比', '结果'],
    rows: Array.from({ length: rows }, (_, row) => ({ label: String(row + 1), values: values(row) })),
  };
  report.tables = { other: [table] };
  const { meta, blocks } = composeReport(parseReport(report));
  return { meta, blocks: blocks.filter(({ kind, caption }) => kind === 'title' || caption !== undefined) };
}

function cases(library) {
  const whole = (name, format, small, large, bar) => {
    const make = (build) => (i) => ({ report: build(i) });
    return { name, format, fromReport: true, small: make(small), large: make(large), bar };
  };
  const table = (format, [few, many], bar) => {
    const make = (rows) => (i) => ({ document: tabular(i, rows, library) });
    return { name: `a table of ${many} rows to one of ${few}`, format, small: make(few), large: make(many), bar };
  };
  return [
    ...['pdf', 'docx'].flatMap((format) => [
      whole('the narrative 50 times to once', format, reportInput, (i) => longer(i, 50), 60),
      whole(
        `${LONG} characters in one paragraph to ${PARAGRAPHS}`,
        format,
        (i) => wordy(i, PARAGRAPHS),
        (i) => wordy(i, 1),
        1.5,
      ),
    ]),
    table('pdf', [200, 2000], 11),
    table('docx', [23, 920], 40),
  ];
}

/** CPU that the large and the small input of a case take, and their ratio. */
async function measure({ format, fromReport = false, small, large }, { look, root, rounds }) {
  const { ask, close } = serve();
  await ask('open', { peer: 'nianbao', options: { root, format, fromReport }, look });
  const cpu = async (make, from, count) => {
    const jobs = Array.from({ length: count }, (_, i) => make(from + i));
    return (await ask('draw', { jobs })).cpu;
  };
  await cpu(small, 0, 20);
  await cpu(large, 20, 1);
  const taken = { small: [], large: [] };
  for (let round = 1; round <= rounds; round++) {
    taken.small.push(await cpu(small, 100 * round, 5));
    taken.large.push(await cpu(large, 100 * round + 50, 1));
  }
  close();
  const [few, many] = [median(taken.small), median(taken.large)];
  return { small: few, large: many, ratio: many / few };
}

/** Every case of growth, measured. */
export async function growth(library, setting) {
  const found = [];
  for (const one of cases(library)) {
    const { name, format, bar } = one;
    found.push({ name, format, bar, ...(await measure(one, setting)) });
  }
  return found;
}
