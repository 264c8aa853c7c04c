import { expect, test } from '@jest/globals';
import { checkReport, composeReport, defineForm, documentTexts, parseReport } from '../../src/index.js';
import { type Raw, short } from '../input/example.js';

// What all reports have room for, in a form of an office's own: here a section with a text and a table.

const form = defineForm({
  id: 'own',
  name: '经费使用情况年度报告',
  topic: '经费使用',
  citation: '某办〔2025〕1号',
  years: [2025],
  sections: [
    { key: 'money', heading: '一、经费' },
    { key: 'rest', heading: '二、其他' },
  ],
  texts: { money: { limit: 12, isFresh: true, requires: [requirement()] }, rest: {} },
  tables: {
    money: {
      description: '经费',
      widths: [1, 1],
      groups: [
        {
          columns: [{ key: 'change', label: '增减', kind: 'signed' }],
          rows: [
            { key: 'a', label: '甲' },
            { key: 'b', label: '乙' },
            { key: 'total', label: '合计', totalBy: 'F1' },
          ],
        },
      ],
    },
  },
  facts: {},
  rolls: [],
  stated: [],
  wording: {},
});

function requirement() {
  const words = { message: '没有写审计', found: '没有', expected: '写明' };
  return { rule: 'audit/missing', pattern: /审计/, ...words } as const;
}

const options = { forms: [form] };
const raw = (changes: Raw = {}): Raw => ({
  edition: 'own',
  year: 2025,
  agency: { name: '某县某局' },
  narrative: { money: '已经审计。', rest: '无。' },
  money: { a: { change: { value: -3, note: '减少' } }, b: { change: 1 }, totals: 'compute' },
  ...changes,
});
const textsOf = (changes: Raw) => documentTexts(composeReport(parseReport(raw(changes), options), options));
const codesOf = (changes: Raw) => checkReport(parseReport(raw(changes), options), options).map(short);

test('its own text is the one before the table, beside which there may be one after it', () => {
  const around = { before: '合计{{money.total.change}}，已经审计。', after: '表后。' };
  const texts = textsOf({ narrative: { money: around, rest: '无。' }, notes: { money: '注：减少为负。' } });
  expect(texts).toEqual([
    '某县某局2025年经费使用情况年度报告',
    '一、经费',
    '合计-2，已经审计。',
    ...['增减', '甲', '-3（减少）', '乙', '1', '合计', '-2'],
    '注：减少为负。',
    '表后。',
    '二、其他',
    '无。',
  ]);
});

test('length and what must be mentioned count both texts', () => {
  expect(codesOf({ narrative: { money: { before: '一二三四五六', after: '已经审计一二三' }, rest: '无。' } })).toEqual([
    'text/too-long narrative.money',
  ]);
  expect(codesOf({ narrative: { money: { before: '一。', after: '审计。' }, rest: '无。' } })).toEqual([]);
  expect(codesOf({ narrative: { money: '一。', rest: '无。' }, notes: { money: '注：已审计。' } })).toEqual([]);
  expect(codesOf({ narrative: { money: '一。', rest: '无。' } })).toEqual(['audit/missing narrative.money']);
});

test('a section with both may be absent', () => {
  const { money: _, ...rest } = raw({ narrative: { rest: '无。' }, absent: { money: '没有经费' } });
  const report = parseReport(rest, options);
  expect(checkReport(report, options).map(short)).toEqual(['section/absent absent.money']);
  expect(documentTexts(composeReport(report, options)).slice(1)).toEqual(['二、其他', '无。']);
});

test('the name of its report is broken between words', () => {
  const title = composeReport(parseReport(raw({ agency: { name: '某某县某某某局' } }), options), options).blocks[0];
  expect(title).toMatchObject({
    lines: [
      [
        ['某某县', '某某某局'],
        ['2025年', '经费使用', '情况', '年度报告'],
      ],
    ],
  });
});
