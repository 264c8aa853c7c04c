import { expect, test } from '@jest/globals';
import { fc } from '../fast-check.js';
import { everything, FIELDS, type Field, readBack, refusals, reportWith } from './reports.js';

// What check accepts is rendered in every format and reads back as it was typed, but for what is told; what is not accepted is refused
// by check, under a code that says so.

/** What the documentation says is replaced or left out, by a list of its own. */
const LEFT_OUT =
  /\u034f|[\u00ad\u200b-\u200f\u202a\u202c\u202d\u2060-\u2064\u2066\u2068-\u206f\ufeff]|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu;
const readAs = (typed: string): string => typed.replace(LEFT_OUT, '').replace(/\s/gu, '');

const CODES = [
  'text/forbidden-character',
  'text/line-break',
  'text/script',
  'text/combining',
  'font/missing-glyph',
  'shape/value',
  // An amount with a unit that is blank.
  'shape/type',
  'template/empty',
];

const point = (from: number, to: number) => fc.integer({ min: from, max: to }).map((one) => String.fromCodePoint(one));

/** What stands in reports, what is pasted into them, and what no report should have. */
const odd = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('政府信息', '公开', '2025年', '3,168.06', '（一）', '“引”', 'Xi’an', 'CO₂', 'm²', 'ệ'),
  },
  { weight: 2, arbitrary: point(0x20, 0x2ff) },
  { weight: 1, arbitrary: point(0x300, 0x36f) },
  { weight: 2, arbitrary: point(0x2000, 0x206f) },
  { weight: 2, arbitrary: point(0x2070, 0x2bff) },
  { weight: 1, arbitrary: point(0x3000, 0x9fff) },
  { weight: 1, arbitrary: point(0xe000, 0xffff) },
  { weight: 1, arbitrary: point(0x1f000, 0x1ffff) },
  { weight: 1, arbitrary: point(0x20000, 0x323af) },
  { weight: 1, arbitrary: point(0xe0000, 0xe01ef) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 2 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '\t',
      '\n',
      '\r\n',
      '\u00a0',
      '\u3000',
      '\ufeff',
      '👩‍💻',
      '🇨🇳',
      'e\u0301',
      '☑️',
      '한',
      'ق',
    ),
  },
);
const text = fc.array(odd, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));

/** Handlebars and Markdown of web addresses have meanings of their own in narratives. */
const isPlain = (typed: string): boolean => !/[{}\\]/.test(typed);

test('whatever is typed anywhere is accepted, or refused under a code of the list and with its place', () => {
  fc.assert(
    fc.property(fc.constantFrom(...FIELDS), text, (field, typed) => {
      fc.pre(isPlain(typed));
      for (const { code, path, hint } of refusals(reportWith({ [field]: typed }))) {
        expect(CODES).toContain(code);
        expect(path.length).toBeGreaterThan(0);
        expect(hint).not.toBe('');
      }
    }),
    { numRuns: 120 },
  );
});

/** Of these texts those that check does not refuse, as one. */
function accepted(texts: readonly string[]): string {
  const isRight = (typed: string) =>
    isPlain(typed) && !/[\r\n]/.test(typed) && refusals(reportWith({ 'headings.other': `始${typed}终` })).length === 0;
  return `始${texts.filter(isRight).join('、')}终`;
}

const READ: readonly Field[] = FIELDS.filter((field) => field !== 'unit');

test('what is accepted is rendered in every format, and reads back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 30, maxLength: 30 }), async (texts) => {
      const typed = accepted(texts);
      const raw = reportWith(Object.fromEntries(READ.map((field) => [field, typed])));
      expect(refusals(raw)).toEqual([]);
      const { pdf, docx } = await readBack(raw);
      for (const read of [pdf, docx].map(readAs)) {
        expect(read.split(readAs(typed)).length - 1).toBe(READ.length);
      }
    }),
    { numRuns: 6 },
  );
});

/** The codes of characters. */
const TOLD = /^font\/|script|combining|forbidden|invisible|space|radical|line-break/;

test('of all planes, each character is drawn as itself or told', async () => {
  const points = Array.from({ length: 2200 }, (_, i) => (i < 1500 ? 0x21 + 43 * i : 0x10000 + 293 * (i - 1500)));
  const characters = points
    .map((one) => String.fromCodePoint(one))
    .filter((one) => isPlain(one) && !/[\r\n\p{Cs}\p{Cc}]/u.test(one) && !/\p{Noncharacter_Code_Point}/u.test(one));
  const overview = (list: readonly string[]) => list.map((one) => `甲${one}乙`).join('\n');
  const found = everything(reportWith({ 'narrative.overview': overview(characters) }));
  const told = found.filter(({ code }) => TOLD.test(code));
  const numbers = new Set(told.map((one) => Number(/^第 (\d+) 段/.exec(one.found ?? '')?.[1]) - 1));
  const drawn = characters.filter((_, i) => !numbers.has(i));
  expect(drawn.length).toBeGreaterThan(600);
  const { pdf, docx } = await readBack(reportWith({ 'narrative.overview': overview(drawn) }));
  const whole = drawn
    .map((one) => `甲${one}乙`)
    .join('')
    .replace(/\s/gu, '');
  for (const read of [pdf, docx]) expect(read.replace(/\s/gu, '')).toContain(whole);
});
