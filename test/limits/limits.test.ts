import { runInNewContext } from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import { loadYaml } from '../../src/host/load-yaml.js';
import {
  type AnyReport,
  cellRecords,
  checkReport,
  compareReports,
  composeReport,
  exportCells,
  type Limits,
  parseReport,
  prepareReport,
  ReportError,
  read,
  readReport,
  rollUp,
  stops,
  toDocx,
  toHtml,
  toOfd,
  toPdf,
  verifyReport,
  writeWorkbook,
} from '../../src/index.js';
import { LIMITS } from '../../src/limits/limits.js';
import { glance } from '../../src/readers/read-source.js';
import { minimal, minimalReport, problemsOf, type Raw } from '../input/example.js';
import { pngOf } from '../pdf/png-writer.js';

const table = (rows: number) => ({
  caption: '表1　公开事项',
  stubhead: '序号',
  columns: ['事项', '件数'],
  rows: Array.from({ length: rows }, (_, i) => ({ label: String(i + 1), values: ['事项', i] })),
});
const waiver = (i: number) => ({ rule: 'cell/blank', path: `requests.row${i}`, reason: '须按已公布的数字印出' });
const times = <T>(length: number, make: (i: number) => T): readonly T[] => Array.from({ length }, (_, i) => make(i));

/** What just exceeds each limit of a report, and a limit under which it does not. */
const TOO_LARGE: readonly (readonly [name: keyof Limits, changes: Raw, path: string])[] = [
  ['characters', { narrative: { other: '甲'.repeat(LIMITS.characters.most + 1) } }, 'narrative.other'],
  ['items', { facts: { problems: times(LIMITS.items.most + 1, () => '一') } }, 'facts.problems'],
  ['tables', { tables: { other: times(LIMITS.tables.most + 1, () => table(1)) } }, 'tables.other'],
  ['cells', { tables: { other: times(6, () => table(6000)) } }, 'tables.other'],
  ['waivers', { waivers: times(LIMITS.waivers.most + 1, waiver) }, 'waivers'],
  ['nameCharacters', { agency: { name: '局'.repeat(LIMITS.nameCharacters.most + 1) } }, 'agency.name'],
  ['keyCharacters', { facts: { ['甲'.repeat(LIMITS.keyCharacters.most + 1)]: 1 } }, 'facts'],
  ['values', { facts: { a: times(30, () => times(9000, () => 1)) } }, 'facts.a'],
  ['charactersInAll', { facts: { a: times(21, () => '甲'.repeat(99_999)) } }, 'facts.a'],
];

describe.each(TOO_LARGE)('%s', (name, changes, path) => {
  const refused = (limits?: Limits) =>
    problemsOf(() => parseReport(minimal(changes), limits ? { limits } : {})).filter(
      ({ code }) => code === LIMITS[name].code,
    );

  test('what exceeds it is one problem with its place', () => {
    const [found, ...others] = refused();
    expect(others).toEqual([]);
    expect(found?.path.join('.')).toMatch(new RegExp(`^${path}`));
    expect(found?.found).toContain(String(LIMITS[name].most));
  });

  test('a caller may raise it', () => {
    expect(refused({ [name]: 10_000_000 })).toEqual([]);
  });

  test('so it is when a report is checked that nobody parsed', () => {
    const report = { ...minimalReport(), ...changes };
    expect(problemsOf(() => checkReport(report))).toMatchObject([{ code: LIMITS[name].code }]);
  });
});

test('what is within all limits is no problem, and is one under lower limits', () => {
  const report = minimal({ narrative: { other: '本机关本年度未收取信息处理费。'.repeat(3) } });
  expect(problemsOf(() => parseReport(report))).toEqual([]);
  expect(problemsOf(() => parseReport(report, { limits: { characters: 30 } }))).toMatchObject([
    { code: 'shape/too-large', path: ['narrative', expect.any(String)] },
  ]);
});

test('the same holds for last year’s report', () => {
  const previous = minimal({ year: 2024, waivers: times(LIMITS.waivers.most + 1, waiver) });
  expect(problemsOf(() => parseReport(minimal({ previous })))).toMatchObject([
    { code: 'shape/too-large', path: ['previous', 'waivers'] },
  ]);
});

test('a number of too many digits', () => {
  const amount = (digits: number) => minimal({ facts: { fees: { cases: 1, amount: '9'.repeat(digits) } } });
  expect(problemsOf(() => parseReport(amount(100)))).toEqual([]);
  expect(problemsOf(() => parseReport(amount(101)))).toMatchObject([{ path: ['facts', 'fees', 'amount'] }]);
});

