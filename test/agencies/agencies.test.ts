import { expect, test } from '@jest/globals';
import { agencyBook } from '../../src/agencies/agency-book.js';
import { agencyKey } from '../../src/agencies/agency-name.js';
import { gapsIn, repeatedIn, seriesOf, yearsBetween } from '../../src/agencies/series.js';
import { type Limits, parseAgencies, ReportError } from '../../src/index.js';
import { fc } from '../fast-check.js';

function problemsOf(text: string): readonly string[] {
  try {
    parseAgencies(text, 'list.csv');
    return [];
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    return error.diagnostics.map(({ place, message, found }) => {
      const at = place !== undefined && 'line' in place ? `${place.line}:${place.column}` : '';
      return `${at} ${message}（${found}）`;
    });
  }
}

test.each([
  ['某县 财政局', '某县财政局'],
  ['　某县财政局\u200b', '某县财政局'],
  ['某县⼈⺠政府', '某县人民政府'],
  ['某县财政局（公章）', '某县财政局'],
  ['某县财政局（国有资产办）', '某县财政局(国有资产办)'],
  ['某县财政局〔国有资产办〕', '某县财政局（国有资产办）'],
  ['“某县财政局”', '某县财政局'],
  ['某县财政局。', '某县财政局'],
  ['积石山保安族东乡族撒拉族自治县阿布都•热合曼办公室', '积石山保安族东乡族撒拉族自治县阿布都·热合曼办公室'],
])('one name however it is spelled: %s', (one, other) => {
  expect(agencyKey(one)).toBe(agencyKey(other));
});

test.each([
  ['某市人民政府办公室', '某市人民政府办公厅'],
  ['某县财政局', '某县财政局（国有资产办）'],
  ['某县一中', '某县二中'],
])('different agencies: %s, %s', (one, other) => {
  expect(agencyKey(one)).not.toBe(agencyKey(other));
});

test('a list with a title, other columns, names over lines, and a superior that is not listed', () => {
  const text = [
    '某县机关名单,,,',
    '名称,类别,曾用名,上级',
    '某县财政局,部门,"某县财税局、某县\n国资局",某县人民政府',
    ',,,',
    '"某镇""新""政府",乡镇,,某县 财政局',
  ].join('\r\n');
  const { agencies, warnings } = parseAgencies(text, 'list.csv');
  expect(agencies).toEqual([
    {
      name: '某县财政局',
      former: ['某县财税局', '某县国资局'],
      above: '某县人民政府',
      others: { 类别: '部门' },
      line: 3,
      column: 1,
    },
    { name: '某镇"新"政府', former: [], above: '某县财政局', others: { 类别: '乡镇' }, line: 6, column: 1 },
  ]);
  expect(warnings.map(({ severity, message }) => [severity, message])).toEqual([
    ['warning', '上级“某县人民政府”不在名单上'],
  ]);
});

test('a superior that is not listed is taken for a slip only if one agency alone has it', () => {
  const hintOf = (text: string) => parseAgencies(text, 'list.csv').warnings.map(({ hint }) => hint);
  expect(hintOf('名称,上级\n临溪县民政局,临溪县人民政府\n临溪县司法局,临溪县人民政府')).toEqual([
    expect.not.stringContaining('是不是'),
  ]);
  expect(hintOf('名称,上级\n临溪县民政局,\n某敬老院,临溪县民政')).toEqual([
    expect.stringContaining('是不是“临溪县民政局”'),
  ]);
});

test.each([
  ['名称;上级\n甲;乙\n'],
  ['名称\t上级\n甲\t乙'],
  ['名称，上级\r甲，乙\r'],
  ['\uFEFF单位名称,上级机关\n"甲",乙'],
])('as other programs and people write lists: %j', (text) => {
  expect(parseAgencies(text, 'list.csv').agencies).toMatchObject([{ name: '甲', above: '乙', line: 2 }]);
});

test.each([
  ['机关号,上级\n1,2\n', ['1:1 名单没有“名称”一列（机关号、上级）']],
  ['', ['1:1 名单没有“名称”一列（空的）']],
  ['名称\n\n', ['1:1 名单里没有机关（只有表头）']],
  ['名称,上级\n甲,\n"乙,\n', ['3:1 引号不成对，后面的分不清格（"乙,\n）']],
  ['名称,上级\n"甲"乙,\n', ['2:1 引号不成对，后面的分不清格（"甲"乙,\n）']],
  [
    '序号,名称,上级\n1,甲,\n2,,甲\n3,甲 ,\n4,乙,丙\n5,丙,乙\n6,丁,丁',
    [
      '3:3 这一行没有机关名称（名称是空的）',
      '4:3 “甲”列了两次（第 2 行已有）',
      '5:3 上级绕了一圈，又回到自己（乙 → 丙 → 乙）',
      '7:3 上级绕了一圈，又回到自己（丁 → 丁）',
    ],
  ],
])('everything that is wrong with a list, at its place: %j', (text, problems) => {
  expect(problemsOf(text)).toEqual(problems);
});

