import { expect, test } from '@jest/globals';
import {
  type AnyReport,
  type Diagnostic,
  ReportError,
  type RollUp,
  type RollUpOptions,
  readReport,
  rollUp,
} from '../../src/index.js';
import { totalText } from '../../src/roll-up/total-text.js';
import { valueAt } from '../../src/table/cells.js';
import { forms, listOf, paths, report } from './made.js';

const RECEIVED = 'cases.received.people';
const STAFF = 'spending.staff.amount';

const agencies = listOf({ 甲局: '县政府', 乙镇: '县政府', 卫生院: '乙镇', 邻局: '邻县' });
const inCounty: RollUpOptions = { agency: '县政府', agencies, forms };

const cellOf = ({ report: whole }: RollUp, path: string): unknown => valueAt(whole, path.split('.'));
const told = (findings: readonly Diagnostic[]) =>
  findings.map(({ severity, code, message }) => `${severity} ${code} ${message}`);

const handed = (...of: readonly (readonly [name: string, received: number | null, more?: object])[]) =>
  of.map(([name, received, more = {}]) => ({
    file: `${name}.yaml`,
    report: report(name, { [RECEIVED]: received }, more as never),
  }));

test('children only: what belongs below or beside them does not count, and is told', () => {
  const rolled = rollUp(
    handed(
      ['甲局', 1],
      ['乙镇', 2],
      ['卫生院', 4],
      ['邻局', 8],
      ['县 政府', 16],
      ['甲居', 32],
      ['乙镇', 64, { year: 2023 }],
    ),
    inCounty,
  );
  expect([cellOf(rolled, RECEIVED), rolled.isComplete]).toEqual([3, true]);
  expect(told(rolled.findings)).toEqual([
    'warning rollup/left-out 没有计入卫生院2024年度的报告（卫生院.yaml）：数字由上一级“乙镇”汇总，这里再计就重了',
    'warning rollup/left-out 没有计入县 政府2024年度的报告（县 政府.yaml）：是汇总的机关自己的，不是下级的',
    'warning rollup/left-out 没有计入甲居2024年度的报告（甲居.yaml）：名单里没有这个机关',
    'warning rollup/left-out 没有计入邻局2024年度的报告（邻局.yaml）：不是汇总的机关的下级',
    'warning rollup/left-out 没有计入乙镇2023年度的报告（乙镇.yaml）：不是 2024 年度的',
  ]);
  expect(rolled.findings[2]?.hint).toContain('是不是“甲局”？');
});

test('a report that is missing, or of another year, makes every cell blank', () => {
  const rolled = rollUp(handed(['甲局', 1], ['乙镇', 2, { year: 2023 }]), { ...inCounty, year: 2024 });
  expect(paths.map((path) => cellOf(rolled, path))).toEqual(paths.map(() => null));
  expect(rolled.findings[0]).toMatchObject({
    code: 'rollup/missing',
    severity: 'error',
    message: '没有“乙镇”2024年度的报告，合计不全',
    found: '只有乙镇2023年度的报告（乙镇.yaml）',
  });
  expect(totalText(rolled)).toContain('people: null');
  expect(totalText(rolled)).toContain('新收 · 自然人；缺：乙镇（没有报告）\n');
});

test('reports of other years are told at once, however many they are', () => {
  const earlier = [2022, 2022, 2023].map((year, i) => report(['甲局', '乙镇', '甲局'][i] ?? '', {}, { year }));
  const rolled = rollUp([...earlier, ...handed(['甲局', 1], ['乙镇', 2], ['甲居', 4])], { ...inCounty, year: 2024 });
  const years = '2022 年度 2 份、2023 年度 1 份';
  expect(rolled.findings.map(({ message, found }) => [message, found])).toEqual([
    ['没有计入甲居2024年度的报告（甲居.yaml）：名单里没有这个机关', '甲居'],
    ['没有计入其他年度的 3 份报告：不是 2024 年度的', years],
  ]);
  expect(totalText(rolled)).toContain(`没有计入的：甲居2024年度、${years}\n`);
});

test('a report of another form does not count', () => {
  const { report: other } = readReport(
    'edition: "2021"\nyear: 2024\nagency: { name: 乙镇 }\ndisclosure: { fill: 0 }\nrequests: { fill: 0 }\nreview: { fill: 0 }\n',
    'b.yaml',
  );
  const rolled = rollUp([...handed(['甲局', 1], ['丙局', 2]), { report: other as AnyReport }], {
    agency: '县政府',
    forms,
  });
  expect(told(rolled.findings)).toEqual([
    'error rollup/missing “乙镇”2024年度的报告用的报告格式是 2021，不是 small，合计不全',
    'warning rollup/left-out 没有计入乙镇2024年度的报告：用的报告格式是 2021，汇总的是 small',
  ]);
});

