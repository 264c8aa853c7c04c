// Many reports, lists and forms: what is made of ever more things, and the work with it.
import { readFileSync } from 'node:fs';
import { auditOf, auditPage, auditReports, auditWorkbook, composeAudit } from '../dist/batch/index.js';
import * as library from '../dist/index.js';

const { compareReports, composeComparison, parseAgencies, parseReport, rollUp } = library;
const list = (length, make) => Array.from({ length }, (_, i) => make(i));
const minimal = JSON.parse(readFileSync(new URL('../fixtures/2021/minimal.json', import.meta.url), 'utf8'));

const named = (name, more = {}) => ({ ...minimal, agency: { ...minimal.agency, name }, ...more });
const agency = (i) => `甲县第${i}局`;
const FEES = '未收取信息处理费。';
/** A paragraph of so many characters; those of two numbers have hardly two neighbouring characters in common. */
const strange = (i, length) =>
  list(length, (at) => String.fromCodePoint(0x4e00 + ((i * 7919 + at * 104_729) % 20_000))).join('');
/** Paragraphs that are like each other, and none the same. */
const likened = (i) => `本机关第${i}次召开会议，研究第${i * 7}项工作，提出${i * 3}条意见。`;
const withOther = (texts, more = {}) => ({
  ...minimal,
  ...more,
  narrative: { ...minimal.narrative, other: [FEES, ...texts] },
});

/** A table with another figure in its last cell. */
function withLast(value, figure) {
  if (typeof value !== 'object' || value === null) return figure;
  const [key, inner] = Object.entries(value).at(-1);
  return { ...value, [key]: withLast(inner, figure) };
}
const complete = parseReport(minimal);

const listing = (rows) => ['名称,曾用名,上级', ...rows].join('\n');
const listed = (rows) => {
  const text = listing(rows);
  return () => parseAgencies(text, 'a.csv');
};
const agenciesOf = (rows) => parseAgencies(listing(rows), 'a.csv').agencies;
const rolled = (reports, options = {}) => {
  const parsed = reports.map((one) => parseReport(one));
  return () => rollUp(parsed, { agency: '甲县', ...options });
};
const audited = (reports, options = {}, make = auditPage) => {
  const inputs = reports.map((one, i) => ({ id: `${i}`, name: `${i}.json`, bytes: Buffer.from(JSON.stringify(one)) }));
  return async () => make(await auditOf(auditReports(inputs, { jobs: 1, ...options })));
};
const compared = (before, after) => {
  const reports = [
    { ...before, year: minimal.year - 1 },
    { ...after, year: minimal.year },
  ].map((one) => parseReport(one));
  return async () => composeComparison(await compareReports(reports));
};
/** What a report is held against, by how the step is called. */
export const PUBLISHED = {
  verify: { make: library.toHtml, name: 'a.html' },
  'verify Word': { make: library.toDocx, name: 'a.docx' },
  'verify PDF': { make: library.toPdf, name: 'a.pdf' },
};
const verified =
  ({ make, name }) =>
  async (published, signed) => {
    const file = await make(parseReport(published));
    const report = parseReport(signed);
    return () => library.verifyReport(file, report, { name });
  };
/** What compares the texts of two reports. */
const COMPARING = {
  compare: compared,
  ...Object.fromEntries(Object.entries(PUBLISHED).map(([step, file]) => [step, verified(file)])),
};

const table = (rows) => ({ caption: '表1', stubhead: '项', columns: ['甲', '乙'], rows });

/** Pairs of reports that differ in ever more. */
const PAIRS = {
  'paragraphs that were not there': (n) => [withOther([]), withOther(list(n, likened))],
  'paragraphs that are gone': (n) => [withOther(list(n, likened)), withOther([])],
  'paragraphs like each other': (n) => [withOther(list(n, likened)), withOther(list(n, (i) => likened(i + n)))],
  'paragraphs unlike each other': (n) => [
    withOther(list(n, (i) => `${strange(i, 30)}。`)),
    withOther(list(n, (i) => `${strange(i + n, 30)}。`)),
  ],
  'paragraphs in another order': (n) => [withOther(list(n, likened)), withOther(list(n, likened).toReversed())],
  'the same paragraph': (n) => [withOther(list(n, () => likened(1))), withOther(list(2 * n, () => likened(1)))],
  'a long paragraph': (n) => [withOther([strange(1, n)]), withOther([strange(2, n)])],
  'sentences of one paragraph': (n) => [
    withOther([list(n, likened).join('')]),
    withOther([list(n, (i) => likened(i + n)).join('')]),
  ],
  'rows of a table': (n) => {
    const of = (from) => table(list(n, (i) => ({ label: `第${i + from}项`, values: [i, from] })));
    return [
      { ...minimal, tables: { other: [of(0)] } },
      { ...minimal, tables: { other: [of(n)] } },
    ];
  },
};

