import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { lineClassOf, mayBegin, mayEnd } from '../../src/unicode/line-class.js';
import { lineBreakData } from './line-break-source.mjs';

test('the classes in the sources are those of the pinned Unicode data: `npm run unicode` writes them', async () => {
  expect(readFileSync('src/unicode/line-break-data.ts', 'utf8')).toBe(await lineBreakData());
});

const able = (characters: string, may: typeof mayBegin) =>
  [...characters].filter((one) => may(lineClassOf(one))).join('');

test('no line begins with a closing mark, a sign behind a figure, a connector, a dot, a slash or an iteration mark', () => {
  const marks =
    '、，。．：；！？）］｝〗】〕》〉」』”’)]},.:;!?%％‰℃°′″㎡²～〜~－–‐-—―…⋯·・•‧/／々〻ゝヽー〃\u00A0\u202F\u2060\u2011';
  expect(able(marks, mayBegin)).toBe('');
});

test('no line ends with an opening mark, a sign before a figure or a slash', () => {
  expect(able('（［｛〖【〔《〈「『“‘([{￥¥$＄€№±＋/／\u00A0\u202F\u2060\u2011', mayEnd)).toBe('');
});

test('with characters, letters and figures lines begin and end', () => {
  expect(able('年报AaбΩ0９①〇㈠', (line) => mayBegin(line) && mayEnd(line))).toBe('年报AaбΩ0９①〇㈠');
  expect(able('（“《', mayBegin)).toBe('（“《');
  expect(able('）”》，—～％', mayEnd)).toBe('）”》，—～％');
});
