import { describe, expect, test } from '@jest/globals';
import { findings } from './minimal.js';

// Where rules on the text speak and where they are silent. Reports of 2025 by 示例县示例局, in which all figures are 0.

const codesIn = (changes: Parameters<typeof findings>[0], codes: readonly string[]) =>
  findings(changes)
    .map(({ code }) => code)
    .filter((code) => codes.includes(code));
const inOverview = (text: string, ...codes: string[]) => codesIn({ 'narrative.overview': text }, codes);

describe('a typed figure', () => {
  const received = { 'requests.received.naturalPerson': 3119, 'requests.received.total': 3119 };
  const stated = (text: string) =>
    codesIn({ ...received, 'narrative.overview': text }, ['text/figure', 'text/unbound']);
  const bound = (text: string) => stated(`{{agency.name}}：${text}`);

  test.each([
    '全年收到政府信息公开申请3118件。',
    '全年收到政府信息公开申请 3118 件。',
    '全年收到政府信息公开申请3,118件。',
    '全年共收到申请3118件。',
    '收到各类申请3118件，均已答复。',
    '新收依申请公开政府信息公开申请3118件。',
  ])('that differs from the table is told: %s', (text) => {
    expect(stated(text)).toEqual(['text/figure']);
  });

  test.each(['全年收到政府信息公开申请3,119件。', '全年共收到申请 3119 件。'])(
    'that agrees could be bound, in a text that binds others: %s',
    (text) => {
      expect(bound(text)).toEqual(['text/unbound']);
      expect(stated(text)).toEqual([]);
    },
  );

  test.each([
    '全年收到政府信息公开申请{{requests.received.total}}件。',
    '收到行政许可申请12件。',
    '收到信访件3118件。',
    '全年收到政府信息公开申请0.3万件。',
    '全市备案的收到政府信息公开申请3118件。',
  ])('is silent of: %s', (text) => {
    expect(stated(text)).toEqual([]);
  });
});

describe('parts of a total', () => {
  test.each([
    '公开信息44条，其中规划1条，建设2条，其他38条。',
    '公开信息221条，其中网站145条、微博60条、微信26条。',
    '公开信息1,221条，其中网站1,145条、微博60条、其他26条。',
  ])('that do not add up are told: %s', (text) => {
    expect(inOverview(text, 'text/parts')).toEqual(['text/parts']);
  });

  test.each([
    '公开信息44条，其中规划1条，建设2条，其他41条。',
    '公开信息221条，其中网站145条、微博60条。',
    '公开信息3,221条，其中网站2,145条、微博1,060条、其他16条。',
    '公开信息221条，其中网站145条；收到来信300件，其中答复299件。',
  ])('is silent of: %s', (text) => {
    expect(inOverview(text, 'text/parts')).toEqual([]);
  });
});

describe('the year before', () => {
  test.each([
    '2024年，我局公开信息5条。',
    '（一）主动公开。2024年我局公开信息5条。',
    '公开及时。2024年全县共公开信息5条。',
    '2024年度，公开信息5条。',
    '2025年，我局计划增加图解。',
  ])('left in is told: %s', (text) => {
    expect(inOverview(text, 'text/wrong-year')).toEqual(['text/wrong-year']);
  });

  test.each([
    '2025年，我局公开信息5条。',
    '2024年，我局公开信息5条，2025年比上年增加3条。',
    '2024年12月印发的办法自2025年1月1日起施行。',
    '根据2024年度考核结果，我局改进了工作。',
    '与2024年相比，公开更加及时。',
    '2025年，我局把雨露计划作为公开的重中之重。',
    '2025年，科技计划项目全部公示。',
    '2025年，招生计划、学区划分均已公布。',
  ])('is silent of: %s', (text) => {
    expect(inOverview(text, 'text/wrong-year')).toEqual([]);
  });
});

test.each([
  ['政府信息公开公开指南更新不及时。', true],
  ['干部对此认识认识不足。', true],
  ['更新不不及时。', true],
  ['我局继续继续推进，公开内容不够全面。', true],
  ['信息公开公开栏管理不到位。', false],
  ['机关事业单位单位内部管理。', false],
  ['不得不不断加强学习。', false],
])('a word that is typed twice is told, and two words that meet are not: %s', (text, isTold) => {
  expect(inOverview(text, 'text/doubled')).toEqual(isTold ? ['text/doubled'] : []);
});