test('a report that is handed in twice counts once; where two differ there is no sum', () => {
  const same = rollUp(handed(['甲局', 1], ['甲 局', 1], ['乙镇', 2]), inCounty);
  expect([cellOf(same, RECEIVED), same.isComplete]).toEqual([3, true]);
  expect(told(same.findings)).toEqual(['warning rollup/repeated “甲局”报了 2 份，数字相同，只计一份']);
  const other = rollUp(handed(['甲局', 1], ['甲局（公章）', 5], ['乙镇', 2]), inCounty);
  expect([cellOf(other, RECEIVED), cellOf(other, STAFF), other.isComplete]).toEqual([null, 0, false]);
  expect(told(other.findings)).toEqual(['error rollup/repeated “甲局”报了 2 份，数字不同，没有合计：新收 · 自然人']);
  expect(totalText(other)).toContain('缺：甲局（两份报告不同：1、5）');
});

test('a list that says of nobody to whom it belongs has only children', () => {
  const flat = ['县政府', '甲局', '乙镇'].map((name, i) => ({ name, former: [], others: {}, line: i + 2, column: 1 }));
  const rolled = rollUp(handed(['甲局', 1], ['县政府', 2], ['丙局', 4]), { ...inCounty, agencies: flat });
  expect(told(rolled.findings)).toEqual([
    'error rollup/missing 没有“乙镇”2024年度的报告，合计不全',
    'warning rollup/left-out 没有计入丙局2024年度的报告（丙局.yaml）：名单里没有这个机关',
    'warning rollup/left-out 没有计入县政府2024年度的报告（县政府.yaml）：是汇总的机关自己的，不是下级的',
  ]);
});

test.each([
  [[2023, 2023, 2023, 2023], [2024, 2024, 2024], 2024],
  [[2023, 2023, 2023, 2023], [2024], 2023],
  [[2024, 2024], [2023, 2023], 2024],
])('without a year it is that of most, and the later of about as many: %j %j', (one, other, year) => {
  const inputs = [one, other].flatMap((years) => years.map((of, i) => report(`${i}局`, {}, { year: of })));
  expect(rollUp(inputs, { agency: '县政府', forms }).report.year).toBe(year);
});

test('a former name is the agency’s own', () => {
  const renamed = agencies.map((one) => (one.name === '甲局' ? { ...one, former: ['老甲局'] } : one));
  const rolled = rollUp(handed(['老甲局', 1], ['乙镇', 2]), { ...inCounty, agencies: renamed });
  expect([cellOf(rolled, RECEIVED), rolled.findings]).toEqual([3, []]);
});

test('a blank cell is told and has no sum, or counts as 0 where that is wanted', () => {
  const inputs = handed(['甲局', 1], ['乙镇', null]);
  const open = rollUp(inputs, inCounty);
  expect([cellOf(open, RECEIVED), cellOf(open, STAFF)]).toEqual([null, 0]);
  expect(open.findings).toMatchObject([
    { code: 'rollup/blank', severity: 'error', places: [{ path: RECEIVED.split('.'), label: '新收 · 自然人' }] },
  ]);
  const zero = rollUp(inputs, { ...inCounty, blankAsZero: true });
  expect([cellOf(zero, RECEIVED), zero.isComplete]).toEqual([1, true]);
  expect(told(zero.findings)).toEqual(['warning rollup/blank “乙镇”的报告，二、事项：有 1 格留空，按 0 计入']);
});

test('a blank total is what its parts add up to where blanks are 0', () => {
  const values = { [STAFF]: '1.5', 'spending.sites.amount': null, 'spending.total.amount': null };
  const rolled = rollUp([report('甲局', values), report('乙镇')], { ...inCounty, blankAsZero: true });
  expect(cellOf(rolled, 'spending.total.amount')).toEqual('1.5');
});