describe('files', () => {
  const json = JSON.stringify(minimal());

  test('a text of data that is too long is not parsed', () => {
    const long = `${json}${' '.repeat(LIMITS.dataCharacters.most)}`;
    for (const name of ['a.json', 'a.yaml']) {
      expect(problemsOf(() => readReport(long, name))).toMatchObject([
        { code: 'read/too-large', place: { file: name } },
      ]);
    }
    expect(readReport(long, 'a.json', { limits: { dataCharacters: 9_000_000 } }).report.year).toBe(2025);
  });

  test('a file that is too large is not read', async () => {
    const limits = { fileBytes: 100 };
    for (const content of [json, new TextEncoder().encode(json), new Uint8Array(101)]) {
      await expect(read(content, { name: 'a', limits })).rejects.toMatchObject({
        diagnostics: [{ code: 'read/too-large' }],
      });
    }
  });
});

describe('findings', () => {
  const keys = Object.fromEntries(times(5000, (i): [string, number] => [`键${i}`, 1]));

  test('of shape: no more than the limit, and the number of the others', () => {
    const found = problemsOf(() => parseReport(minimal(keys)));
    expect(found).toHaveLength(LIMITS.findings.most + 1);
    expect(found.at(-1)).toMatchObject({ code: 'findings/more', severity: 'error', found: '4000 个' });
    expect(problemsOf(() => parseReport(minimal(keys), { limits: { findings: 5000 } }))).toHaveLength(5000);
  });

  const doubled = '甲。。'.repeat(3000);

  test('of rules: those that stop the rendering come before those that do not', () => {
    const report = minimalReport({ narrative: { overview: doubled, other: '{{nobody}}' } });
    const { findings, document } = prepareReport(report, { limits: { findings: 10 } });
    expect(findings).toHaveLength(11);
    expect(findings.filter(stops)).toMatchObject([{ code: 'template/unknown-variable' }]);
    expect(findings.at(-1)).toMatchObject({ code: 'findings/more', severity: 'warning' });
    expect(document).toBeUndefined();
  });

  test('errors that are not told stop the rendering all the same', () => {
    const report = minimalReport({ narrative: { other: '{{nobody}}{{noone}}{{none}}' } });
    const found = problemsOf(() => composeReport(report, { limits: { findings: 1 } }));
    expect(found.filter(stops).map(({ code }) => code)).toEqual(['template/unknown-variable', 'findings/more']);
  });

  test('of waivers: no more in all than the findings', () => {
    const waivers = [{ rule: 'text/doubled', path: 'narrative', reason: '引用原文' }];
    const report = minimalReport({ waivers, narrative: { other: doubled } });
    const { assessment } = prepareReport(report);
    expect(assessment.waivers.flatMap(({ findings }) => findings).length).toBeLessThanOrEqual(LIMITS.findings.most);
  });
});

describe('templates', () => {
  const overview = (text: string) =>
    minimalReport({ facts: { problems: times(100, String) }, narrative: { overview: text } });

  test.each([
    ['templateSteps', '{{#each facts.problems}}{{#each ../facts.problems}}{{/each}}{{/each}}'],
    ['templateCharacters', '{{#each facts.problems}}很长的文字很长的文字{{/each}}'],
  ] as const)('%s', (name, text) => {
    const codes = (limits: Limits) => checkReport(overview(text), { limits }).map(({ code }) => code);
    expect(codes({ [name]: 500 })).toContain('template/too-large');
    expect(codes({})).not.toContain('template/too-large');
  });

  test('texts that are only worked out are counted as well', () => {
    const big = times(100, () => '长'.repeat(2000));
    const loops =
      '{{#each facts.problems}}{{#each ../facts.problems}}{{#if (eq (list ../../facts.problems) "甲")}}{{/if}}{{/each}}{{/each}}';
    const report = minimalReport({ facts: { problems: big }, narrative: { overview: loops } });
    expect(checkReport(report).map(({ code }) => code)).toContain('template/too-large');
  });

  test('values with much in them count as much as they have', () => {
    const other = [table(500)];
    const loops = '{{#each facts.problems}}{{#if (given ../tables.other)}}{{/if}}{{/each}}';
    const report = minimalReport({
      facts: { problems: times(2000, String) },
      tables: { other },
      narrative: { overview: loops },
    });
    expect(checkReport(report).map(({ code }) => code)).toContain('template/too-large');
  });
});

test('the seal: its pixels and its file', async () => {
  const report = minimalReport({ signoff: { date: '2026-01-20' } });
  const seal = { image: pngOf({ width: 2, height: 2, type: 0, depth: 8, samples: [0, 1, 2, 3] }), width: 42 };
  for (const limits of [{ sealPixels: 3 }, { sealBytes: 20 }, { sealChunks: 2 }]) {
    for (const work of [toPdf, toHtml]) {
      await expect(work(report, { seal, limits })).rejects.toMatchObject({
        diagnostics: [{ code: 'seal/unreadable' }],
      });
    }
  }
});

