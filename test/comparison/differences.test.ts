import { type AnyReport, type Comparison, compareReports, parseReport, ReportError } from '../../src/index.js';
import { fc } from '../fast-check.js';
import { fixture } from '../readers/fixtures.mjs';
import { small } from '../reading/page.js';

// What lies between reports, cell by cell and paragraph by paragraph.

const COLUMNS = ['naturalPerson', 'organization.business', 'organization.other'];

/** A year of the same agency with other figures and texts. */
function year(of: number, counts: readonly number[], problems: readonly string[] = [], fees: unknown = '12.50') {
  const [person = 0, business = 0, other = 0] = counts;
  const received = { naturalPerson: person, organization: { business, other } };
  return parseReport({
    ...small,
    year: of,
    narrative: { ...small.narrative, ...(problems.length > 0 && { problems }) },
    disclosure: { ...small.disclosure, fees: { amount: fees } },
    requests: { fill: 0, totals: 'compute', received },
  } as never);
}

const counts = fc.array(fc.nat(1e9), { minLength: 3, maxLength: 3 });
const words = fc.uniqueArray(
  fc.string({
    unit: fc.constantFrom(...'政务公开栏目更新及时解读形式不够丰富培训加强领导'),
    minLength: 6,
    maxLength: 30,
  }),
  { minLength: 2, maxLength: 6 },
);

const cellAt = ({ sections }: Comparison, path: string) => {
  const cell = sections.flatMap(({ cells }) => cells).find((one) => one.path === path);
  if (cell === undefined) throw new Error(`there is no ${path}`);
  return cell;
};
const textsOf = ({ sections }: Comparison, key: string, step = 0) => {
  const texts = sections.find((section) => section.key === key)?.texts[step];
  if (texts === undefined) throw new Error(`there are no texts of ${key}`);
  return texts;
};

const yinchuan = parseReport(JSON.parse(fixture('2019/yinchuan-2020.json').text));

test('old and difference make new, step by step; the other way round they are taken away', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(counts, { minLength: 2, maxLength: 4 }), async (all) => {
      const years = all.map((one, i) => year(2021 + i, one));
      const [there, back] = [await compareReports(years), await compareReports(years.toReversed())];
      for (const column of COLUMNS) {
        const path = `requests.received.${column}`;
        const { values, changes } = cellAt(there, path);
        const others = cellAt(back, path).changes.toReversed();
        for (const [i, change] of changes.entries()) {
          const difference = 'difference' in change ? change.difference?.value : undefined;
          expect(Number(values[i]?.value) + Number(difference)).toBe(Number(values[i + 1]?.value));
          expect(others[i]).toMatchObject({
            difference: { value: difference === '0' ? '0' : String(-Number(difference)) },
          });
        }
      }
    }),
    { numRuns: 8 },
  );
});

test('a report and itself have no difference', async () => {
  for (const report of [small, yinchuan, year(2023, [1, 2, 3])]) {
    const { kind, sections } = await compareReports([report, report]);
    expect(kind).toBe('versions');
    for (const { cells, texts } of sections) {
      expect(cells.flatMap(({ changes }) => changes).filter(({ status }) => status !== 'same')).toEqual([]);
      expect(texts.map(({ renewed, paragraphs }) => ({ renewed, paragraphs }))).toEqual(
        texts.map(() => ({ renewed: 0, paragraphs: [] })),
      );
    }
  }
});

test('amounts are compared in their units, exactly; what counts something else is told', async () => {
  const between = async (before: unknown, after: unknown) => {
    const reports = [year(2023, [1], [], before), year(2024, [1], [], after)];
    return cellAt(await compareReports(reports), 'disclosure.fees.amount').changes[0];
  };
  expect(await between('0.3', '0.1')).toMatchObject({ difference: { value: '-0.2', unit: '万元' }, share: '-66.7' });
  expect(await between('1.5', { value: '15000', unit: '元' })).toMatchObject({ status: 'same' });
  expect(await between({ value: '0.01', unit: '亿元' }, '100.0000001')).toMatchObject({
    difference: { value: '0.0000001', unit: '万元' },
  });
  expect(await between({ value: 3, unit: '美元' }, 3)).toEqual({
    status: 'incomparable',
    why: '单位不同：美元、万元',
  });
  expect(await between(null, 3)).toMatchObject({ status: 'incomparable', why: '前一份这一格空着' });
  expect(await between('0', '5')).toEqual({ status: 'changed', difference: { value: '5', unit: '万元' } });
});