test('a cell that could not be read is never 0, nor is a total of it', () => {
  const values = { [STAFF]: null, 'spending.total.amount': null, [RECEIVED]: null };
  const loss: Diagnostic = {
    code: 'read/unplaced',
    severity: 'warning',
    path: STAFF.split('.'),
    message: '这一格不是这里能填的数字',
    hint: '',
  };
  const inputs = [{ report: report('甲局', values), losses: [loss] }, report('乙镇')];
  const rolled = rollUp(inputs, { ...inCounty, blankAsZero: true });
  expect([STAFF, 'spending.total.amount', RECEIVED].map((path) => cellOf(rolled, path))).toEqual([null, null, 0]);
  expect(told(rolled.findings)).toEqual([
    'error rollup/missing “甲局”的报告，一、支出：有 2 格没有读到，这些格没有合计',
    'warning rollup/blank “甲局”的报告，二、事项：有 1 格留空，按 0 计入',
  ]);
});

test('of two reports one that could be read is enough', () => {
  const loss: Diagnostic = {
    code: 'read/missing',
    severity: 'warning',
    path: ['spending', 'staff'],
    message: '',
    hint: '',
  };
  const scanned = {
    file: 'a.pdf',
    report: report('甲局', { [STAFF]: null, 'spending.staff.change': null }),
    losses: [loss],
  };
  const rolled = rollUp([scanned, { file: 'b.yaml', report: report('甲局') }, report('乙镇')], inCounty);
  expect([cellOf(rolled, STAFF), rolled.isComplete]).toEqual([0, true]);
  expect(told(rolled.findings)).toEqual(['warning rollup/repeated “甲局”报了 2 份，数字相同，只计一份']);
});

test('a section that a report does not have is missing, blank or not', () => {
  const { cases: _, ...rest } = report('乙镇') as AnyReport & { cases?: unknown };
  const inputs = [report('甲局'), { ...rest, absent: { cases: '上级要求不列' } } as AnyReport];
  const rolled = rollUp(inputs, { ...inCounty, blankAsZero: true });
  expect([cellOf(rolled, RECEIVED), cellOf(rolled, STAFF)]).toEqual([null, 0]);
  expect(told(rolled.findings)).toEqual(['error rollup/missing “乙镇”的报告没有这一部分：二、事项，6 格没有合计']);
});

test('a file that cannot be read: of nobody knows whom, or of somebody that the list misses', () => {
  const problem: Diagnostic = { code: 'read/damaged', severity: 'error', path: [], message: '读不了', hint: '' };
  const unread = { file: '坏.docx', problems: [problem] };
  const open = rollUp([...handed(['甲局', 1]), unread], { agency: '县政府', forms });
  expect([open.isComplete, cellOf(open, RECEIVED)]).toEqual([false, null]);
  expect(totalText(open)).toContain('缺：坏.docx（文件读不了）');
  const all = rollUp([...handed(['甲局', 1], ['乙镇', 2]), unread], inCounty);
  expect([all.isComplete, cellOf(all, RECEIVED), all.findings]).toEqual([false, 3, [problem]]);
});

test.each<[readonly unknown[], unknown]>([
  [['0.1', '0.2'], '0.3'],
  [
    [
      { value: '3.5', unit: '元' },
      { value: 2, unit: '元' },
    ],
    { value: '5.5', unit: '元' },
  ],
  [[{ value: '35000', unit: '元' }, '2'], '5.5'],
  [
    [
      { value: '1', unit: '亿元' },
      { value: '1', unit: '元' },
    ],
    '10000.0001',
  ],
  [[{ value: '5', unit: '元', note: '其中1元' }, 0], { value: '5', unit: '元' }],
  [[{ value: '5', unit: '元', note: '其中1元' }, '0.1'], '0.1005'],
  [['99999999999999999999.99', '0.01'], '100000000000000000000'],
  [[{ value: '1', unit: '美元' }, '1'], null],
  [[{ value: '1', unit: '美元' }, 0], { value: '1', unit: '美元' }],
])('amounts are added exactly, whatever units they state: %j', (amounts, sum) => {
  const [one, other] = amounts;
  const rolled = rollUp([report('甲局', { [STAFF]: one }), report('乙镇', { [STAFF]: other })], inCounty);
  expect(cellOf(rolled, STAFF)).toEqual(sum);
  const units = rolled.findings.filter(({ code }) => code === 'rollup/units');
  expect(units.map(({ found }) => found)).toEqual(sum === null ? ['单位不同，加不起来：甲局 1（美元）、乙镇 1'] : []);
});

test('a sum that no count can be, and changes in both directions', () => {
  const change = 'spending.staff.change';
  const of = (n: number, up: number) => ({ [RECEIVED]: n, [change]: up });
  const inputs = [report('甲局', of(Number.MAX_SAFE_INTEGER, 5)), report('乙镇', of(1, -8))];
  const rolled = rollUp(inputs, inCounty);
  expect([cellOf(rolled, RECEIVED), cellOf(rolled, change)]).toEqual([null, -3]);
  expect(rolled.findings.map(({ code }) => code)).toContain('rollup/units');
});

