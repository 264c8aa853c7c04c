/**
 * Scripts whose letters are joined, reordered, stacked or set from right to left. That is the work of a shaping engine, which nianbao does
 * not have: with one glyph for each character such text would be wrong in every font.
 */

/** Scripts that are right with one glyph for each character. What is in none of them is told by name. */
const PLAIN_SCRIPTS = [
  ...['Latin', 'Greek', 'Cyrillic', 'Han', 'Hiragana', 'Katakana', 'Bopomofo', 'Hangul', 'Yi', 'Lisu', 'Tai_Le'],
  ...['New_Tai_Lue', 'Tangut', 'Nushu', 'Armenian', 'Georgian', 'Cherokee', 'Ethiopic', 'Coptic', 'Braille', 'Runic'],
  ...['Ogham', 'Gothic', 'Deseret', 'Vai', 'Canadian_Aboriginal', 'Common', 'Inherited'],
];

/** The letters of Hangul that are put together to syllables. The syllables themselves are characters like any other. */
const JAMO = '\\u1100-\\u11ff\\ua960-\\ua97f\\ud7b0-\\ud7ff';

/** The blocks of two scripts that share signs with others. */
const ARABIC = '\\u0600-\\u06ff';
const MONGOLIAN = '\\u1800-\\u18af';

const others = PLAIN_SCRIPTS.map((script) => `\\p{Script=${script}}`).join('');

/** Source of a regular expression for one character of such a script. */
export const SHAPED = `(?:[^${others}\\p{Cn}\\p{Co}\\p{Cs}]|[${JAMO}${ARABIC}${MONGOLIAN}])`;

/** The names of those that are likely in a Chinese office, as patterns. */
const NAMES: readonly (readonly [pattern: RegExp, name: string])[] = [
  [new RegExp(`[\\p{Script=Arabic}${ARABIC}]`, 'u'), '维吾尔文、哈萨克文等阿拉伯字母'],
  [new RegExp(`[\\p{Script=Mongolian}${MONGOLIAN}]`, 'u'), '蒙古文、满文、锡伯文等字母'],
  [/\p{Script=Tibetan}/u, '藏文'],
  [/\p{Script=Hebrew}/u, '希伯来文'],
  [/\p{Script=Thai}/u, '泰文'],
  [/\p{Script=Lao}/u, '老挝文'],
  [/\p{Script=Khmer}/u, '高棉文'],
  [/\p{Script=Myanmar}/u, '缅甸文'],
  [/[\p{Script=Tai_Tham}\p{Script=Tai_Viet}]/u, '傣文'],
  [/\p{Script=Miao}/u, '滇东北苗文'],
  [/\p{Script=Phags_Pa}/u, '八思巴文'],
  [/\p{Script=Syriac}/u, '叙利亚文'],
  [
    /[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}]/u,
    '印地文、泰米尔文等印度文字',
  ],
  [new RegExp(`[${JAMO}]`, 'u'), '没有拼成音节的谚文字母'],
];

/** The name of the script that a character of `SHAPED` belongs to. */
export const scriptName = (character: string): string =>
  NAMES.find(([pattern]) => pattern.test(character))?.[1] ?? '需要连写、重排或从右向左排的文字';
