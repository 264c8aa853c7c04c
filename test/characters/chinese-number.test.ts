import { expect, test } from '@jest/globals';
import { chineseNumber } from '../../src/characters/chinese-number.js';

test.each([
  ['12', 12],
  ['２０２４', 2024],
  ['二〇二四', 2024],
  ['二○二四', 2024],
  ['一', 1],
  ['十', 10],
  ['十二', 12],
  ['三十一', 31],
  ['两', 2],
  ['两百', 200],
  ['三百零五', 305],
  ['一千二百三十四', 1234],
])('%s', (numeral, number) => {
  expect(chineseNumber(numeral)).toBe(number);
});