describe('lines of a page that were read as paragraphs', () => {
  const told = (lines: readonly string[], ...codes: string[]) => codesIn({ 'narrative.overview': lines }, codes);

  test.each([
    [['示例县示例局根据《中华人民共和国政府', '信息公开条例》做好公开工作。']],
    [['全年公开政务信息，开设了《“法律明白人”', '说》等专栏。']],
  ])('may part brackets: %j', (lines) => {
    expect(told(lines, 'text/unbalanced')).toEqual([]);
  });

  test('do not hide a bracket that none of them closes', () => {
    const lines = ['示例县示例局根据《中华人民共和国政府', '信息公开条例做好公开工作。'];
    expect(told(lines, 'text/unbalanced')).toEqual(['text/unbalanced']);
  });

  test('may part a number from its unit, and the columns of a table', () => {
    expect(told(['本年度收到的政府信息公开申请 351', '件，均已答复。'], 'text/unit')).toEqual([]);
    expect(told(['自然人          总计'], 'text/stray-space')).toEqual([]);
  });
});

describe('half-width marks in Chinese', () => {
  test.each([
    '网址http://www.example.gov.cn,电话见下。',
    '及时,准确。',
    '公开(解读)。',
    '坚持"五公开"。',
    '公开信息.',
    '公开信息. 及时。',
  ])('are told: %s', (text) => {
    expect(inOverview(text, 'text/half-width')).not.toEqual([]);
  });

  test.each([
    '见http://示例.政务/年报。',
    '见http://www.example.gov.cn/政务公开/年报.html。',
    '网址http://www.example.gov.cn/a,b。',
    '热线12345，8:30至18:00。',
    '占87.5%。',
    '1.公开。',
  ])('are let be: %s', (text) => {
    expect(inOverview(text, 'text/half-width')).toEqual([]);
  });
});

describe('what correcting makes of a text', () => {
  /** The text with what its findings of a rule would put in it. */
  const corrected = (text: string, code: string) =>
    findings({ 'narrative.overview': text })
      .filter((one) => one.code === code)
      .flatMap(({ fix }) => fix?.edits ?? [])
      .toSorted((a, b) => columnOf(b.place) - columnOf(a.place))
      .reduce((now, { place, words, replacement }) => {
        const at = columnOf(place) - 1;
        return now.slice(0, at) + replacement + now.slice(at + words.length);
      }, text);
  const columnOf = (place: object | undefined) => (place && 'column' in place ? Number(place.column) : 0);

  test.each([
    ['整合热线，"12345"热线受理诉求。', '整合热线，“12345”热线受理诉求。'],
    ['坚持"五公开"，用好"Open Data"平台。', '坚持“五公开”，用好“Open Data”平台。'],
    ['坚持"五公开和“两化”。', '坚持"五公开和“两化”。'],
    ['坚持“五公开"和"两化”。', '坚持“五公开"和"两化”。'],
    ['已支持 (IPv6) 访问。1)加强管理。', '已支持 (IPv6) 访问。1)加强管理。'],
    ['公开(解读(含图解)和回应)。', '公开（解读（含图解）和回应）。'],
    ['公开（解读)和回应。', '公开（解读）和回应。'],
    ['一.加强组织领导。二.加强培训。', '一.加强组织领导。二.加强培训。'],
    ['（一）.加强组织领导,落实责任。', '（一）.加强组织领导，落实责任。'],
  ])('marks of half width: %s', (text, right) => {
    expect(corrected(text, 'text/half-width')).toBe(right);
  });

  test.each([
    ['贯彻《关于印发<示例县要点>的通知》。', '贯彻《关于印发〈示例县要点〉的通知》。'],
    ...[
      '见<a title="公开指南">指南。',
      '依法公开<!--中文注释-->信息。',
      '收到申请<此处填写>件。',
      '印发《要点》<此处填写>。',
      '贯彻《<span title="要点">要点》。',
    ].map((text) => [text, text] as const),
  ])('brackets of code, of placeholders and of titles: %s', (text, right) => {
    expect(corrected(text, 'text/debris')).toBe(right);
    expect(inOverview(text, 'text/debris')).not.toEqual([]);
  });
});

