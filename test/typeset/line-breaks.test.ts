import { describe, expect, test } from '@jest/globals';
import { fc } from '../fast-check.js';
import { prose, proseWithAddresses, widths } from './random-text.js';
import { SIZE, set, textsOf } from './setting.js';

const lines = (text: string, characters: number) => textsOf(set(text, { width: characters * SIZE }));

const FORBIDDEN_FIRST = /^[、，。：；！？）》〉」』】〕”’·—]/;
const FORBIDDEN_LAST = /[（《〈「『【〔“‘]$/;

describe('lines of any text', () => {
  test('hold every character once and in order', () => {
    fc.assert(
      fc.property(proseWithAddresses, widths, (text, width) => {
        expect(lines(text, width).join('')).toBe(text);
      }),
    );
  });

  test('never begin with a closing mark, never end with an opening one', () => {
    fc.assert(
      fc.property(proseWithAddresses, widths, (text, width) => {
        const all = lines(text, width);
        for (const line of all.slice(1)) expect(line).not.toMatch(FORBIDDEN_FIRST);
        for (const line of all.slice(0, -1)) expect(line).not.toMatch(FORBIDDEN_LAST);
      }),
    );
  });

  test('never split —— or ……', () => {
    fc.assert(
      fc.property(prose, widths, (text, width) => {
        const joined = lines(text, width).join('\n');
        expect(joined).not.toMatch(/—\n—|…\n…/);
      }),
    );
  });

  test('never split a figure from its digits, its sign or its unit', () => {
    const figures = /[+-]?\d+(?:\.\d+)?(?:条|件|%|年|万元|人次|次|个百分点|个|平方米|‰|亿元)/g;
    fc.assert(
      fc.property(prose, widths, (text, width) => {
        const joined = lines(text, width).join('\n');
        expect(joined.match(figures)).toEqual(text.match(figures));
      }),
    );
  });

  test.each(['3 件', '10 余万元', '第 12 批次', '50 kg', '100以上', '100 左右', '10人（次）', '10家(户)', '30分贝'])(
    'keep %s together, whatever stands before it',
    (figure) => {
      for (let before = 1; before < 20; before++) {
        expect(lines(`${'甲'.repeat(before)}${figure}，乙乙`, 12).join('\n')).toContain(figure);
      }
    },
  );

  test.each([
    '4.加',
    '4.“互',
    '4.《条',
    '4.（含',
    '4. “互',
    '4．加',
    '12、《条',
    '4.  加',
    '3）“公',
    '（4）“公',
    '四、“公',
  ])('keep the label %s with what it is the label of', (label) => {
    for (let before = 1; before < 20; before++)
      expect(lines(`${'甲'.repeat(before)}。${label}乙乙乙，乙乙`, 12).join('\n')).toContain(label);
  });

  test('do not end with a line of one character', () => {
    fc.assert(
      fc.property(prose, widths, (text, width) => {
        const all = lines(text, width);
        const last = (all.at(-1) ?? '').replace(/[、，。：；！？（）《》〈〉“”‘’—…]/g, '');
        if (all.length > 1) expect([...last].length).toBeGreaterThanOrEqual(2);
      }),
    );
  });
});

describe('by example', () => {
  const fill = (characters: number) => '公'.repeat(characters);
  const unindented = (text: string) => textsOf(set(text, { indent: 0 }));

  test('“ may begin a line', () => {
    expect(unindented(`${fill(27)}化“公开”工作情况。`)[1]).toMatch(/^“公开/);
  });

  test.each(['145条', '100%', '3168.0656万元', '2020年', '-18件', '12.5万平方米', '42余人', '99.98%'])(
    '%s goes to the next line whole',
    (figure) => {
      for (let before = 20; before < 28; before++) {
        const text = unindented(`${fill(before)}${figure}公开公开公开。`);
        expect(text.some((line) => line.includes(figure.replace('余人', '')))).toBe(true);
      }
    },
  );

  test.each(['——', '……'])('%s at the edge stays whole', (mark) => {
    for (let before = 25; before < 29; before++) {
      expect(unindented(`${fill(before)}${mark}公开公开公开。`).join('\n')).toContain(mark);
    }
  });

  test('a closing mark that would begin a line is taken into the line before, or brings a character with it', () => {
    for (let before = 26; before < 30; before++) {
      for (const line of unindented(`${fill(before)}。”公开公开公开公开。`)) expect(line).not.toMatch(FORBIDDEN_FIRST);
    }
  });

  test('a last line of one character is given a second', () => {
    expect(unindented(`${fill(28)}化。`)).toEqual([fill(27), '公化。']);
    expect(unindented(`${fill(28)}公化。`)).toEqual([fill(28), '公化。']);
  });

  test('an address is broken at its joints where there is room for it', () => {
    const [first, second] = unindented(
      `本机关公开指南的网址：https://www.example.gov.cn/abcd/zwgk/${'a1/'.repeat(9)}index.html。`,
    );
    expect(first).toMatch(/\/$/);
    expect(second).toMatch(/^[a-z]/);
  });

  test('a word that no line holds is torn, but never in front of a closing mark', () => {
    const text = `${'1'.repeat(90)}。`;
    const torn = textsOf(set(text, { width: 10 * SIZE, indent: 0 }));
    expect(torn.join('')).toBe(text);
    for (const line of torn) expect(line).not.toMatch(/^。/);
  });
});