test('what is quoted comes back as it was, whatever it is, at its line and column', () => {
  const name = fc
    .stringMatching(/^[\u4e00-\u9fff",;\n，]{1,12}$/u)
    .filter((text) => agencyKey(text) !== '' && !/^(?:名称|单位|机关)/u.test(text));
  fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 5, selector: agencyKey }), (names) => {
      const quoted = names.map((text) => `x,"${text.replaceAll('"', '""')}"`);
      const { agencies } = parseAgencies(['备注,名称', ...quoted].join('\n'), 'list.csv');
      let line = 2;
      for (const [i, text] of names.entries()) {
        expect(agencies[i]).toMatchObject({ name: text.replaceAll('\n', ''), line, column: 3 });
        line += text.split('\n').length;
      }
    }),
    { numRuns: 300 },
  );
});

const book = agencyBook(
  parseAgencies('名称,曾用名,上级\n新局,旧局,县政府\n甲局,老局,县政府\n乙局,老局,甲局\n', 'list.csv').agencies,
);

test('a quotation mark that is not closed is told, however much is behind it', () => {
  expect(problemsOf(`名称,备注\n甲局,"${'局'.repeat(9_000_000)}`)).toHaveLength(1);
});

test('agencies are found by their names and by those that they alone had', () => {
  expect(['新 局', '旧局', '老局', '无局'].map((name) => book.find(name)?.name)).toEqual([
    '新局',
    '新局',
    undefined,
    undefined,
  ]);
  expect(book.childrenOf('县 政府').map(({ name }) => name)).toEqual(['新局', '甲局']);
});

test('agencies are found without the place before their names, or with one that the list leaves out, if only one can be meant', () => {
  const county = [
    '名称,曾用名,上级',
    '临溪县财政局,临溪县财税局,临溪县人民政府',
    '临溪县城关镇人民政府,,临溪县人民政府',
    '东门街道办事处,,临溪县人民政府',
    '临溪县市场监督管理局,,临溪县人民政府',
    '临溪县人民政府办公室,,临溪县人民政府',
    '南平市审计局,,南平市人民政府',
    '临溪县审计局,,临溪县人民政府',
  ];
  const { find } = agencyBook(parseAgencies(county.join('\n'), '名单.csv').agencies);
  const found: readonly (readonly [name: string, meant: string | undefined])[] = [
    ['财政局', '临溪县财政局'],
    ['县财政局', '临溪县财政局'],
    ['临溪财政局', '临溪县财政局'],
    ['县财税局', '临溪县财政局'],
    ['福建省南平市临溪县财政局', '临溪县财政局'],
    ['城关镇人民政府', '临溪县城关镇人民政府'],
    ['临溪县东门街道办事处', '东门街道办事处'],
    ['南平市临溪县东门街道办事处', '东门街道办事处'],
    ['临溪县市场监督管理局（临溪县知识产权局）', '临溪县市场监督管理局'],
    ['县人民政府办公室', '临溪县人民政府办公室'],
    ['县审计局', '临溪县审计局'],
    // Of two nobody knows which; another place has an agency of its own.
    ['审计局', undefined],
    ['白石县财政局', undefined],
    ['白石县东门街道办事处', undefined],
    ['临溪县财政局（汇总）', undefined],
    ['人民政府办公室', undefined],
    ['城关镇', undefined],
  ];
  expect(found.map(([name]) => [name, find(name)?.name])).toEqual(found);
});

test('without a list, names with and without their place are one series, if there is only one such place', () => {
  const all = [
    '临溪县城关镇人民政府',
    '城关镇人民政府',
    '南平市临溪县城关镇人民政府',
    '甲县财政局',
    '乙县财政局',
    '财政局',
  ];
  const series = seriesOf(
    all.map((agency, i) => ({ agency, year: 2020 + i })),
    agencyBook([]),
  );
  expect(series.map(({ agency, years }) => [agency, ...years.keys()])).toEqual([
    ['南平市临溪县城关镇人民政府', 2020, 2021, 2022],
    ['甲县财政局', 2023],
    ['乙县财政局', 2024],
    ['财政局', 2025],
  ]);
});

