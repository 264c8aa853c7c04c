import { describe, expect, test } from '@jest/globals';
import { checkReport, composeReport, documentTexts, parseReport } from '../../src/index.js';
import type { TextItem } from '../../src/typeset/page.js';
import { minimal, problemsOf, type Raw, short } from '../input/example.js';
import { pagesOf } from '../typeset/pages.js';

// Several agencies that sign (联合行文), and to whom a report is addressed.

const [OWN, OTHER] = ['示例县示例局', '示例县示范工作委员会'];
const DATE = '2026-01-20';
const signed = (agency: unknown, name = OWN): Raw => ({
  year: 2025,
  agency: { name },
  signoff: { agency, date: DATE },
});
const signersIn = (changes: Raw): readonly string[] => {
  const signoff = composeReport(parseReport(minimal(changes))).blocks.at(-1);
  return signoff?.kind === 'signoff' ? signoff.agencies : [];
};

describe('who signs', () => {
  test.each<[unknown, readonly string[]]>([
    [OWN, [OWN]],
    [undefined, [OWN]],
    [
      [OWN, OTHER],
      [OWN, OTHER],
    ],
    [`${OWN}　${OTHER}`, [OWN, OTHER]],
    [`${OWN}　　　${OTHER}`, [OWN, OTHER]],
    [`${OWN}   ${OTHER}`, [OWN, OTHER]],
    [`${OWN}\n${OTHER}\n`, [OWN, OTHER]],
    [`${OWN}\r\n${OTHER}`, [OWN, OTHER]],
    ['示例县　示例局', ['示例县　示例局']],
    ['示 例 县 示 例 局', ['示 例 县 示 例 局']],
    ['教　育　局', ['教　育　局']],
  ])('%j', (agency, expected) => {
    expect(signersIn(JSON.parse(JSON.stringify(signed(agency))))).toEqual(expected);
    expect(documentTexts(composeReport(parseReport(minimal(signed(agency))))).slice(-1 - expected.length)).toEqual([
      ...expected,
      '2026年1月20日',
    ]);
  });

  test('a list of none, and what is no name, are refused', () => {
    for (const agency of [[], [''], [1], {}, '']) {
      const found = problemsOf(() => parseReport(minimal(signed(agency))));
      expect(found.map(({ path }) => path.slice(0, 2).join('.'))).toEqual(['signoff.agency']);
    }
  });
});

describe('the rule on sign-offs', () => {
  const findings = (agency: unknown, name?: string) =>
    checkReport(parseReport(minimal({ ...signed(agency, name), narrative: { preamble: '引言。' } }))).map(short);

  test.each<[unknown, string | undefined]>([
    [[OWN, OTHER], undefined],
    [[OTHER, OWN], undefined],
    [`${OWN}　${OTHER}`, undefined],
    [[OWN, OTHER], `${OWN}、${OTHER}`],
    [[OWN, OTHER], `${OWN}　${OTHER}`],
  ])('has nothing to say of %j for %s', (agency, name) => {
    expect(findings(agency, name)).toEqual([]);
  });

  test('wants the agency among those that sign', () => {
    expect(findings([OTHER, '别的县别的局'])).toEqual(['signoff/mismatch signoff.agency']);
    expect(findings('别的县别的局')).toEqual(['signoff/mismatch signoff.agency']);
  });
});

test('templates print the names with 、 between them', () => {
  const narrative = { overview: '由{{signoff.agency}}发布。' };
  const texts = documentTexts(composeReport(parseReport(minimal({ ...signed([OWN, OTHER]), narrative }))));
  expect(texts).toContain(`由${OWN}、${OTHER}发布。`);
});

const linesOf = (changes: Raw): readonly TextItem[] => {
  const pages = pagesOf(composeReport(parseReport(minimal(changes))));
  return pages.flatMap(({ items }) => items.filter((item): item is TextItem => item.kind === 'text'));
};
const textIn = ({ runs }: TextItem): string => runs.map(({ text }) => text).join('');
const ending = ({ x, runs }: TextItem): number => x + Math.max(...runs.map((run) => run.x + run.width));

