import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAgencies } from '../../src/agencies/parse-agencies.js';
import type * as Batch from '../../src/batch/index.js';
import { auditSummaryText } from '../../src/cli/audit/audit-summary-text.js';
import { blankReport, checkReport, read, writeWorkbook } from '../../src/index.js';
import { nianbaoWithFaults, report, write } from '../batch/made.js';
import { emptyFolder, nianbao } from '../cli/nianbao.js';
import { builtPackage } from '../readers/built-package.mjs';
import { changed } from '../reading/page.js';

// `nianbao audit`, and the same from the library: which report each is compared with, what is missing, and what could not be read.

const { auditOf, auditReports, auditPage }: typeof Batch = await import(`${builtPackage()}dist/batch/index.js`);

const row = (count: number) => ({ naturalPerson: count });

/** A report that takes over and hands on so many requests. */
const handing = (agency: string, year: number, over: number, forward: number, more: object = {}) =>
  report(agency, {
    year,
    requests: {
      ...{ fill: 0, totals: 'compute', received: row(forward), carriedOver: row(over) },
      disposition: { granted: row(over) },
      carriedForward: row(forward),
    },
    ...more,
  });

const FILES = {
  'in/甲局2023.json': handing('甲局', 2023, 0, 2),
  'in/甲局2024.json': handing('甲 局', 2024, 1, 0),
  'in/b/旧乙局2023.json': handing('旧乙局', 2023, 0, 3),
  'in/b/新乙局2024.json': handing('新乙局', 2024, 3, 0),
  'in/丙局2023.json': handing('丙局', 2023, 0, 0),
  'in/丁局2024.jsonl': `${handing('丁局', 2024, 0, 0)}\n${handing('丁局', 2024, 0, 1)}\n`,
  'in/坏.json': '{',
  'in/退出局.json': report('退出局'),
};
const LIST = '名称,曾用名,上级\n甲局,,县政府\n新乙局,旧乙局,县政府\n丙局,,县政府\n丁局,,县政府\n戊局,,县政府\n';

function county(): string {
  const cwd = emptyFolder();
  write(cwd, { ...FILES, 'agencies.csv': LIST });
  return cwd;
}

test('each report is compared with that of the year before, by whatever name; who handed in nothing, or twice, or nothing that can be read', async () => {
  const cwd = county();
  const result = join(cwd, 'a.json');
  const { code } = nianbaoWithFaults(['audit', 'in', '-a', 'agencies.csv', '-o', 'a.json', '-j', '1'], cwd);
  expect(code).toBe(70);
  const audit: Batch.Audit = JSON.parse(readFileSync(result, 'utf8'));
  expect(audit.agencies.map(({ agency, years }) => [agency, ...years.map(({ grade }) => grade)])).toEqual([
    ['甲局', 'green', 'red'],
    // Its text on problems is last year's.
    ['新乙局', 'green', 'yellow'],
    ['丙局', 'green', 'missing'],
    ['丁局', 'missing', 'yellow'],
    ['戊局', 'missing', 'missing'],
  ]);
  expect(audit.reports.map(({ id, previous }) => [id, previous])).toEqual([
    ['in/甲局2023.json', undefined],
    ['in/甲局2024.json', 'in/甲局2023.json'],
    ['in/b/旧乙局2023.json', undefined],
    ['in/b/新乙局2024.json', 'in/b/旧乙局2023.json'],
    ['in/丙局2023.json', undefined],
    ['in/丁局2024.jsonl:1', undefined],
    ['in/丁局2024.jsonl:2', undefined],
  ]);
  const [, wrong] = audit.reports;
  expect(wrong?.findings.filter(({ severity }) => severity === 'error')).toMatchObject([
    {
      code: 'years/C1',
      section: '三、收到和处理政府信息公开申请情况',
      cells: ['二、上年结转政府信息公开申请数量 · 自然人'],
      found: '1',
      expected: '2',
      place: expect.stringMatching(/^第 1 行第 \d+ 列$/),
    },
    { cells: ['二、上年结转政府信息公开申请数量 · 总计'] },
  ]);
  expect(audit.repeated).toMatchObject([{ agency: '丁局', year: 2024, isSame: false }]);
  // A file that kills its thread is one line of the result.
  expect(audit.unread.map(({ id, findings }) => [id, findings[0]?.code])).toEqual([
    ['in/坏.json', 'syntax/invalid'],
    ['in/退出局.json', 'worker/crashed'],
  ]);
  expect(auditSummaryText(audit, undefined)).toContain(
    '二、上年结转政府信息公开申请数量 · 自然人 是 1，按上年报告应为 2',
  );

  // The same in the opposite order, from the library.
  const inputs = Object.entries(FILES).flatMap(([id, content]) =>
    content.split('\n').flatMap((text, i, { length }) => {
      if (text === '' || id.includes('退出局')) return [];
      return length === 1 ? { id, name: id, text } : { id: `${id}:${i + 1}`, name: id, text, line: i + 1 };
    }),
  );
  const { agencies } = parseAgencies(LIST, 'agencies.csv');
  const again = await auditOf(auditReports(inputs.toReversed(), { agencies, jobs: 1 }));
  const unread = audit.unread.slice(0, 1);
  expect(again).toEqual({ ...audit, unread, counts: { ...audit.counts, unread: 1 } });
});

