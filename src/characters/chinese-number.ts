const DIGITS = '〇一二三四五六七八九';
const SCALES: { readonly [character: string]: number } = { 十: 10, 百: 100, 千: 1000 };

/** The number of digits of either width, of Chinese digits one for one (二〇二四), or of counted numerals (十二, 两, 三百零五). */
export function chineseNumber(numeral: string): number {
  if (numeral.length === 1) {
    const digit = DIGITS.indexOf(numeral);
    if (digit >= 0) return digit;
  }
  const plain = numeral
    .normalize('NFKC')
    .replace(/[零○Oo]/gu, '〇')
    .replaceAll('两', '二');
  if (/^\d+$/u.test(plain)) return Number(plain);
  if (!/[十百千]/u.test(plain)) return [...plain].reduce((sum, digit) => sum * 10 + DIGITS.indexOf(digit), 0);
  let [sum, digit] = [0, 0];
  for (const character of plain) {
    const scale = SCALES[character];
    if (scale === undefined) digit = DIGITS.indexOf(character);
    else [sum, digit] = [sum + (digit === 0 ? 1 : digit) * scale, 0];
  }
  return sum + digit;
}