test('cells that only one edition has are told as such, and answer to no other', async () => {
  const later = parseReport({ ...small, year: 2021, agency: yinchuan.agency } as never);
  const comparison = await compareReports([yinchuan, later]);
  expect(cellAt(comparison, 'disclosure.rules.issued')).toMatchObject({
    values: [null, { value: '1' }],
    changes: [{ status: 'incomparable', why: '2020年用的格式（2019年版）没有这一格' }],
  });
  expect(cellAt(comparison, 'disclosure.procurement.amount').changes).toEqual([
    { status: 'incomparable', why: '2021年用的格式（2021年版）没有这一格' },
  ]);
  expect(cellAt(comparison, 'disclosure.licensing.decisions').changes[0]?.status).toBe('changed');
});

test('paragraphs that have changed places have moved; nothing of them is new or gone', async () => {
  await fc.assert(
    fc.asyncProperty(words, fc.nat(), async (before, seed) => {
      const after = before.map((_, i) => before[(i + 1 + (seed % (before.length - 1))) % before.length] ?? '');
      const reports = [before, after].map((texts) =>
        year(
          2024,
          [1],
          texts.map((text) => `${text}。`),
        ),
      );
      const { same, renewed, paragraphs } = textsOf(await compareReports(reports), 'problems');
      expect(paragraphs.map(({ kind }) => kind)).toEqual(paragraphs.map(() => 'moved'));
      expect(paragraphs.length).toBeGreaterThan(0);
      expect(same + renewed + paragraphs.length).toBe(before.length);
      for (const { from = 0, to = 0, pieces } of paragraphs) {
        expect(`${before[from - 1]}。`).toBe(pieces.map(({ text }) => text).join(''));
        expect(before[from - 1]).toBe(after[to - 1]);
      }
    }),
    { numRuns: 20 },
  );
});