test('last year’s reports are compared with, and not audited', async () => {
  const inputs = [{ id: '今年', report: JSON.parse(handing('甲局', 2024, 1, 0)) }];
  const previous = [{ id: '去年', name: '去年.json', text: handing('甲局', 2023, 0, 2) }];
  const audit = await auditOf(auditReports(inputs, { previous, jobs: 1 }));
  expect(audit.years).toEqual([2024]);
  expect(audit.reports).toMatchObject([{ id: '今年', previous: '去年', grade: 'red' }]);
  expect(auditPage(audit)).toContain('<strong>二、上年结转政府信息公开申请数量 · 自然人</strong> 是 1');
});

test.each([
  [['-o', 'a.txt'], '-o 的扩展名不对'],
  [['-o', '甲.json'], '是这次要读取的文件'],
])('%j is refused before anything is read', (args, message) => {
  const cwd = emptyFolder();
  write(cwd, { '甲.json': report('甲局') });
  const { code, stdout, stderr } = nianbao(['audit', '甲.json', ...args], { cwd });
  expect([2, 4]).toContain(code);
  expect(stdout).toBe('');
  expect(stderr).toContain(message);
});

test('a folder without reports is refused with all that would be read', () => {
  const cwd = emptyFolder();
  mkdirSync(join(cwd, '空'));
  const { code, stderr } = nianbao(['audit', '空'], { cwd });
  expect([code, stderr]).toEqual([4, expect.stringContaining('应为：Word 文件、网页、PDF、工作簿、JSON 或 YAML 文件')]);
  expect(stderr).not.toContain('*.docx');
});

test('files in a folder that may be reports and cannot be read are told, not passed over', () => {
  const cwd = emptyFolder();
  const old = { 'in/乙局.doc': '\xd0\xcf\x11\xe0', 'in/丙局.WPS': 'x', 'in/~$丁局.doc': 'x', 'in/说明.md': 'x' };
  write(cwd, { 'in/甲局.json': report('甲局'), ...old });
  nianbao(['audit', 'in', '-o', 'a.json', '-j', '1'], { cwd });
  const audit: Batch.Audit = JSON.parse(readFileSync(join(cwd, 'a.json'), 'utf8'));
  expect(audit.unread.map(({ id }) => id)).toEqual(['in/丙局.WPS', 'in/乙局.doc']);
});

test('a filled workbook is told in the words of its sheets, as `read` tells it', async () => {
  const bytes = await writeWorkbook(blankReport({ edition: '2021', year: 2025, agency: '某局' }));
  const { report: blank, locate } = await read(bytes, { name: '填报.xlsx' });
  const hints = (all: readonly { readonly code: string; readonly hint: string }[]) =>
    all.map(({ code, hint }) => `${code} ${hint}`).toSorted();
  const { reports } = await auditOf(auditReports([{ id: 'a', name: '填报.xlsx', bytes }], { jobs: 1 }));
  expect(hints(reports[0]?.findings ?? [])).toEqual(hints(locate(checkReport(blank))));
});

const nothing = (agency: string, year: number) => ({
  id: `${agency}${year}`,
  report: JSON.parse(report(agency, { year })),
});

const listOf = (names: readonly string[]) => parseAgencies(`名称\n${names.join('\n')}\n`, '名单.csv').agencies;

test('years of which only a few have handed in make nobody missing, and are told', async () => {
  const names = ['甲局', '乙局', '丙局', '丁局', '戊局'];
  const common = names.flatMap((name) => [nothing(name, 2022), nothing(name, 2023)]);
  // One old report that someone left in the folder, one with a slip in its year, and the first of a year that has begun to come in.
  const inputs = [...common, nothing('甲局', 2012), nothing('乙局', 2032), nothing('丙局', 2024)];
  const audit = await auditOf(auditReports(inputs, { agencies: listOf(names), jobs: 1 }));
  expect([audit.years, audit.sparse]).toEqual([
    [2012, 2022, 2023, 2024, 2032],
    [2012, 2032],
  ]);
  expect(audit.missing.map(({ agency, year }) => [agency, year])).toEqual(
    ['甲局', '乙局', '丁局', '戊局'].map((name) => [name, 2024]),
  );
  const told = '2012、2032 年只有少数机关交了报告，没有查缺报';
  expect([auditSummaryText(audit, undefined), auditPage(audit)]).toEqual([
    expect.stringContaining(told),
    expect.stringContaining(told),
  ]);
});

