import { describe, expect, test } from '@jest/globals';
import { toBlocks } from '../../src/narrative/to-blocks.js';
import { fc } from '../fast-check.js';

const blocks = (text: string) => toBlocks({ text, figures: [] }, ['narrative', 'overview']);
const inlines = (text: string) =>
  blocks(text).map((block) => (block.kind === 'paragraph' ? block.inlines : block.text));

describe('lines of text', () => {
  test('are paragraphs; empty lines and typed indents go', () => {
    expect(inlines('　　甲。\n\n \t乙。　\n丙。\n')).toEqual(
      ['甲。', '乙。', '丙。'].map((text) => [{ kind: 'text', text }]),
    );
  });

  test('are counted, empty ones not', () => {
    expect(blocks('甲。\n\n乙。')).toMatchObject([
      { path: ['narrative', 'overview'], paragraph: 1 },
      { path: ['narrative', 'overview'], paragraph: 2 },
    ]);
  });
});

describe('（一）', () => {
  test('before a short sentence is a run-in head', () => {
    expect(inlines('（一）主动公开情况。全年公开信息。再一句。')).toEqual([
      [
        { kind: 'lead', text: '（一）主动公开情况。' },
        { kind: 'text', text: '全年公开信息。再一句。' },
      ],
    ]);
  });

  test('with no sentence is a heading', () => {
    expect(blocks('（十二）改进措施')).toMatchObject([{ kind: 'heading', level: 2, text: '（十二）改进措施' }]);
  });

  test('before a sentence of 30 characters is a head, before one of 31 is text', () => {
    const sentence = (length: number) => `（一）${'公'.repeat(length - 4)}。其余。`;
    expect(inlines(sentence(30))[0]).toHaveLength(2);
    expect(inlines(sentence(31))[0]).toEqual([{ kind: 'text', text: sentence(31) }]);
    const longLine = `（一）${'公'.repeat(40)}`;
    expect(blocks(longLine)).toMatchObject([{ kind: 'paragraph' }]);
  });

  test('in the middle of a line, and other numbers, are text', () => {
    for (const text of ['见（一）主动公开。', '1.甲。', '（1）甲。', '一、甲。', '(一)甲。']) {
      expect(inlines(text)).toEqual([[{ kind: 'text', text }]]);
    }
  });
});

describe('web addresses', () => {
  test.each([
    ['见网站（http://www.example.gov.cn/）下载。', 'http://www.example.gov.cn/'],
    ['地址：https://example.gov.cn/a.html?b=1&c=%20。', 'https://example.gov.cn/a.html?b=1&c=%20'],
    ['见http://example.gov.cn，电话', 'http://example.gov.cn'],
    ['邮箱mailto:a@example.gov.cn。', 'mailto:a@example.gov.cn'],
  ])('in %s are links, without the mark after them', (text, href) => {
    const [inner = []] = inlines(text);
    expect(inner).toContainEqual({ kind: 'link', text: href, href });
  });

  test('lose no character of the text, whatever it is', () => {
    const piece = fc.oneof(
      fc.constantFrom('http://a.cn', '（一）', '。', '，', 'https://', '公开'),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        const printed = blocks(text)
          .map((block) => (block.kind === 'heading' ? block.text : block.inlines.map((inline) => inline.text).join('')))
          .join('');
        expect(printed.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});