test('the pieces of a changed paragraph are both texts', async () => {
  const sentence = fc.string({ unit: fc.constantFrom(...'本年收到申请12件3办结公开0.5率ab ，'), maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(sentence, sentence, async (one, other) => {
      const [before, after] = [one, other].map((text) => `下一年度将加强学习培训，及时更新公开内容。${text.trim()}完`);
      const reports = [before, after].map((text) => year(2024, [1], [text ?? '']));
      for (const { kind, pieces } of textsOf(await compareReports(reports), 'problems').paragraphs) {
        const without = (which: string) => pieces.filter((piece) => piece.kind !== which).map(({ text }) => text);
        expect(kind).toBe('changed');
        expect(without('added').join('')).toBe(before);
        expect(without('removed').join('')).toBe(after);
      }
    }),
    { numRuns: 25 },
  );
});

test('what is gone is told before what has come in its place', async () => {
  const [gone, come] = [
    ['网站的检索功能不便使用。', '培训的次数太少。'],
    ['各科室报送材料时常延误，质量也不高。', '答复文书还不规范，说理不足。'],
  ];
  const rest = '公开的及时性有待提高。';
  const reports = [
    [rest, ...(gone ?? []), '群众知晓度低。'],
    [rest, ...(come ?? []), '群众知晓度低。'],
  ].map((texts, i) => year(2023 + i, [1], texts));
  const { paragraphs } = textsOf(await compareReports(reports), 'problems');
  expect(paragraphs.map(({ kind, from, to }) => [kind, from ?? to])).toEqual([
    ['removed', 2],
    ['removed', 3],
    ['added', 2],
    ['added', 3],
  ]);
});

test('numerals change as a whole; texts that say the same of another year are no difference', async () => {
  const before = year(2023, [1], ['全年收到申请128件，均已办结。', '2023年的培训不够。']);
  const after = year(2024, [1], ['全年收到申请125件，均已办结。', '2024年的培训不够。']);
  const { renewed, paragraphs } = textsOf(await compareReports([before, after]), 'problems');
  expect(renewed).toBe(1);
  expect(paragraphs).toEqual([
    {
      kind: 'changed',
      from: 1,
      to: 1,
      pieces: [
        { kind: 'same', text: '全年收到申请' },
        { kind: 'removed', text: '128' },
        { kind: 'added', text: '125' },
        { kind: 'same', text: '件，均已办结。' },
      ],
    },
  ]);
});

test.each([
  ['as it was', '网站的检索功能已经改版。', [{ kind: 'same', text: '网站的检索功能已经改版。' }]],
  [
    'with a change',
    '网站的检索功能尚未改版。',
    [
      { kind: 'same', text: '网站的检索功能' },
      { kind: 'removed', text: '已经' },
      { kind: 'added', text: '尚未' },
      { kind: 'same', text: '改版。' },
    ],
  ],
])('a paragraph that stands in another section has moved, %s', async (_, now, pieces) => {
  const [problem, fee] = ['公开的及时性有待提高。', '本年度未收取信息处理费。'];
  const [before, after] = [
    { ...small.narrative, problems: [problem, '网站的检索功能已经改版。'], other: fee },
    { ...small.narrative, problems: [problem], other: [fee, now] },
  ].map((narrative): AnyReport => ({ ...small, narrative }));
  const comparison = await compareReports([before as AnyReport, after as AnyReport]);
  expect(textsOf(comparison, 'problems').paragraphs).toEqual([]);
  expect(textsOf(comparison, 'other').paragraphs).toEqual([
    { kind: 'moved', from: 2, to: 2, fromSection: 'problems', pieces },
  ]);
});

test('a title, a heading, a section that is gone, and a sign-off of its own are told', async () => {
  const signed = (day: string): AnyReport => ({ ...small, signoff: { agency: small.agency.name, date: day } });
  const other: AnyReport = {
    ...signed('2025-01-10'),
    title: `${small.agency.name}关于2024年政府信息公开工作的报告`,
    headings: { overview: '一、总体公开工作情况' },
    absent: { other: '没有其他事项' },
  };
  const framed = async (one: AnyReport, two: AnyReport) =>
    textsOf(await compareReports([one, two]), 'title').paragraphs;
  const whole = ({ pieces }: { readonly pieces: readonly { readonly kind: string; readonly text: string }[] }) =>
    pieces.flatMap(({ kind, text }) => (kind === 'removed' ? [] : [text])).join('');
  const changes = await framed(signed('2025-01-07'), other);
  expect(changes.map((change) => [change.kind, whole(change)])).toEqual([
    ['changed', `标题：${other.title}`],
    ['changed', '一、总体公开工作情况'],
    ['removed', ''],
    ['changed', '日期：2025年1月10日'],
  ]);
  expect(await framed({ ...signed('2024-01-07'), year: 2023 }, signed('2025-01-10'))).toEqual([]);
  const names = (name: string): AnyReport => ({ ...signed('2025-01-07'), agency: { name }, signoff: undefined });
  expect(await framed(names('甲县财政局'), names('甲县民政局'))).toEqual([]);
});

describe('what can be compared', () => {
  const agency = (name: string): AnyReport => ({ ...small, agency: { name } });

  test('agencies of one year, each with the first; names may be written otherwise', async () => {
    const { kind, reports, steps } = await compareReports(['甲局', '乙局', '丙局'].map(agency));
    expect({ kind, labels: reports.map(({ label }) => label) }).toEqual({
      kind: 'agencies',
      labels: ['甲局', '乙局', '丙局'],
    });
    expect(steps).toEqual([
      { from: 0, to: 1 },
      { from: 0, to: 2 },
    ]);
    const spelled = { ...agency('示例县（东区） 甲局'), year: 2023 };
    expect((await compareReports([spelled, agency('示例县(东区)甲局')])).kind).toBe('years');
  });

  const problemOf = async (...[reports, options]: Parameters<typeof compareReports>) => {
    const error = await compareReports(reports, options).then(
      () => undefined,
      (thrown) => thrown,
    );
    return error instanceof ReportError ? error.diagnostics[0] : error;
  };

  test('nothing else, and what was found is told', async () => {
    const mixed = [agency('甲局'), { ...agency('乙局'), year: 2023 }];
    expect(await problemOf(mixed)).toMatchObject({
      code: 'usage/argument',
      found: '甲局2024年政府信息公开工作年度报告；乙局2023年政府信息公开工作年度报告',
    });
    expect(await problemOf([small])).toMatchObject({ code: 'usage/argument' });
    expect(await problemOf([])).toMatchObject({ code: 'usage/argument', found: '一份也没有' });
    expect(await problemOf([small, small, { ...small, year: 2023 }])).toMatchObject({ code: 'usage/argument' });
    expect(await problemOf(mixed, { isOneAgency: true })).toBeUndefined();
  });
});