test('a report whose own sums do not hold, by its name', () => {
  const wrong = report('甲局', { [STAFF]: 1, 'spending.sites.change': 2 });
  const rolled = rollUp([wrong, report('乙镇')], inCounty);
  expect(told(rolled.findings)).toEqual([
    'warning rollup/sums “甲局”的报告自己就不平：合计 · 金额（单位：万元） 是 0，应为 1，等 2 处',
  ]);
});

test('what continues last year’s figures of the whole', () => {
  const previous = report('县政府', { 'cases.carriedForward.people': 4 }, { year: 2023 });
  const inputs = ['甲局', '乙镇'].map((name, i) => report(name, { 'cases.carriedOver.people': i + 1 }));
  const rolled = rollUp(inputs, { ...inCounty, previous });
  expect(told(rolled.findings)).toEqual(['error years/K1 上年结转 · 自然人 是 3，按上年报告应为 4']);
  expect(rolled.report.previous).toBe(previous);
  const wrong = rollUp(inputs, { ...inCounty, previous: { ...previous, year: 2022 } });
  expect(told(wrong.findings)).toEqual(['error previous/year 所给的上年报告不是上年的，没有用来核对']);
  expect(wrong.report.previous).toBeUndefined();
});

test('what continues last year’s figures of each agency, with the reports of that year among the inputs or beside them', () => {
  const before = report('甲 局', { 'cases.carriedForward.people': 4 }, { year: 2023 });
  const inputs = [report('甲局', { 'cases.carriedOver.people': 3 }), report('乙镇', { 'cases.carriedOver.people': 1 })];
  const broken = 'warning rollup/years “甲局”的报告与它上年的不相接：上年结转 · 自然人 是 3，按上年报告应为 4';
  const beside = rollUp(inputs, { ...inCounty, before: [before] });
  expect([told(beside.findings), beside.isComplete]).toEqual([[broken], true]);
  expect(told(rollUp([...inputs, before], inCounty).findings)).toEqual([
    'warning rollup/left-out 没有计入甲 局2023年度的报告：不是 2024 年度的',
    broken,
  ]);
});

test('cell by cell beside the total that was published', () => {
  const inputs = [report('甲局', { [RECEIVED]: 3, [STAFF]: '1.5' }), report('乙镇', { 'cases.received.firms': null })];
  const against = report('县政府', {
    [RECEIVED]: 5,
    [STAFF]: { value: '15000', unit: '元' },
    'cases.carriedOver.people': null,
  });
  const { compared, findings } = rollUp(inputs, { ...inCounty, against });
  const resultOf = (path: string) => compared.find((one) => one.path.join('.') === path);
  expect(resultOf(RECEIVED)).toMatchObject({ result: 'differs', sum: 3, published: 5, difference: '2' });
  expect(resultOf(STAFF)).toMatchObject({ result: 'equal' });
  expect(resultOf('cases.received.firms')).toMatchObject({ result: 'not-comparable', why: '合计不全' });
  expect(resultOf('cases.carriedOver.people')).toMatchObject({ result: 'not-comparable', why: '公布的这一格空着' });
  expect(findings.find(({ code }) => code === 'rollup/differs')).toMatchObject({
    path: RECEIVED.split('.'),
    found: '5',
    expected: '3',
    facts: { difference: '2' },
  });
  const other = rollUp(inputs, { ...inCounty, against: { ...against, year: 2023 } });
  expect(new Set(other.compared.map(({ why }) => why))).toEqual(new Set(['公布的是 2023 年度的']));
});

test('nobody below the whole, no year, no form', () => {
  const messageOf = (options: RollUpOptions) => {
    try {
      rollUp([], options);
      return '';
    } catch (error) {
      return error instanceof ReportError ? `${error.diagnostics[0]?.message}；${error.diagnostics[0]?.hint}` : '';
    }
  };
  expect(messageOf({ ...inCounty, agency: '县政俯', year: 2024 })).toBe('名单里没有“县政俯”的下级；是不是“县政府”？');
  expect(messageOf(inCounty)).toContain('不知道汇总哪个年度');
  expect(messageOf({ ...inCounty, year: 2024, edition: 'x' })).toContain('没有这个');
});

