import { describe, expect, test } from '@jest/globals';
import {
  checkReport,
  defineForm,
  editions,
  type Form,
  parseReport,
  prepareReport,
  stops,
  toDocx,
  toPdf,
} from '../../src/index.js';
import { minimal } from '../rules/minimal.js';
import { fontWith } from './font-files.js';
import { everything, FIELDS, type Field, readBack, refusals, reportWith } from './reports.js';

const codes = (raw: object) => everything(raw).map(({ code }) => code);

/** The unit of a figure must fit in its cell. */
const LONG = FIELDS.filter((field) => field !== 'unit');
const inAllFields = (text: string) => reportWith(Object.fromEntries(LONG.map((field) => [field, text])));

/** Where a break is meant. */
const BREAKS: readonly Field[] = [
  'title',
  'narrative.overview',
  'signoff.agency',
  'stubhead',
  'column',
  'label',
  'value',
];

describe('what prints otherwise than it was typed', () => {
  const CASES = [
    ['a tab', '1\t2', 'text/space', '1 2'],
    ['an em space', '甲\u2003乙', 'text/space', '甲 乙'],
    ['a narrow no-break space', '1\u202f000', 'text/space', '1\u00a0000'],
    ['a zero-width space', '甲\u200b乙', 'text/invisible', '甲乙'],
    ['a byte order mark', '\ufeff甲乙', 'text/invisible', '甲乙'],
    ['a soft hyphen', '0951\u00ad8575022', 'text/invisible', '09518575022'],
    ['a word joiner', '甲\u2060乙', 'text/invisible', '甲乙'],
    ['marks of direction around a number', '\u202d0951-8575022\u202c\u200e', 'text/invisible', '0951-8575022'],
    ['a selector of emoji style', '☑\ufe0f已办', 'text/invisible', '☑已办'],
    ['a radical', '⽂件', 'text/radical', '文件'],
  ] as const;

  test.each(CASES)('is told in every field: %s', (_, typed, code) => {
    for (const field of FIELDS) {
      const found = everything(reportWith({ [field]: `始${typed}终` })).filter((one) => one.code === code);
      expect({ field, found: found.map(({ severity }) => severity) }).toEqual({ field, found: ['warning'] });
      expect(found[0]?.path.length).toBeGreaterThan(0);
    }
  });

  test('prints the same in every field and format', async () => {
    const join = (texts: readonly string[]) => `始${texts.join('、')}终`;
    const { pdf, docx } = await readBack(inAllFields(join(CASES.map(([, typed]) => typed))));
    for (const text of [pdf, docx]) {
      expect(text.split(join(CASES.map(([, , , prints]) => prints)))).toHaveLength(LONG.length + 1);
    }
  });
});

describe('what no format prints is refused, in every field', () => {
  test.each([
    ['a line separator', '甲\u2028乙', 'text/line-break'],
    ['a paragraph separator', '甲\u2029乙', 'text/line-break'],
    ['a lost character', '甲\ufffd乙', 'text/forbidden-character'],
    ['a lost object', '甲\ufffc乙', 'text/forbidden-character'],
    ['a tag', '甲\u{e0041}乙', 'text/forbidden-character'],
    ['an annotation', '甲\ufff9乙', 'text/forbidden-character'],
    ['a Hangul filler', '甲\u3164乙', 'text/forbidden-character'],
    ['a right-to-left override', '甲\u202e乙', 'text/forbidden-character'],
    ['a non-character', '甲\ufdd0乙', 'text/forbidden-character'],
    ['a selector of another form', '葛\u{e0100}', 'text/forbidden-character'],
    ['a stray mark', '公\u0301', 'text/combining'],
    ['a circle around a character', '1\u20dd', 'text/combining'],
    ['a keycap', '1\ufe0f\u20e3', 'text/combining'],
    ['a family', '👩\u200d👧', 'text/combining'],
    ['a skin tone', '👍🏽', 'text/combining'],
    ['a flag', '🇨🇳', 'text/combining'],
    ['a private character', '甲\ue863乙', 'font/missing-glyph'],
    ['an emoji', '好😀', 'font/missing-glyph'],
    ['an ideograph of extension G', '𰻝', 'font/missing-glyph'],
    ['an unassigned character', '甲\u{3fffd}乙', 'font/missing-glyph'],
    ['a syllable of Hangul', '한', 'font/missing-glyph'],
  ])('%s', (_, typed, code) => {
    for (const field of FIELDS) {
      const found = refusals(reportWith({ [field]: `始${typed}终` }));
      expect({ field, codes: [...new Set(found.map((one) => one.code))] }).toEqual({ field, codes: [code] });
      for (const { path, hint } of found) expect([path.length > 0, hint === '']).toEqual([true, false]);
    }
  });

  test.each([
    ['شىنجاڭ ئۇيغۇر', '维吾尔文、哈萨克文等阿拉伯字母'],
    ['བོད་ཡིག', '藏文'],
    ['ᠮᠣᠩᠭᠣᠯ', '蒙古文、满文、锡伯文等字母'],
    ['עברית', '希伯来文'],
    ['ภาษาไทย', '泰文'],
    ['မြန်မာ', '缅甸文'],
    ['हिन्दी', '印地文、泰米尔文等印度文字'],
    ['ខ្មែរ', '高棉文'],
    ['\u1112\u1161\u11ab', '没有拼成音节的谚文字母'],
    ['ꦗꦮ', '需要连写、重排或从右向左排的文字'],
  ])('%s is refused by the name of its script, whatever the font', (typed, name) => {
    for (const fonts of [undefined, { body: fontWith({ [[...typed][0] ?? '']: '国' }) }]) {
      const found = refusals(reportWith({ 'narrative.overview': `本机关${typed}信息。` }), fonts);
      expect(found).toMatchObject([
        { code: 'text/script', message: `文字里有${name}`, path: ['narrative', 'overview'] },
      ]);
      expect(found[0]?.hint).toContain('换字体也不行');
    }
  });

  test('a character without a glyph says which it is and what helps', () => {
    const told = (typed: string) => refusals(reportWith({ 'narrative.overview': `本机关${typed}。` }))[0];
    expect(told('𰻝')).toMatchObject({ message: '字体里没有“𰻝”（U+30EDD，扩展 G 区）' });
    expect(told('𪜀')).toMatchObject({ message: '字体里没有“𪜀”（U+2A700，扩展 C 区）' });
    expect(told('\ue863')?.hint).toContain('自造字');
    expect(told('𝐀')?.hint).toContain('改用 A');
  });

  test('a character without a glyph stops no Word file, which is drawn with the fonts of whoever opens it', async () => {
    const report = parseReport(reportWith({ 'narrative.overview': '本机关在𰻝路。' }));
    await expect(toPdf(report)).rejects.toThrow('U+30EDD');
    expect(await toDocx(report)).toBeInstanceOf(Uint8Array);
    const [told] = prepareReport(report, { formats: ['docx'] }).findings.filter(({ code }) => code.startsWith('font/'));
    expect(told).toMatchObject({ code: 'font/missing-glyph', severity: 'warning' });
    expect(prepareReport(report, { formats: ['docx', 'pdf'] }).findings.some(stops)).toBe(true);
  });
});