test('the years that are asked for are audited, and reports of others only compared with', () => {
  const cwd = emptyFolder();
  write(cwd, {
    'in/甲2023.json': handing('甲局', 2023, 0, 2),
    'in/甲2024.json': handing('甲局', 2024, 1, 0),
    'in/乙2012.json': report('乙局', { year: 2012 }),
    'list.csv': '名称\n甲局\n乙局\n',
  });
  const { code } = nianbao(['audit', 'in', '-a', 'list.csv', '--years', '2024-2025', '-o', 'a.json', '-j', '1'], {
    cwd,
  });
  const audit: Batch.Audit = JSON.parse(readFileSync(join(cwd, 'a.json'), 'utf8'));
  expect([code, audit.years, audit.sparse]).toEqual([1, [2024, 2025], []]);
  expect(audit.reports.map(({ id, previous }) => [id, previous])).toEqual([['in/甲2024.json', 'in/甲2023.json']]);
  expect(audit.missing.map(({ agency, year }) => `${agency}${year}`)).toEqual(['乙局2024', '甲局2025', '乙局2025']);

  const { code: refused, stderr } = nianbao(['audit', 'in', '--years', '2024-2021'], { cwd });
  expect([refused, stderr]).toEqual([2, expect.stringContaining('--years 的年度不对')]);
});

test('a row of totals that was left 0 is one finding, however many sums fail by it', async () => {
  const left = { naturalPerson: 0, organization: { business: 0 }, total: 0 };
  const requests = {
    ...{ fill: 0, received: { naturalPerson: 16, organization: { business: 2 }, total: 18 } },
    disposition: { granted: { naturalPerson: 16, organization: { business: 2 }, total: 18 }, total: left },
  };
  const inputs = [{ id: '甲', report: JSON.parse(report('甲局', { requests })) }];
  const { reports, counts } = await auditOf(auditReports(inputs, { jobs: 1 }));
  expect(counts.errors).toBe(1);
  expect(reports[0]?.findings.filter(({ severity }) => severity === 'error')).toMatchObject([
    {
      cells: ['三、（七）总计'],
      message: '这一行有 3 格是 0，按分项应为 自然人 16、商业企业 2、总计 18；有关的 6 个合计都不相符',
      related: { length: 6 },
    },
  ]);
});

test('reports in which no agency was found are not taken for reports of one agency', async () => {
  const headings =
    '一、总体情况 二、主动公开政府信息情况 三、收到和处理政府信息公开申请情况 四、政府信息公开行政复议、行政诉讼情况';
  const text = [
    '2023年政府信息公开工作年度报告',
    ...headings.split(' '),
    '五、存在的主要问题及改进情况',
    '内容不多。',
  ].join('\n\n');
  const inputs = ['a', 'b'].map((id) => ({ id, name: `${id}.txt`, bytes: new TextEncoder().encode(text + id) }));
  const { agencies, repeated, reports, unread } = await auditOf(auditReports(inputs, { jobs: 1 }));
  expect({ agencies: agencies.length, repeated, reports: reports.length, unread }).toEqual({
    ...{ agencies: 2, repeated: [], reports: 2, unread: [] },
  });
});

test.each([
  [/<p>六、其他需要报告的事项<\/p>\n<p>.*?<\/p>/u, '', ['section/absent']],
  [/<tr><t[dh][^>]*>规章.*?<\/tr>/su, '', ['read/missing']],
  ['>1234<', '>/<', ['cell/blank']],
  ['>1234<', '>-1<', ['read/unplaced']],
  ['一、总体情况', '一、总体公开工作概述', ['heading/variant']],
])('what the reader and a rule say of one place is told once: without %s', async (from, to, codes) => {
  const bytes = new TextEncoder().encode(changed(from, to));
  const { reports } = await auditOf(auditReports([{ id: 'a', name: '年报.html', bytes }], { jobs: 1 }));
  expect(reports[0]?.findings.map(({ code }) => code)).toEqual(codes);
});

test('a cell with a word for nothing is told by that word, not as blank', async () => {
  const bytes = new TextEncoder().encode(changed('>1234<', '>无<'));
  const { reports } = await auditOf(auditReports([{ id: 'a', name: '年报.html', bytes }], { jobs: 1 }));
  expect(reports[0]?.findings).toMatchObject([
    { message: '行政许可 · 本年处理决定数量 没有填数字', found: '“无”', hint: '数值为零时按惯例填 0' },
  ]);
});

