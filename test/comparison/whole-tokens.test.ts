import { expect, test } from '@jest/globals';
import { textPieces } from '../../src/comparison/text-pieces.js';

// What no reader would take apart is changed as a whole.

const shown = (before: string, after: string): string =>
  textPieces(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[${text}>` : `${text}]`))
    .join('');

test.each([
  ['a numeral with its sign', '本年增减-15件。', '本年增减-18件。', '本年增减[-15>-18]件。'],
  ['a numeral with decimals', '金额3168.0656万元。', '金额3168.0657万元。', '金额[3168.0656>3168.0657]万元。'],
  ['what only looks like a sign', '电话010-123转1。', '电话010-124转1。', '电话010-[123>124]转1。'],
  ['a span of years', '2022年-2023年。', '2022年-2024年。', '2022年-[2023>2024]年。'],
  ['a Chinese numeral', '发放三百二十份材料。', '发放三百五十份材料。', '发放[三百二十>三百五十]份材料。'],
  ['a Western word with accents', '举办café活动。', '举办caffè活动。', '举办[café>caffè]活动。'],
  [
    'letters whose accents are characters of their own',
    '称cafe\u0301者。',
    '称cafe\u0300者。',
    '称[cafe\u0301>cafe\u0300]者。',
  ],
  ['a word of another script', 'ئۇچۇر ئاشكارىلاش', 'ئۇچۇر ئاشكارىلىق', 'ئۇچۇر [ئاشكارىلاش>ئاشكارىلىق]'],
  [
    'a character with a variation selector',
    '葛\u{e0100}某出席。',
    '葛\u{e0101}某出席。',
    '[葛\u{e0100}>葛\u{e0101}]某出席。',
  ],
  [
    'a joined picture',
    '用👨\u200d👩\u200d👧表示。',
    '用👨\u200d👩\u200d👦表示。',
    '用[👨\u200d👩\u200d👧>👨\u200d👩\u200d👦]表示。',
  ],
  ['a character of two code units', '由𠮷某主持。', '由𠮾某主持。', '由[𠮷>𠮾]某主持。'],
])('%s', (_, before, after, pieces) => {
  expect(shown(before, after)).toBe(pieces);
});
