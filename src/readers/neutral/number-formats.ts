const DIGITS = '〇一二三四五六七八九';

/** A number up to 99 as Chinese counts: 十二. */
function counted(value: number): string {
  if (value < 10) return DIGITS[value] ?? '';
  if (value > 99) return [...String(value)].map((digit) => DIGITS[Number(digit)]).join('');
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${tens === 1 ? '' : DIGITS[tens]}十${ones === 0 ? '' : DIGITS[ones]}`;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  let rest = Math.min(value, 99);
  return ROMAN.map(([size, letters]) => {
    const times = Math.floor(rest / size);
    rest -= times * size;
    return letters.repeat(times);
  }).join('');
}

const letter = (value: number): string => String.fromCharCode(64 + (((value - 1) % 26) + 1));
/** One of a row of signs, over and over. */
const cyclic =
  (signs: string) =>
  (value: number): string =>
    signs[(value - 1) % signs.length] ?? '';

/** A number as money is written. */
const formally = (value: number): string =>
  counted(value)
    .replace(/^十/u, '一十')
    .replace(/[〇一二三四五六七八九十]/gu, (digit) => '零壹贰叁肆伍陆柒捌玖拾'[`${DIGITS}十`.indexOf(digit)] ?? '');

const circled = (value: number): string => (value <= 20 ? String.fromCharCode(0x245f + value) : String(value));

/** The formats of Word's automatic numbers that Chinese documents use (ECMA-376, ST_NumberFormat); others count in Arabic figures. */
const FORMATS: { readonly [format: string]: (value: number) => string } = {
  chineseCounting: counted,
  chineseCountingThousand: counted,
  chineseLegalSimplified: formally,
  ideographTraditional: cyclic('甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: cyclic('子丑寅卯辰巳午未申酉戌亥'),
  decimalEnclosedParen: (value) => (value <= 20 ? String.fromCharCode(0x2473 + value) : `(${value})`),
  decimalEnclosedFullstop: (value) => (value <= 20 ? String.fromCharCode(0x2487 + value) : `${value}.`),
  ideographDigital: counted,
  japaneseCounting: counted,
  taiwaneseCountingThousand: counted,
  taiwaneseCounting: counted,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalFullWidth: (value) => [...String(value)].map((digit) => String.fromCharCode(0xff10 + Number(digit))).join(''),
  decimalZero: (value) => String(value).padStart(2, '0'),
  upperLetter: letter,
  lowerLetter: (value) => letter(value).toLowerCase(),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
};

/** A number as a list of this format prints it. */
export function inFormat(value: number, format: string): string {
  if (value < 1) return String(value);
  return (FORMATS[format] ?? String)(value);
}