test('what is written down is a report that is read back as it is', () => {
  const previous = report('县政府', {}, { year: 2023, title: ['第一行：“甲”', '# 第二行'] });
  const inputs = handed(['甲局', 1], ['乙镇\n# 二', null]);
  for (const blankAsZero of [false, true]) {
    const rolled = rollUp(inputs, {
      agency: '县政府\n: "x"',
      forms,
      previous: { ...previous, agency: { name: '县政府' } },
      blankAsZero,
    });
    const { report: back } = readReport(totalText(rolled), 'total.yaml', { forms });
    expect(back).toEqual(rolled.report);
  }
});

test('of very many that are missing no more are told than one answer holds, and each cell names the first of them', () => {
  const names = Array.from({ length: 1200 }, (_, i) => `第${i}镇`);
  const many = listOf(Object.fromEntries(names.map((name) => [name, '县政府'])));
  const rolled = rollUp(handed(['第0镇', 1]), { ...inCounty, agencies: many, year: 2024 });
  expect(told(rolled.findings)).toEqual(['error rollup/missing 1199 个机关没有2024年度的报告，合计不全']);
  expect(rolled.findings[0]?.found).toMatch(/、第100镇 等 1199 个机关$/u);
  const late = names.map((name): readonly [string, number, object] => [
    name,
    1,
    { year: name === '第0镇' ? 2024 : 2023 },
  ]);
  const { findings } = rollUp(handed(...late), { ...inCounty, agencies: many, year: 2024 });
  expect(findings.length).toBe(1001);
  expect(findings.at(-1)).toMatchObject({ code: 'findings/more', severity: 'error' });
  const text = totalText(rolled);
  expect(text).toContain('等 1199 个机关\n');
  expect(text.match(/第150镇/gu)?.length).toBe(1);
});

test('very many without a report are told at once, each of them by name', () => {
  const names = Array.from({ length: 30 }, (_, i) => `第${i}镇`);
  const list = listOf(Object.fromEntries(['甲局', ...names].map((name) => [name, '县政府'])));
  const { findings } = rollUp(handed(['甲局', 1], ['第3镇', 1, { year: 2023 }]), {
    ...inCounty,
    year: 2024,
    agencies: list,
  });
  expect(told(findings)).toEqual([
    'error rollup/missing 29 个机关没有2024年度的报告，合计不全',
    'error rollup/missing 没有“第3镇”2024年度的报告，合计不全',
    expect.stringContaining('rollup/left-out'),
  ]);
  expect(findings[0]?.found?.split('、')).toEqual(names.filter((name) => name !== '第3镇'));
});

test('who has asked for blanks as 0 is not told to ask for it', () => {
  const hints = [false, true].map((blankAsZero) =>
    rollUp(handed(['甲局', null], ['乙镇', 2]), { ...inCounty, blankAsZero }).findings.map(({ hint }) => hint),
  );
  expect(hints).toEqual([[expect.stringContaining('--blank-as-zero')], ['请这个机关补填，没有的填 0']]);
});

test('a published report of another agency is compared, and told', () => {
  const against = (name: string) =>
    rollUp(handed(['甲局', 1], ['乙镇', 2]), { ...inCounty, against: report(name, { [RECEIVED]: 3 }) });
  expect(told(against('县 政府').findings)).toEqual([]);
  const { findings, compared } = against('邻县');
  expect(told(findings)).toEqual(['warning rollup/other-agency 用来比较的报告是另一机关的，照样比较了']);
  expect(compared.find(({ path }) => path.join('.') === RECEIVED)?.result).toBe('equal');
});

test('last year’s reports that are none of a child of that year are told', () => {
  const before = (...of: Parameters<typeof handed>) =>
    told(rollUp(handed(['甲局', 1], ['乙镇', 2]), { ...inCounty, before: handed(...of) }).findings);
  expect(before(['乙镇', 1, { year: 2023 }], ['邻局', 1, { year: 2022 }])).toEqual([]);
  expect(before(['乙镇', 1, { year: 2022 }], ['邻局', 1, { year: 2023 }])).toEqual([
    'warning rollup/left-out 上年的 2 份报告都没有用上，没有核对与上年是否相接：没有下级机关 2023 年度的',
  ]);
});

test.each([
  ['', '没有写汇总的机关'],
  [' 　', '没有写汇总的机关'],
])('a whole without a name is refused: %j', (agency, message) => {
  expect(() => rollUp(handed(['甲局', 1]), { agency, forms })).toThrow(message);
});

test('a year of which no form is in force is told as such', () => {
  expect(() => rollUp(handed(['甲局', 1]), { agency: '县政府', forms, year: 1990 })).toThrow('1990 年度没有施行的格式');
});