test('reports as series of agencies, with gaps and with those that were handed in twice', () => {
  const handed = [
    { agency: '新局', year: 2023, total: 1 },
    { agency: '旧局', year: 2021, total: 2 },
    { agency: '他局', year: 2022, total: 3 },
    { agency: '新局（公章）', year: 2023, total: 1 },
    { agency: '他 局', year: 2022, total: 4 },
  ];
  const series = seriesOf(handed, book);
  expect(series.map(({ agency, years }) => [agency, ...years.keys()])).toEqual([
    ['新局', 2021, 2023],
    ['甲局'],
    ['乙局'],
    ['他 局', 2022],
  ]);
  expect(repeatedIn(series, (one, other) => one.total === other.total)).toMatchObject([
    { agency: '新局', year: 2023, isSame: true },
    { agency: '他 局', year: 2022, isSame: false },
  ]);
  expect(yearsBetween(handed)).toEqual([2021, 2022, 2023]);
  expect(gapsIn(series, [2021, 2022]).map(({ agency, year }) => `${agency.name}${year}`)).toEqual([
    '甲局2021',
    '乙局2021',
    '新局2022',
    '甲局2022',
    '乙局2022',
  ]);
});

test('a list has no more rows and columns than the limits, and blank rows are none', () => {
  const codesOf = (text: string, limits: Limits = {}): readonly string[] => {
    try {
      parseAgencies(text, 'list.csv', { limits });
      return [];
    } catch (error) {
      return error instanceof ReportError ? error.diagnostics.map(({ code, found }) => `${code} ${found}`) : [];
    }
  };
  expect(codesOf(`名称,上级\n${'甲,\n'.repeat(60_000)}`)).toEqual(['read/too-large 超过 20000 行']);
  expect(codesOf(`名称${',备注'.repeat(600)}\n甲`)).toEqual(['read/too-large 超过 500 列']);
  expect(codesOf(`名称${','.repeat(16_000)}\n甲${','.repeat(16_000)}`)).toEqual([]);
  expect(codesOf(`名称,上级\n甲,\n${',\n'.repeat(60_000)}乙,`)).toEqual([]);
  expect(codesOf(`名称\n"甲\n${'甲\n'.repeat(500)}"`)).toEqual(['read/too-large 超过 500 字']);
  expect(codesOf('名称\n甲\n乙', { listRows: 2 })).toEqual(['read/too-large 超过 2 行']);
});

test('what is too large is called a list, not a report; a name that is too long is told with its row', () => {
  const thrownBy = (list: string) => {
    try {
      parseAgencies(list, 'list.csv', { limits: { listRows: 3, nameCharacters: 4 } });
      return undefined;
    } catch (error) {
      return error instanceof ReportError ? error.diagnostics[0] : error;
    }
  };
  expect(thrownBy('名称\n甲\n乙\n丙\n')).toMatchObject({
    message: 'list.csv 太大，不像一份机关名单',
    hint: expect.stringContaining('listRows'),
  });
  expect(thrownBy('名称\n甲局\n甲县教育局\n')).toMatchObject({
    message: 'list.csv 里的一个机关名称太长',
    place: { file: 'list.csv', line: 3 },
  });
});

test('what a list says besides is told of the cells that it has', () => {
  const { agencies } = parseAgencies('名称,电话,地址\n甲,1\n乙,2,某路\n丙,3,\n', 'list.csv');
  expect(agencies.map(({ others }) => others)).toEqual([
    { 电话: '1' },
    { 电话: '2', 地址: '某路' },
    { 电话: '3', 地址: '' },
  ]);
});

test('former names are parted by new lines as well; what means none is no name', () => {
  const { agencies, warnings } = parseAgencies('名称,曾用名,上级\n甲局,"旧局\n老局",无\n乙局,—,－\n', 'list.csv');
  expect(agencies.map(({ former, above }) => [former, above])).toEqual([
    [['旧局', '老局'], undefined],
    [[], undefined],
  ]);
  expect(warnings).toEqual([]);
});

test('a former name that another agency has, or had as well, is told', () => {
  const { warnings } = parseAgencies('名称,曾用名\n甲局,老局\n乙局,老局、甲局、乙局\n', 'list.csv');
  expect(warnings.map(({ message, place }) => [message, place])).toEqual([
    ['曾用名“老局”，第 2 行的机关也用或用过', { file: 'list.csv', line: 3, column: 1 }],
    ['曾用名“甲局”，第 2 行的机关也用或用过', { file: 'list.csv', line: 3, column: 1 }],
  ]);
});