/** A form of the caller's own with so many of everything that it lists. */
const formOf = (n) => {
  const columns = list(2, (i) => ({ key: `c${i}`, label: `第${i}栏` }));
  const rows = list(n, (i) => ({ key: `r${i}`, label: `第${i}行` }));
  return library.defineForm({
    id: 'large',
    name: '便民热线工作年度报告',
    topic: '便民热线',
    citation: '示政办函〔2024〕12号',
    years: [2024],
    sections: [
      { key: 'handling', heading: '一、诉求办理情况' },
      ...list(n, (i) => ({ key: `s${i}`, heading: `第${i}部分` })),
    ],
    texts: Object.fromEntries(list(n, (i) => [`s${i}`, {}])),
    tables: {
      handling: library.defineTable({
        description: '件数',
        stubhead: { label: '办理情况' },
        widths: [40, 30, 30],
        groups: [{ columns: [...columns], rows }],
        identities: list(n - 1, (i) => ({ rule: `H${i}`, left: [`r${i}`], right: [`r${i + 1}`] })),
      }),
    },
    facts: Object.fromEntries(list(n, (i) => [`f${i}`, { kind: 'count', title: `第${i}数` }])),
    rolls: [],
    stated: [],
    wording: Object.fromEntries(list(n - 1, (i) => [`sum/H${i}`, { formula: `甲${i}`, basis: '乙' }])),
  });
};
const reportOf = (n) => ({
  edition: 'large',
  year: 2025,
  agency: { name: '甲县局' },
  facts: Object.fromEntries(list(n, (i) => [`f${i}`, i])),
  narrative: Object.fromEntries(list(n, (i) => [`s${i}`, `第${i}段。`])),
  handling: Object.fromEntries(list(n, (i) => [`r${i}`, { c0: 7, c1: 7 }])),
});
/** Work with a form. */
const FORMED = {
  'a form': (n) => () => formOf(n),
  'a schema': (n) => {
    const forms = [formOf(n)];
    return () => library.reportJsonSchema({ forms });
  },
  'a blank report': (n) => {
    const form = formOf(n);
    return () => library.blankText({ edition: 'large', year: 2025, agency: '甲县局', forms: [form] });
  },
  'checking a report': (n) => {
    const forms = [formOf(n)];
    return () => library.checkReport(parseReport(reportOf(n), { forms }), { forms });
  },
  'a page of a report': (n) => {
    const forms = [formOf(n)];
    return () => library.toHtml(parseReport(reportOf(n), { forms }), { forms });
  },
  'a workbook of a report': (n) => {
    const forms = [formOf(n)];
    const report = parseReport(reportOf(n), { forms });
    return () => library.writeWorkbook(report, { forms });
  },
};