test('whole paragraphs that a sister agency has too are told, as a warning only if they are most of the text', async () => {
  const shared = (name: string) => [
    `${name}每月末把当月印发的文件逐份过一遍，能公开的当天挂网，拿不准的送司法局看，看过的意见装订成册，新来的年轻人照着就能上手。`,
    `${name}在赶圩的日子把补贴名单、工程预算和招工启事抄在红纸榜上，旁边留一支笔，谁有疑问就写在榜边，下一圩日由驻村干部当面作答。`,
    `${name}请了退休教师和老党员当公开监督员，每季度围坐一次，挑毛病、提建议，一时改不了的当面说明缘由，并把说明记在册子上备查。`,
  ];
  const own = [
    '茶园改造的进度按村公示，苗木领取、验收和补助发放各设一栏，村民凭户号查询，对面积有异议的十日内复核。',
    '渡口安全检查的结果贴在候船亭，停航的日子提前两天用广播通知，学生上学的早班船另有专人照看并登记人数。',
  ];
  const of = (name: string, texts: readonly string[]) => ({
    id: name,
    report: JSON.parse(
      report(name, {
        narrative: { overview: texts, problems: `${name}的不足已改。`, other: '本年度未收取信息处理费。' },
      }),
    ),
  });
  const similarIn = async (one: readonly string[], other: readonly string[]) => {
    const { reports } = await auditOf(auditReports([of('青云镇', one), of('白石镇', other)], { jobs: 1 }));
    return reports.map(({ findings }) =>
      findings.filter(({ code }) => code === 'audit/similar').map(({ severity }) => severity),
    );
  };
  expect(await similarIn(shared('青云镇'), shared('白石镇'))).toEqual([['warning'], ['warning']]);
  expect(await similarIn([...shared('青云镇'), ...own], shared('白石镇'))).toEqual([['warning'], ['note']]);
  expect(await similarIn([...shared('青云镇').slice(0, 1), ...own], [...shared('白石镇').slice(0, 1)])).toEqual([
    ['warning'],
    [],
  ]);
});

test('a figure in a text that bears out a sum is told with the sum, not as wrong', async () => {
  const granted = { naturalPerson: 3, organization: { business: 0 }, total: 4 };
  const requests = {
    ...{ fill: 0, received: { naturalPerson: 3, total: 3 } },
    disposition: { granted, total: { naturalPerson: 3, total: 3 } },
  };
  const narrative = { overview: '办结的申请中，予以公开3件。', problems: '无。', other: '本年度未收取信息处理费。' };
  const inputs = [{ id: '甲', report: JSON.parse(report('甲局', { requests, narrative })) }];
  const { reports } = await auditOf(auditReports(inputs, { jobs: 1 }));
  const [sum, ...others] = reports[0]?.findings ?? [];
  expect(sum).toMatchObject({ cells: ['三、（一）予以公开 · 总计'], found: '4', expected: '3' });
  expect(sum?.related?.at(-1)?.message).toMatch(/^文字里的数与应有的相同：一、总体情况，.*予以公开3件/u);
  expect(others.map(({ code }) => code)).not.toContain('text/figure');
});

test('what is to be done is told to those who hand in files, without words of the data', async () => {
  const narrative = {
    preamble: '本报告由乙局编制，数据的统计期限为2023年1月1日至2023年12月31日。',
    overview: '全年收到政府信息公开申请5件,办结1件。',
    problems: '内容不多。',
    other: '本年度未收取信息处理费。',
  };
  const wrong = {
    ...{ title: '甲局2023年政府信息公开工作年度报告', signoff: { agency: '乙局', date: '2023-01-01' }, narrative },
    headings: { overview: '一、概述' },
    requests: { fill: 0, received: { naturalPerson: 1 } },
  };
  const pages = [
    changed('>1234<', '>-1<'),
    changed('>1234<', '>1234件<'),
    changed('>1234<', '>/<'),
    changed(/<tr><t[dh][^>]*>规章.*?<\/tr>/su, ''),
  ];
  const inputs = [
    { id: '甲', report: JSON.parse(report('甲局', wrong)) },
    ...pages.map((page, i) => ({ id: `${i}`, name: `${i}.html`, bytes: new TextEncoder().encode(page) })),
  ];
  const { reports } = await auditOf(auditReports(inputs, { jobs: 1 }));
  const hints = reports.flatMap(({ findings }) => findings.map(({ code, hint }) => `${code} ${hint}`));
  expect(hints.length).toBeGreaterThan(10);
  expect(hints.filter((hint) => /[a-z{]/iu.test(hint.slice(hint.indexOf(' '))))).toEqual([]);
  expect(hints.filter((hint) => /按空白读入|印成|原样/u.test(hint))).toEqual([]);
});