test('the bytes of a seal may be of another realm, as in a test of a page', async () => {
  const report = minimalReport({ signoff: { date: '2026-01-20' } });
  const own = pngOf({ width: 2, height: 2, type: 0, depth: 8, samples: [0, 1, 2, 3] });
  const image: Uint8Array = runInNewContext('Uint8Array.from(own)', { own });
  expect(image).not.toBeInstanceOf(Uint8Array);
  for (const work of [toPdf, toDocx, toHtml, toOfd]) {
    expect(await work(report, { seal: { image, width: 42 } })).toEqual(
      await work(report, { seal: { image: own, width: 42 } }),
    );
  }
});

test('a seal that some program would show and another would not', async () => {
  const report = minimalReport({ signoff: { date: '2026-01-20' } });
  const sampled = { width: 2, height: 2, depth: 8, samples: [0, 1, 2, 3] };
  const grey = pngOf({ ...sampled, type: 0 });
  const behindHead = 33;
  const twoHeads = Buffer.concat([
    grey.subarray(0, behindHead),
    grey.subarray(8, behindHead),
    grey.subarray(behindHead),
  ]);
  const palettes = [4, 769 * 3].map((length) => pngOf({ ...sampled, type: 3, palette: times(length, () => 9) }));
  for (const image of [twoHeads, ...palettes]) {
    await expect(toHtml(report, { seal: { image, width: 42 } })).rejects.toMatchObject({
      diagnostics: [{ code: 'seal/unreadable' }],
    });
  }
});

test('a seal that is a line, or wider than paper', async () => {
  const report = minimalReport({ signoff: { date: '2026-01-20' } });
  const line = pngOf({ width: 1, height: 11, type: 0, depth: 8, samples: times(11, () => 0) });
  const square = pngOf({ width: 2, height: 2, type: 0, depth: 8, samples: [0, 1, 2, 3] });
  for (const work of [toPdf, toDocx, toHtml]) {
    await expect(work(report, { seal: { image: line, width: 42 } })).rejects.toMatchObject({
      diagnostics: [{ code: 'seal/unreadable' }],
    });
    for (const width of [0, -1, 1e9, Number.NaN]) {
      await expect(work(report, { seal: { image: square, width } })).rejects.toMatchObject({
        diagnostics: [{ code: 'usage/argument' }],
      });
    }
  }
});

test('a list of what has no text is of the wrong type', () => {
  expect(problemsOf(() => parseReport(minimal({ agency: [Symbol('x')] })))).toMatchObject([{ code: 'shape/type' }]);
});

test.each([
  { character: 5 },
  { characters: 0 },
  { characters: -1 },
  { characters: Number.NaN },
  { characters: '9' },
  { depth: 5 },
  [],
  5,
  null,
])('%j are no limits', (limits) => {
  const options = { limits: limits as Limits };
  expect(problemsOf(() => parseReport(minimal(), options)).map(({ code }) => code)).toEqual(['config/invalid']);
  expect(() => checkReport(minimalReport(), options)).toThrow(ReportError);
});

test('a page of more elements than any report has is refused while it is read', async () => {
  const page = Buffer.from(`<body>${'<br>'.repeat(LIMITS.markupElements.most + 1)}`);
  await expect(read(page, { name: 'a.html' })).rejects.toThrow(/read\/too-large 标记太多/);
});

test('a quick look at a report takes the limits of the caller', () => {
  const text = 'a: &a [1, 2, 3, 4, 5]\nb: [*a, *a, *a]\n';
  const within = (values: number) => glance(text, 'a.yaml', loadYaml, { limits: { values } });
  expect(within(100)).toMatchObject({ b: [[1, 2, 3, 4, 5], {}, {}] });
  expect(within(5)).toBeUndefined();
});

