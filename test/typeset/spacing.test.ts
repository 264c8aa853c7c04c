import { describe, expect, test } from '@jest/globals';
import { fc } from '../fast-check.js';
import { plainProse, prose, proseWithAddresses, widths } from './random-text.js';
import { drawn, gapAfter, gapsOf, SIZE, set, textOf, WIDTH } from './setting.js';

const CLOSING = new Set('、，。：；！？）》〉”’');
const OPENING = new Set('（《〈“‘');

/** Where the ink of a line may end: a full-width closing mark at the edge may hang by its blank half. */
function rightEdge(line: Parameters<typeof drawn>[0]): number {
  const last = drawn(line).at(-1);
  const isMark = last !== undefined && CLOSING.has(last.character) && last.end - last.x > 0.9 * SIZE;
  return (last?.end ?? 0) - (isMark ? SIZE / 2 : 0);
}

/** Rounding of positions to a thousandth of a point, over the characters of a line. */
const ROUNDING = 0.03;

/** In characters: how much closer than side by side two of them may stand in a line that is compressed. */
const UNSEEN = 0.06;

describe('every line of any text', () => {
  test('stays within its measure, by its own account and as it is drawn', () => {
    fc.assert(
      fc.property(proseWithAddresses, widths, (text, characters) => {
        const width = characters * SIZE;
        const wider = set(text, { width }).filter((line, i) => {
          const room = i === 0 ? width - 2 * SIZE : width;
          return line.width > room + 0.01 || rightEdge(line) > room + ROUNDING;
        });
        expect(wider).toEqual([]);
      }),
    );
  });

  test('but the last fills it exactly', () => {
    fc.assert(
      fc.property(plainProse, widths, (text, characters) => {
        const width = characters * SIZE;
        for (const [i, line] of set(text, { width }).slice(0, -1).entries()) {
          const room = i === 0 ? width - 2 * SIZE : width;
          expect(Math.abs(line.width - room)).toBeLessThanOrEqual(0.01);
          expect(Math.abs(rightEdge(line) - room)).toBeLessThanOrEqual(ROUNDING);
        }
      }),
    );
  });

  test('but the last fills it exactly also on the grid of 28 characters', () => {
    fc.assert(
      fc.property(plainProse, (text) => {
        for (const [i, line] of set(text, { width: WIDTH, pitch: WIDTH / 28 })
          .slice(0, -1)
          .entries()) {
          const room = i === 0 ? WIDTH - 2 * SIZE : WIDTH;
          expect(Math.abs(line.width - room)).toBeLessThanOrEqual(0.01);
        }
      }),
    );
  });

  test('is not stretched if it is the last, or not justified', () => {
    fc.assert(
      fc.property(plainProse, widths, (text, characters) => {
        const ragged = set(text, { width: characters * SIZE, justify: false });
        const last = set(text, { width: characters * SIZE }).slice(-1);
        expect([...ragged, ...last].flatMap(gapsOf).filter((gap) => gap > 0.001)).toEqual([]);
      }),
    );
  });

  test('keeps —— and …… closed however it is stretched', () => {
    fc.assert(
      fc.property(prose, widths, (text, characters) => {
        for (const line of set(text, { width: characters * SIZE })) {
          const pairs = [...textOf(line).matchAll(/——|……/g)];
          for (const { index } of pairs) expect(Math.abs(gapAfter(line, index))).toBeLessThanOrEqual(0.001);
        }
      }),
    );
  });

  test('never lets two characters overlap by more than nobody sees, but for the blank halves of marks', () => {
    fc.assert(
      fc.property(prose, widths, (text, characters) => {
        const overlaps = set(text, { width: characters * SIZE }).flatMap((line) => {
          const all = drawn(line);
          return gapsOf(line).filter((gap, i) => {
            const [a = '', b = ''] = [all[i]?.character, all[i + 1]?.character];
            const blanks = (CLOSING.has(a) ? 0.5 : 0) + (OPENING.has(b) ? 0.5 : 0);
            return gap < -blanks - UNSEEN - 0.002;
          });
        });
        expect(overlaps).toEqual([]);
      }),
    );
  });
});

describe('by example, in lines that are not stretched', () => {
  const gaps = (text: string) => {
    const [line] = set(text, { justify: false });
    return line ? gapsOf(line).map((gap) => Math.round(gap * 100) / 100) : [];
  };

  test('two marks of which one turns its blank half to the other take a character and a half', () => {
    expect(gaps('公。”公')).toEqual([0, -0.5, 0]);
    expect(gaps('公》，公')).toEqual([0, -0.5, 0]);
    expect(gaps('公：“公')).toEqual([0, -0.5, 0]);
    expect(gaps('公《〈公')).toEqual([0, -0.5, 0]);
    expect(gaps('公。公')).toEqual([0, 0]);
  });

  test('a quarter stands between Chinese characters and figures or letters, none within or at a mark', () => {
    expect(gaps('共12条')).toEqual([0.25, 0, 0.25]);
    expect(gaps('达100%的')).toEqual([0.25, 0, 0, 0, 0.25]);
    expect(gaps('用App办')).toEqual([0.25, 0, 0, 0.25]);
    expect(gaps('（12）')).toEqual([0, 0, 0]);
    expect(gaps('共，12')).toEqual([0, 0, 0]);
  });

  test('an opening bracket at the beginning of a line is moved out by its blank half, but not at that of a paragraph', () => {
    const [first, second] = set(`（${'公'.repeat(27)}（公开）公开。`, { indent: 0 });
    const starts = [first, second].map((line) => line && drawn(line)[0]);
    expect(starts.map((start) => start?.character)).toEqual(['（', '（']);
    expect(starts[0]?.x).toBeCloseTo(0);
    expect(starts[1]?.x).toBeCloseTo(-SIZE / 2);
  });
});

describe('a line that nothing else keeps from wide gaps', () => {
  const hanGaps = (text: string) => {
    const line = set(text, { width: 28 * SIZE })[0];
    const all = line ? drawn(line).map(({ character }) => character) : [];
    return line ? gapsOf(line).filter((_, i) => /^\p{Script=Han}{2}$/u.test(`${all[i]}${all[i + 1]}`)) : [];
  };

  test('is wider at its marks, where readers pause, than within its words', () => {
    const gaps = hanGaps('一是点多、线长、面广，最远的查阅点距管委会驻地1234.56公里，公开服务半径过大。');
    expect(gaps.length).toBeGreaterThan(10);
    expect(Math.max(...gaps)).toBeLessThan(0.1);
  });

  test('is pressed if that takes in the figure at its end', () => {
    const gaps = hanGaps('（二）服务。行政要求结果机关数据保障办理申请6894412亩，业务措施和政府信息公开改进。');
    expect(Math.min(...gaps)).toBeLessThan(-0.036);
  });
});