const RIGHT = (210 - 26) * (72 / 25.4) - 2 * 16;
const DAY = '2026年1月20日';

describe('the names stand one below the other and end together', () => {
  const placed = (agencies: readonly string[]) => {
    const lines = linesOf(signed(agencies));
    return [...agencies, DAY].map((text) => lines.findLast((line) => textIn(line) === text) as TextItem);
  };

  test('two characters from the right, and the date begins two after the last', () => {
    const [first, second, date] = placed([OWN, OTHER]) as [TextItem, TextItem, TextItem];
    expect(ending(first)).toBeCloseTo(RIGHT, 1);
    expect(ending(second)).toBeCloseTo(RIGHT, 1);
    expect(date.x - second.x).toBeCloseTo(32, 3);
    expect(first.baseline).toBeLessThan(second.baseline);
    expect(second.baseline).toBeLessThan(date.baseline);
  });

  test('further left above a date longer than the last, which ends two characters from the right', () => {
    const [first, second, date] = placed([OTHER, OWN]) as [TextItem, TextItem, TextItem];
    expect(ending(date)).toBeCloseTo(RIGHT, 1);
    expect(ending(first)).toBeCloseTo(ending(second), 1);
    expect(date.x - second.x).toBeCloseTo(32, 3);
  });
});

describe('a name too long for a line', () => {
  const LONG = '示例自治县特色农牧业与清洁能源综合示范区管理委员会办公室';
  const inLines = (agency: string | readonly string[]) =>
    linesOf(signed(agency, typeof agency === 'string' ? agency : OWN)).slice(-5);

  test('is broken between its words, and the date begins two characters after it', () => {
    const lines = inLines(LONG);
    const names = lines.filter((line) => LONG.includes(textIn(line)));
    const date = lines.find((line) => textIn(line) === DAY) as TextItem;
    expect(names.map(textIn)).toEqual(['示例自治县特色农牧业与清洁能源综合示范区', '管理委员会办公室']);
    expect(names.map(({ x }) => x - date.x)).toEqual([expect.closeTo(-32, 3), expect.closeTo(-32, 3)]);
    expect(ending(names[0] as TextItem)).toBeCloseTo(RIGHT, 1);
  });

  test('stands below another in the same way', () => {
    const names = inLines([OWN, LONG]).map(textIn);
    expect(names.slice(-5, -1)).toEqual([OWN, '示例自治县特色农牧业与清洁能源综合示范区', '管理委员会办公室', DAY]);
  });
});

describe('the addressee', () => {
  const addressee = '县政府办公室，县委宣传部，县司法局，县档案馆，县图书馆，各乡镇人民政府，各街道办事处：';

  test('stands between title and preamble, as typed, all its lines flush left', () => {
    const changes = { addressee, narrative: { preamble: '引言。' } };
    const texts = documentTexts(composeReport(parseReport(minimal(changes))));
    expect(texts.slice(1, 3)).toEqual([addressee, '引言。']);
    const lines = linesOf(changes);
    const from = lines.findIndex((line) => addressee.startsWith(textIn(line)));
    const to = lines.findIndex((line) => textIn(line) === '引言。');
    expect(lines.slice(from, to).map(textIn).join('')).toBe(addressee);
    expect(to - from).toBeGreaterThan(1);
    for (const { x } of lines.slice(from, to)) expect(x).toBeCloseTo(28 * (72 / 25.4), 3);
  });

  test('is checked, and cannot be empty', () => {
    const codes = checkReport(parseReport(minimal({ addressee: '县政府,各局:' }))).map(short);
    expect(codes).toEqual(['text/half-width addressee']);
    expect(problemsOf(() => parseReport(minimal({ addressee: '' }))).map(short)).toEqual(['shape/value addressee']);
  });
});