/** What is made of ever more things, and the work with it. */
const COUNTED = {
  'list: agencies': (n) => listed(list(n, (i) => `甲县${i}局,,`)),
  'list: each above the next': (n) => listed(list(n, (i) => `局${i + 1},,局${i}`)),
  'list: all below one': (n) => listed(['甲县,,', ...list(n, (i) => `甲县${i}局,,甲县`)]),
  'list: the same': (n) => listed(list(n, () => '甲县局,甲县局,')),
  'list: former names': (n) => listed([`甲县局,${list(n, (i) => `甲${i}局`).join('、')},`]),
  'list: a long name': (n) => listed([`${'局'.repeat(n)},,`]),
  'list: quotes': (n) => listed([`${'"'.repeat(n)},,`]),
  'list: commas': (n) => listed([','.repeat(n)]),
  'list: columns': (n) => {
    const text = `名称,${list(n, (i) => `第${i}栏`).join(',')}\n甲县局,${list(n, () => '一').join(',')}`;
    return () => parseAgencies(text, 'a.csv');
  },

  'roll-up: reports': (n) => rolled(list(n, (i) => named(agency(i)))),
  'roll-up: of one agency, the same': (n) => rolled(list(n, () => named('甲县局'))),
  'roll-up: of one agency, all different': (n) =>
    rolled(list(n, (i) => named('甲县局', { review: withLast(complete.review, i) }))),
  'roll-up: of other years': (n) =>
    rolled(
      list(n, (i) => named(agency(0), { year: 2021 + (i % 5) })),
      { year: 2025 },
    ),
  'roll-up: on a list': (n) =>
    rolled(
      list(n, (i) => named(agency(i))),
      { agencies: agenciesOf(list(n, (i) => `${agency(i)},,`)) },
    ),
  'roll-up: not on a list': (n) =>
    rolled([named(agency(0)), ...list(n, (i) => named(`乙县第${i}局`))], {
      agencies: agenciesOf(list(n, (i) => `${agency(i)},,甲县`)),
    }),
  'roll-up: each above the next': (n) =>
    rolled(
      list(n, (i) => named(agency(i))),
      { agencies: agenciesOf([`${agency(0)},,甲县`, ...list(n, (i) => `${agency(i + 1)},,${agency(i)}`)]) },
    ),
  'roll-up: missing': (n) => rolled([named(agency(0))], { agencies: agenciesOf(list(n, (i) => `${agency(i)},,甲县`)) }),
  'roll-up: as a workbook': (n) => {
    const whole = rolled(list(n, (i) => named(agency(i))))();
    return () => library.writeContributions(whole);
  },

  'audit: reports': (n) => audited(list(n, (i) => named(agency(i)))),
  'audit: reports as a workbook': (n) =>
    audited(
      list(n, (i) => named(agency(i))),
      {},
      auditWorkbook,
    ),
  'audit: reports as a document': (n) =>
    audited(
      list(n, (i) => named(agency(i))),
      {},
      composeAudit,
    ),
  'audit: the same report': (n) => audited(list(n, () => minimal)),
  'audit: the same report with a text': (n) => audited(list(n, () => withOther(list(20, likened)))),
  'audit: the same text of others': (n) =>
    audited(list(n, (i) => withOther(list(20, likened), { agency: { name: agency(i) } }))),
  'audit: the same text of eight': (n) =>
    audited(list(n, (i) => withOther([...list(20, likened), `第${i}份。`], { agency: { name: agency(i % 8) } }))),
  'audit: years of one agency': (n) => audited(list(n, (i) => named('甲县局', { year: 2021 + (i % 5) }))),
  'audit: none that can be read': (n) => audited(list(n, () => '{')),
  'audit: paragraphs of two': (n) =>
    audited(list(2, (i) => withOther(list(n, likened), { agency: { name: agency(i) } }))),
  'audit: missing': (n) => audited([named(agency(0))], { agencies: agenciesOf(list(n, (i) => `${agency(i)},,甲县`)) }),

  'compare: years': (n) => {
    const reports = list(n, (i) => parseReport(named('甲县局', { year: 2021 + i })));
    return async () => composeComparison(await compareReports(reports));
  },
  'compare: agencies': (n) => {
    const reports = list(n, (i) => parseReport(named(agency(i))));
    return async () => composeComparison(await compareReports(reports));
  },
  'export: reports': (n) => {
    const reports = list(n, (i) => parseReport(named(agency(i))));
    return () => library.exportCells(reports);
  },
  ...Object.fromEntries(Object.entries(FORMED).map(([what, prepare]) => [`form: ${what}`, (n) => prepare(n + 1)])),
  ...Object.fromEntries(
    Object.entries(COMPARING).flatMap(([step, prepare]) =>
      Object.entries(PAIRS).map(([what, pairOf]) => [`${step}: ${what}`, (n) => prepare(...pairOf(n))]),
    ),
  ),
};

/** Cases of many reports, lists and forms. */
export const manyCases = Object.entries(COUNTED).map(([name, prepare]) => ({
  kind: `${name.split(':')[0]}: many`,
  name,
  first: 64,
  prepare,
}));