describe('what was left to be filled in', () => {
  test.each([
    '公开XX条。',
    '公开xx条。',
    '公开××条。',
    '公开**条。',
    '公开____条。',
    '公开条数待填。',
    '（此处填写条数）',
  ])('is told: %s', (text) => {
    expect(inOverview(text, 'text/placeholder')).toEqual(['text/placeholder']);
  });

  test.each([
    [{ 'narrative.overview': '｛｛year｝｝年公开。' }, '用半角花括号'],
    [{ 'narrative.overview': '\\{{year}}年公开。' }, '用半角花括号'],
    [{ addressee: '{{agency.name}}：' }, '这里不能用变量'],
    [{ title: ['{{agency.name}}示例县示例局', '2025年政府信息公开工作年度报告'] }, '这里不能用变量'],
    [{ tables: { overview: [{ columns: ['项'], rows: [{ label: '甲', values: ['{{year}}'] }] }] } }, '这里不能用变量'],
    [{ 'agency.name': '{{x}}局' }, '这里不能用变量'],
  ])('braces that would be printed are: %j', (changes, hint) => {
    const told = findings(changes).filter(({ code }) => code === 'text/placeholder');
    expect(told.map(({ message }) => message)).toEqual([expect.stringMatching(/会照样印出 (?:\{\{|｛｛)/)]);
    expect(`${told[0]?.message}${told[0]?.hint}`).toContain(hint);
  });

  test.each(['网址www.xxgk.gov.cn。', '面积5×3米。', '邮箱xx@example.cn。', '等待补充材料的申请。'])(
    'is not: %s',
    (text) => {
      expect(inOverview(text, 'text/placeholder')).toEqual([]);
    },
  );
});

describe('who the opening says writes the report', () => {
  const opening = (text: string) => codesIn({ 'narrative.preamble': text }, ['author/mismatch']);

  test.each(['本报告由别的县教育局根据《条例》编制。', '别的县教育局按照《条例》要求，编制本报告。'])(
    'is another agency: %s',
    (text) => {
      expect(opening(text)).toEqual(['author/mismatch']);
    },
  );

  test.each([
    '示例县示例局根据《条例》编制本报告。',
    '本报告由示例县示例局编制。',
    '我局按照《条例》编制本报告。',
    '根据《条例》和示例县人民政府的要求，编制本报告。',
    '按照国务院办公厅编制的格式，现公布本报告。',
    '本机关根据县政府办公室按照《条例》提出的要求编制本报告。',
  ])('is the agency, or nobody by name: %s', (text) => {
    expect(opening(text)).toEqual([]);
  });
});

describe('counting', () => {
  test.each([
    ['一是领导。一是培训。二是考核。三是督查。', ['二是']],
    ['一是领导。一是培训。三是考核。', ['二是']],
    ['一是领导。一是培训。一是考核。', ['二是', '三是']],
  ])('that begins twice is told once for each number: %s', (text, expected) => {
    const found = findings({ 'narrative.overview': text }).filter(({ code }) => code === 'text/enumerator');
    expect(found.map((one) => one.expected)).toEqual(expected);
  });

  test.each(['一是公开。三是解读。', '一是公开。二是解读。二是回应。'])('that is not right is told: %s', (text) => {
    expect(inOverview(text, 'text/enumerator')).not.toEqual([]);
  });

  test.each(['一是公开。二是解读。', '一是公开。二是解读。一是培训；二是考核。', '统一是原则。'])(
    'is right: %s',
    (text) => {
      expect(inOverview(text, 'text/enumerator')).toEqual([]);
    },
  );
});

test('a variable where nothing fills it is told, wherever it is printed', () => {
  const found = findings({
    title: '示例县示例局2025年报告{{year}}',
    headings: { overview: '一、{{year}}年总体情况' },
    tables: { overview: [{ columns: ['{{year}}年'], rows: [{ values: ['{{agency.name}}'] }] }] },
    'narrative.overview': '{{year}}年，本机关依法公开信息。',
  }).filter(({ code }) => code === 'text/placeholder');
  expect(found.map(({ path }) => path.join('.')).toSorted()).toEqual([
    'headings.overview',
    'tables.overview.0.columns.0',
    'tables.overview.0.rows.0.values.0',
    'title',
  ]);
  expect(found[0]?.message).toContain('会照样印出 {{');
});

describe('long texts of an odd kind', () => {
  test.each([
    '其中1件，',
    '三是公开。',
    '政.',
    '｛｛',
    '《<政策>》',
    '（此处',
    '（',
    '截至2023年底，',
    '分别为1件、2件，',
  ])('are assessed: %s', (piece) => {
    expect(inOverview(piece.repeat(15_000 / piece.length), 'text/too-long')).toEqual(['text/too-long']);
  });
});