describe('what takes reports that nobody parsed', () => {
  /** What no file holds: a ring, more depth than the stack has, a row longer than lists may be. */
  const ENDLESS: { readonly [kind: string]: () => object } = {
    ring: () => {
      const requests: { self?: unknown } = {};
      requests.self = requests;
      return { requests };
    },
    depth: () => ({ disclosure: times(20_000, () => 0).reduce<object>((inner) => ({ inner }), {}) }),
    length: () => ({ tables: { other: [{ rows: [{ label: '一', values: times(LIMITS.items.most + 1, () => 1) }] }] } }),
  };

  describe.each(Object.entries(ENDLESS))('%s', (_, make) => {
    const sound = minimalReport();
    const endless = { ...sound, agency: { name: '别的县别的局' }, ...make() } as AnyReport;
    const agency = '示例县人民政府';

    test.each<[string, () => unknown]>([
      ['compareReports', () => compareReports([sound, endless])],
      ['writeWorkbook', () => writeWorkbook(endless)],
      ['cellRecords', () => cellRecords(endless)],
      ['verifyReport', () => verifyReport(endless, new TextEncoder().encode('<p>一</p>'), { name: '一.html' })],
      ['rollUp with such a total', () => rollUp([sound], { agency, against: endless })],
      ['rollUp with such a report of last year', () => rollUp([sound], { agency, previous: endless })],
    ])('%s refuses it', async (_name, call) => {
      await expect((async () => call())()).rejects.toThrow(ReportError);
    });

    test('the others are rolled up and exported without it', () => {
      const rolled = rollUp([endless, sound], { agency });
      expect(rolled.unread).toMatchObject([{ problems: [{ severity: 'error' }] }]);
      expect(rolled.children.map((child) => child.agency)).toEqual([sound.agency.name]);
      const { text, findings } = exportCells([endless, sound]);
      expect(text).toBe(exportCells([sound]).text);
      expect(findings.filter(stops)).toHaveLength(1);
    });
  });
});

describe('what is no report, from callers without types', () => {
  const strange = (given: unknown) => given as AnyReport;

  test.each([[null], [5], [[]], [{}], [{ edition: '1999' }]])('%j makes no workbook', async (given) => {
    const refused = writeWorkbook(strange(given));
    await expect(refused).rejects.toMatchObject({ diagnostics: [{ code: 'usage/argument' }] });
  });

  test.each([[null], [5], [[]], [{}]])('%j is rolled up as a file that cannot be read', (given) => {
    const { unread, children } = rollUp([strange(given), minimalReport()], { agency: '示例县人民政府' });
    expect(unread).toMatchObject([{ problems: [{ code: 'usage/argument' }] }]);
    expect(children).toHaveLength(1);
  });
});

test('a caption of pages is not repeated in the label of each cell', () => {
  const report = parseReport(minimal({ tables: { other: [{ ...table(3), caption: '表'.repeat(50_000) }] } }));
  const labels = cellRecords(report).map(({ label }) => label.length);
  expect(Math.max(...labels)).toBeLessThanOrEqual(500);
});

test('a title of many long names is set as any other', () => {
  const agency = times(3000, (i) => `示例${i}县示例局`);
  const report = parseReport(minimal({ signoff: { agency, date: '2026-01-15' }, title: agency.join('\n') }));
  expect(() => composeReport(report)).not.toThrow();
  const long = parseReport(minimal({ agency: { name: '长'.repeat(90_000) } }), { limits: { nameCharacters: 100_000 } });
  expect(() => prepareReport(long, { limits: { nameCharacters: 100_000 } }).document).not.toThrow();
});

describe('YAML', () => {
  const read = (text: string) => problemsOf(() => readReport(text, '报告.yaml'));

  test('is its core, whatever a file says of versions and tags', () => {
    const text = '%YAML 1.1\n---\nedition: "2021"\nyear: !!binary MjAyNQ==\nagency: !!set {name}\n';
    const found = read(text).map(({ path, found }) => [path.join('.'), found]);
    expect(found).toContainEqual(['year', '文字 "MjAyNQ=="']);
    expect(found).toContainEqual(['agency.name', '空值 null']);
  });

  test('has no more references than can be looked up', () => {
    const anchors = times(3000, (i) => `  - &a${i} 一\n`).join('');
    const text = `facts:\n${anchors}`;
    expect(read(`${text}x: *a1\n`).map(({ code }) => code)).not.toContain('syntax/invalid');
    const twice = `${text}x:\n${times(3000, (i) => `  - *a${i}\n`).join('')}`;
    expect(read(twice)).toMatchObject([{ code: 'syntax/invalid', facts: { cause: 'yaml-aliases' } }]);
  });

  test('tells keys that stand twice, each where it stands again', () => {
    const found = read('a: 1\nb: {x: 1, y: 2, x: 3}\n"a": 2\n');
    expect(found.map(({ place }) => place)).toMatchObject([
      { line: 2, column: 17 },
      { line: 3, column: 1 },
    ]);
  });
});

test('a table with more columns than a sheet has is no workbook', async () => {
  const columns = times(16_500, (i) => `列${i}`);
  const wide = { caption: '表', stubhead: '一', columns, rows: [{ label: '甲', values: columns.map(() => 1) }] };
  await expect(writeWorkbook({ ...minimalReport(), tables: { other: [wide] } })).rejects.toMatchObject({
    diagnostics: [{ code: 'layout/too-large', facts: { cause: 'workbook-columns' } }],
  });
});