describe('a line feed', () => {
  test.each(FIELDS)('in %s', (field) => {
    const found = refusals(reportWith({ [field]: '始甲\n乙终' })).map(({ code }) => code);
    expect(found).toEqual(BREAKS.includes(field) ? [] : ['text/line-break']);
  });

  test('in the agency’s address is refused where the address is printed', () => {
    const raw = (preamble: string) =>
      minimal({ 'agency.address': '甲路\n乙号', 'agency.telephone': '0951\u200b1', 'narrative.preamble': preamble });
    const found = everything(raw('地址：{{agency.address}}；电话：{{agency.telephone}}。'));
    expect(found.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'text/invisible agency.telephone',
      'text/line-break agency.address',
    ]);
    expect(everything(raw('本报告依法编制。'))).toEqual([]);
  });

  test('at the end of a text is cut off', () => {
    for (const field of FIELDS) expect(refusals(reportWith({ [field]: '\n　甲乙 \n' }))).toEqual([]);
  });
});

describe('a text without anything to see is none', () => {
  test.each([' ', '　', '\u00a0', '\t\n', '\u200b', ' \ufeff ', '\u3164', '\u00ad'])('%j', (blank) => {
    for (const field of [
      'title',
      'agency.name',
      'signoff.agency',
      'caption',
      'column',
      'unit',
      'narrative.overview',
    ] as const) {
      expect({ field, refused: refusals(reportWith({ [field]: blank })).length > 0 }).toEqual({ field, refused: true });
    }
  });
});

test('white space around texts is cut off, and inside them kept', async () => {
  const { pdf, docx } = await readBack(
    reportWith({ 'agency.name': '　示例县\u00a0示例局 \u00a0', caption: ' 甲 乙　' }),
  );
  for (const text of [pdf, docx]) {
    expect(text).toContain('示例县\u00a0示例局');
    expect(text).toContain('甲 乙');
    expect(text).not.toMatch(/ 甲|乙\u3000|\u3000示例/u);
  }
});

test('what was right stays right', async () => {
  const typed = 'CO₂、PM₂.₅、10⁵、m²、㎡、℃、‰、①、Ⅳ、Việt、a·b、№5、x≤5、5′30″、−3、‑3、－3、-3、‐3、〇、𠮟、鿍';
  const all = inAllFields(`始${typed}终`);
  expect(codes(all).filter((code) => code.startsWith('font') || /script|combining|character/.test(code))).toEqual([]);
  const { pdf, docx } = await readBack(all);
  for (const text of [pdf, docx]) expect(text.split(`始${typed}终`)).toHaveLength(LONG.length + 1);
});

test('a mark over its letter is drawn as one, and copied as it was typed', async () => {
  const typed = 'Caf\u0065\u0301、n\u0303、ệ、か\u3099';
  const all = inAllFields(`始${typed}终`);
  const { pdf, docx } = await readBack(all);
  for (const text of [pdf, docx]) expect(text.split(`始${typed}终`)).toHaveLength(LONG.length + 1);
});

test('what a form of one’s own prints itself is held to the same', () => {
  const [first, ...others] = editions['2021'].sections;
  const own = defineForm({
    ...editions['2021'],
    id: 'own',
    sections: [{ ...first, heading: '一、总体𰻝情况' }, ...others],
  } as Form);
  const report = parseReport({ ...reportWith({}), edition: 'own' }, { forms: [own] });
  expect(checkReport(report, { forms: [own] }).filter(stops)).toMatchObject([
    { code: 'font/missing-glyph', path: ['headings', 'overview'] },
  ]);
});
